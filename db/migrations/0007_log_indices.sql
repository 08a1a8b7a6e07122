CREATE INDEX `change_sets_actor` ON `change_sets` (`actor`,`stamp`);

CREATE INDEX `change_sets_device` ON `change_sets` (`device`,`stamp`);

CREATE INDEX `change_sets_undoes` ON `change_sets` (`undoes`) WHERE undoes IS NOT NULL;

CREATE INDEX `changes_entity` ON `changes` (`entity`,`stamp`);

CREATE INDEX `changes_removed` ON `changes` (`stamp`) WHERE field = 'deletedAt';
