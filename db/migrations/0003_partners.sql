-- Partners: what they promised and gave, people in several organisations; attachments may belong to a partner, a commitment or a delivery.

CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`person_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`role_title` text,
	`is_contact` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "affiliations_from" CHECK("affiliations"."from_day" IS date("affiliations"."from_day"))
) STRICT;

CREATE INDEX `affiliations_partner` ON `affiliations` (`partner_id`,`from_day`) WHERE deleted_at IS NULL;

CREATE INDEX `affiliations_person` ON `affiliations` (`person_id`) WHERE deleted_at IS NULL;

CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`partner_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer,
	`unit` text,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`recurrence` text NOT NULL,
	`source` text NOT NULL,
	`source_decision_id` text,
	`stage` text NOT NULL,
	`is_public` integer NOT NULL,
	`withdrawn_reason` text,
	`note` text,
	`sort_title` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`source_decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "commitments_kind" CHECK("commitments"."kind" IN ('money', 'hours', 'people', 'premises', 'dataAnalysis', 'promotion', 'other')),
	CONSTRAINT "commitments_unit" CHECK("commitments"."unit" IN ('NOK', 'SEK', 'hours', 'posts', 'pieces')),
	CONSTRAINT "commitments_recurrence" CHECK("commitments"."recurrence" IN ('once', 'yearly')),
	CONSTRAINT "commitments_source" CHECK("commitments"."source" IN ('agreement', 'meetingDecision', 'letter')),
	CONSTRAINT "commitments_stage" CHECK("commitments"."stage" IN ('proposed', 'promised', 'withdrawn')),
	CONSTRAINT "commitments_from" CHECK("commitments"."period_from" IS date("commitments"."period_from")),
	CONSTRAINT "commitments_to" CHECK("commitments"."period_to" IS date("commitments"."period_to"))
) STRICT;

CREATE INDEX `commitments_partner` ON `commitments` (`partner_id`,`period_to`) WHERE deleted_at IS NULL;

CREATE INDEX `commitments_period` ON `commitments` (`period_to`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `commitments_title` ON `commitments` (`sort_title`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `commitments_decision` ON `commitments` (`source_decision_id`) WHERE source_decision_id IS NOT NULL;

CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`commitment_id` text NOT NULL,
	`delivered_on` text NOT NULL,
	`amount` integer,
	`description` text,
	`note` text,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "deliveries_day" CHECK("deliveries"."delivered_on" IS date("deliveries"."delivered_on"))
) STRICT;

CREATE INDEX `deliveries_commitment` ON `deliveries` (`commitment_id`,`delivered_on`,`amount`) WHERE deleted_at IS NULL;

CREATE TABLE `__new_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`visit_id` text,
	`item_id` text,
	`meeting_id` text,
	`partner_id` text,
	`commitment_id` text,
	`delivery_id` text,
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
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachments_kind" CHECK("__new_attachments"."kind" IN ('photo', 'file')),
	CONSTRAINT "attachments_one_home" CHECK(("__new_attachments"."visit_id" IS NULL) + ("__new_attachments"."item_id" IS NULL) + ("__new_attachments"."meeting_id" IS NULL) + ("__new_attachments"."partner_id" IS NULL) + ("__new_attachments"."commitment_id" IS NULL) + ("__new_attachments"."delivery_id" IS NULL) = 5)
) STRICT;

INSERT INTO `__new_attachments`("id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "partner_id", "commitment_id", "delivery_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", NULL, NULL, NULL, "kind", "title", "file_name", "mime", "size", "sha256", "alt_text" FROM `attachments`;

DROP TABLE `attachments`;

ALTER TABLE `__new_attachments` RENAME TO `attachments`;

CREATE INDEX `attachments_visit` ON `attachments` (`visit_id`);

CREATE INDEX `attachments_item` ON `attachments` (`item_id`);

CREATE INDEX `attachments_meeting` ON `attachments` (`meeting_id`);

CREATE INDEX `attachments_partner` ON `attachments` (`partner_id`);

CREATE INDEX `attachments_commitment` ON `attachments` (`commitment_id`);

CREATE INDEX `attachments_delivery` ON `attachments` (`delivery_id`);
