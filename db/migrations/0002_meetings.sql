-- Meetings: bodies get their rules, attachments may belong to an item or a meeting, everything a meeting holds is new.
-- What a body made before follows are the columns' defaults.

CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`title` text NOT NULL,
	`origin_item_id` text,
	`origin_decision_id` text,
	`origin_visit_id` text,
	`owner_id` text NOT NULL,
	`organisation_id` text,
	`due_on` text NOT NULL,
	`priority` text NOT NULL,
	`status` text NOT NULL,
	`done_on` text,
	`result` text,
	`reported_in_id` text,
	FOREIGN KEY (`origin_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`origin_decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`origin_visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`reported_in_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "actions_due_day" CHECK("actions"."due_on" IS date("actions"."due_on")),
	CONSTRAINT "actions_priority" CHECK("actions"."priority" IN ('low', 'normal', 'high')),
	CONSTRAINT "actions_status" CHECK("actions"."status" IN ('open', 'inProgress', 'done', 'cancelled'))
) STRICT;

CREATE INDEX `actions_due` ON `actions` (`due_on`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `actions_open` ON `actions` (`due_on`,`id`) WHERE deleted_at IS NULL AND status IN ('open', 'inProgress');

CREATE INDEX `actions_item` ON `actions` (`origin_item_id`);

CREATE INDEX `actions_decision` ON `actions` (`origin_decision_id`);

CREATE INDEX `actions_owner` ON `actions` (`owner_id`);

CREATE TABLE `adjustments` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`meeting_id` text NOT NULL,
	`minutes_id` text,
	`person_id` text NOT NULL,
	`due_on` text,
	`verdict` text,
	`comment` text,
	`decided_on` text,
	`place` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "adjustments_verdict" CHECK("adjustments"."verdict" IN ('approved', 'refused'))
) STRICT;

CREATE INDEX `adjustments_meeting` ON `adjustments` (`meeting_id`);

CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text NOT NULL,
	`meeting_id` text,
	`position` integer NOT NULL,
	`number` integer,
	`number_year` integer,
	`number_text` text,
	`number_series` text,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`case_no` text,
	`responsible_id` text,
	`presenter_id` text,
	`minutes_planned` integer,
	`summary` text,
	`background` text,
	`proposed_decision` text,
	`recipients` text,
	`minutes_text` text,
	`confidential` integer NOT NULL,
	`confidential_ground` text,
	`status` text NOT NULL,
	`started_at` text,
	`ended_at` text,
	`carried_from_id` text,
	`about_meeting_id` text,
	`origin_visit_id` text,
	`origin_follow_up_id` text,
	`origin_action_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`presenter_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`carried_from_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`about_meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`origin_visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`origin_follow_up_id`) REFERENCES `follow_ups`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`origin_action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agenda_items_type" CHECK("agenda_items"."type" IN ('opening', 'noticeApproval', 'minutesApproval', 'followUpList', 'decision', 'election', 'information', 'reference', 'discussion', 'anyOtherBusiness', 'break', 'heading')),
	CONSTRAINT "agenda_items_status" CHECK("agenda_items"."status" IN ('pending', 'treated', 'postponed', 'withdrawn', 'referredBack')),
	CONSTRAINT "agenda_items_background" CHECK(json_valid("agenda_items"."background")),
	CONSTRAINT "agenda_items_proposed" CHECK(json_valid("agenda_items"."proposed_decision")),
	CONSTRAINT "agenda_items_minutes" CHECK(json_valid("agenda_items"."minutes_text"))
) STRICT;

CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`,`position`) WHERE deleted_at IS NULL;

CREATE INDEX `agenda_items_queue` ON `agenda_items` (`body_id`,`position`) WHERE deleted_at IS NULL AND meeting_id IS NULL;

CREATE UNIQUE INDEX `agenda_items_number` ON `agenda_items` (`number_series`,`number`) WHERE number IS NOT NULL;

CREATE INDEX `agenda_items_carried` ON `agenda_items` (`carried_from_id`) WHERE carried_from_id IS NOT NULL;

CREATE TABLE `agenda_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text,
	`name` text NOT NULL,
	`standing` integer NOT NULL,
	`rows` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agenda_templates_rows" CHECK(json_valid("agenda_templates"."rows"))
) STRICT;

CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`representing_id` text,
	`party` text,
	`role` text NOT NULL,
	`status` text,
	`valid_reason` text,
	`replaces_id` text,
	`arrived_at` text,
	`left_at` text,
	`votes` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`representing_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`replaces_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attendances_role" CHECK("attendances"."role" IN ('chair', 'member', 'deputy', 'secretary', 'observer', 'coOpted', 'caseOfficer', 'guest')),
	CONSTRAINT "attendances_status" CHECK("attendances"."status" IN ('present', 'remote', 'partlyPresent', 'absentWithReason', 'absent'))
) STRICT;

CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`meeting_id`,`person_id`) WHERE deleted_at IS NULL;

CREATE INDEX `attendances_person` ON `attendances` (`person_id`);

CREATE TABLE `body_members` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`representing_id` text,
	`party` text,
	`deputy_for_id` text,
	`position` integer NOT NULL,
	`term_from` text NOT NULL,
	`term_to` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`representing_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`deputy_for_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "body_members_role" CHECK("body_members"."role" IN ('chair', 'viceChair', 'member', 'deputy', 'observer', 'secretary')),
	CONSTRAINT "body_members_from" CHECK("body_members"."term_from" IS date("body_members"."term_from"))
) STRICT;

CREATE INDEX `body_members_body` ON `body_members` (`body_id`,`position`);

CREATE INDEX `body_members_person` ON `body_members` (`person_id`);

CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`item_id` text,
	`external_body` text,
	`external_source` text,
	`decided_on` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`unanimous` text NOT NULL,
	`vote_id` text,
	`proposal_id` text,
	`effective_from` text,
	`recipients` text NOT NULL,
	`appealable` integer,
	`responsible_id` text,
	`deadline` text,
	`status` text NOT NULL,
	`done_on` text,
	`result` text,
	`reported_in_id` text,
	`corrects_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`vote_id`) REFERENCES `votes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`reported_in_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`corrects_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "decisions_day" CHECK("decisions"."decided_on" IS date("decisions"."decided_on")),
	CONSTRAINT "decisions_kind" CHECK("decisions"."kind" IN ('decision', 'approval', 'election', 'postponement', 'referralBack', 'informationNoted', 'consultationStatement')),
	CONSTRAINT "decisions_unanimous" CHECK("decisions"."unanimous" IN ('yes', 'no', 'notRecorded')),
	CONSTRAINT "decisions_status" CHECK("decisions"."status" IN ('noAction', 'open', 'inProgress', 'done')),
	CONSTRAINT "decisions_recipients" CHECK(json_valid("decisions"."recipients")),
	CONSTRAINT "decisions_one_source" CHECK(("decisions"."item_id" IS NULL) <> ("decisions"."external_body" IS NULL))
) STRICT;

CREATE INDEX `decisions_item` ON `decisions` (`item_id`,`position`);

CREATE INDEX `decisions_decided` ON `decisions` (`decided_on`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `decisions_deadline` ON `decisions` (`deadline`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `decisions_open` ON `decisions` (`deadline`,`id`) WHERE deleted_at IS NULL AND status IN ('open', 'inProgress');

CREATE INDEX `decisions_corrects` ON `decisions` (`corrects_id`) WHERE corrects_id IS NOT NULL;

CREATE TABLE `disqualifications` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`ground` text NOT NULL,
	`explanation` text,
	`outcome` text NOT NULL,
	`replaced_by_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "disqualifications_ground" CHECK("disqualifications"."ground" IN ('partyToTheCase', 'closeRelation', 'representsAParty', 'treatedBefore', 'otherCircumstance')),
	CONSTRAINT "disqualifications_outcome" CHECK("disqualifications"."outcome" IN ('pending', 'disqualified', 'notDisqualified'))
) STRICT;

CREATE UNIQUE INDEX `disqualifications_once` ON `disqualifications` (`item_id`,`person_id`) WHERE deleted_at IS NULL;

CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text NOT NULL,
	`number` integer,
	`number_year` integer,
	`title` text,
	`kind` text NOT NULL,
	`starts_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_on` text,
	`ends_at` text,
	`place` text,
	`remote_link` text,
	`all_see_and_hear` integer NOT NULL,
	`openness` text NOT NULL,
	`chair_id` text,
	`secretary_id` text,
	`papers_due_on` text,
	`notice_text` text,
	`notice_sent_on` text,
	`status` text NOT NULL,
	`opened_at` text,
	`adjourned_at` text,
	`adjourned_on` text,
	`adjusted_on` text,
	`approved_in_id` text,
	`announced_on` text,
	`cancelled_reason` text,
	`series_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`chair_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`secretary_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`approved_in_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "meetings_day" CHECK("meetings"."starts_on" IS date("meetings"."starts_on")),
	CONSTRAINT "meetings_kind" CHECK("meetings"."kind" IN ('ordinary', 'extraordinary', 'writtenProcedure', 'remote', 'seminar')),
	CONSTRAINT "meetings_openness" CHECK("meetings"."openness" IN ('open', 'closed', 'partlyClosed')),
	CONSTRAINT "meetings_status" CHECK("meetings"."status" IN ('planned', 'noticeSent', 'held', 'minutesInReview', 'minutesApproved', 'archived', 'cancelled'))
) STRICT;

CREATE INDEX `meetings_starts` ON `meetings` (`starts_on`,`starts_at`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `meetings_body` ON `meetings` (`body_id`,`starts_on`,`starts_at`,`id`) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX `meetings_number` ON `meetings` (`body_id`,`number_year`,`number`) WHERE number IS NOT NULL;

CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`meeting_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`language` text NOT NULL,
	`made_on` text NOT NULL,
	`made_by` text,
	`snapshot_sha256` text NOT NULL,
	`data_stamp` text NOT NULL,
	`approved_on` text,
	`reason` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "minutes_status" CHECK("minutes"."status" IN ('inReview', 'returned', 'approved', 'reopened')),
	CONSTRAINT "minutes_language" CHECK("minutes"."language" IN ('nb', 'sv', 'en'))
) STRICT;

CREATE UNIQUE INDEX `minutes_version` ON `minutes` (`meeting_id`,`version`);

CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`meeting_id` text,
	`body_id` text NOT NULL,
	`kind` text NOT NULL,
	`decision_id` text,
	`language` text NOT NULL,
	`format` text NOT NULL,
	`redacted` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`version` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_by` text,
	`data_stamp` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "papers_kind" CHECK("papers"."kind" IN ('notice', 'agenda', 'casePapers', 'minutes', 'extract', 'followUpList', 'attendanceList')),
	CONSTRAINT "papers_language" CHECK("papers"."language" IN ('nb', 'sv', 'en'))
) STRICT;

CREATE INDEX `papers_meeting` ON `papers` (`meeting_id`,`kind`,`version`);

CREATE TABLE `phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "phrases_language" CHECK("phrases"."language" IN ('nb', 'sv', 'en'))
) STRICT;

CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`item_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`proposer_id` text,
	`party` text,
	`text` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposer_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "proposals_kind" CHECK("proposals"."kind" IN ('main', 'counter', 'amendment', 'addition', 'rejection', 'postponement', 'referralBack')),
	CONSTRAINT "proposals_status" CHECK("proposals"."status" IN ('open', 'withdrawn', 'adopted', 'rejected'))
) STRICT;

CREATE INDEX `proposals_item` ON `proposals` (`item_id`,`position`);

CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`party` text,
	`text` text NOT NULL,
	`delivered_on` text NOT NULL,
	`delivered_at` text,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "statements_kind" CHECK("statements"."kind" IN ('dissent', 'noteToMinutes')),
	CONSTRAINT "statements_day" CHECK("statements"."delivered_on" IS date("statements"."delivered_on"))
) STRICT;

CREATE INDEX `statements_item` ON `statements` (`item_id`);

CREATE TABLE `votes` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`item_id` text,
	`position` integer NOT NULL,
	`subject` text,
	`for_id` text,
	`against_id` text,
	`kind` text NOT NULL,
	`for_count` integer,
	`against_count` integer,
	`abstain_count` integer,
	`named_votes` text NOT NULL,
	`casting_vote` integer NOT NULL,
	`cast_for` text,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`for_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`against_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "votes_kind" CHECK("votes"."kind" IN ('acclamation', 'showOfHands', 'named', 'secret')),
	CONSTRAINT "votes_named" CHECK(json_valid("votes"."named_votes"))
) STRICT;

CREATE INDEX `votes_item` ON `votes` (`item_id`,`position`);

CREATE TABLE `__new_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`visit_id` text,
	`item_id` text,
	`meeting_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`alt_text` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachments_kind" CHECK("__new_attachments"."kind" IN ('photo', 'file')),
	CONSTRAINT "attachments_one_home" CHECK(("__new_attachments"."visit_id" IS NULL) + ("__new_attachments"."item_id" IS NULL) + ("__new_attachments"."meeting_id" IS NULL) = 2)
) STRICT;

INSERT INTO `__new_attachments`("id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", NULL, NULL, "kind", "title", "file_name", "mime", "size", "sha256", "alt_text" FROM `attachments`;

DROP TABLE `attachments`;

ALTER TABLE `__new_attachments` RENAME TO `attachments`;

CREATE INDEX `attachments_visit` ON `attachments` (`visit_id`);

CREATE INDEX `attachments_item` ON `attachments` (`item_id`);

CREATE INDEX `attachments_meeting` ON `attachments` (`meeting_id`);

CREATE TABLE `__new_bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`rules` text DEFAULT 'ownRules' NOT NULL,
	`numbering` text DEFAULT 'perYear' NOT NULL,
	`number_prefix` text,
	`number_form` text DEFAULT 'numberSlashYear' NOT NULL,
	`quorum_rule` text DEFAULT 'moreThanHalf' NOT NULL,
	`quorum_number` integer,
	`seats` integer,
	`deputies_allowed` integer DEFAULT 1 NOT NULL,
	`deputy_order` text DEFAULT 'inTurn' NOT NULL,
	`chair_casts_vote` integer DEFAULT 1 NOT NULL,
	`abstaining_allowed` integer DEFAULT 1 NOT NULL,
	`notice_days` integer DEFAULT 7 NOT NULL,
	`adjustment_rule` text DEFAULT 'approvedInNextMeeting' NOT NULL,
	`adjustment_days` integer,
	`adjusters` integer DEFAULT 0 NOT NULL,
	`secretary_id` text,
	`active_from` text NOT NULL,
	`active_to` text,
	FOREIGN KEY (`secretary_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "bodies_kind" CHECK("__new_bodies"."kind" IN ('board', 'committee', 'council', 'steeringGroup', 'workingGroup')),
	CONSTRAINT "bodies_country" CHECK("__new_bodies"."country" IN ('NO', 'SE')),
	CONSTRAINT "bodies_rules" CHECK("__new_bodies"."rules" IN ('publicLikeNo', 'municipalLikeSe', 'associationOrCompany', 'ownRules')),
	CONSTRAINT "bodies_numbering" CHECK("__new_bodies"."numbering" IN ('perYear', 'perMeeting', 'continuous')),
	CONSTRAINT "bodies_number_form" CHECK("__new_bodies"."number_form" IN ('number', 'numberSlashYear', 'yearSlashNumber')),
	CONSTRAINT "bodies_quorum" CHECK("__new_bodies"."quorum_rule" IN ('moreThanHalf', 'atLeastHalf', 'number', 'none')),
	CONSTRAINT "bodies_deputies" CHECK("__new_bodies"."deputy_order" IN ('inTurn', 'personal')),
	CONSTRAINT "bodies_adjustment" CHECK("__new_bodies"."adjustment_rule" IN ('signedInMeeting', 'approvedInNextMeeting', 'adjustedWithinDays'))
) STRICT;

INSERT INTO `__new_bodies`("id", "created_stamp", "changed_stamp", "deleted_at", "name", "kind", "country", "active_from", "active_to") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "name", "kind", "country", "active_from", "active_to" FROM `bodies`;

DROP TABLE `bodies`;

ALTER TABLE `__new_bodies` RENAME TO `bodies`;

ALTER TABLE `packages` ADD `meeting_id` text REFERENCES meetings(id);

ALTER TABLE `packages` ADD `with_confidential` integer DEFAULT 0 NOT NULL;
