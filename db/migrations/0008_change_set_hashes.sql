ALTER TABLE `change_sets` ADD `hash` blob DEFAULT x'' NOT NULL;

-- The function is the migration runner's (db/migrate.ts): SQLite has no SHA-256 of its own.
UPDATE change_sets SET hash = change_set_hash(stamp, device, actor, command, undoes);
