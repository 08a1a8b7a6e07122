CREATE TABLE `package_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text,
	`name` text NOT NULL,
	`variant` text NOT NULL,
	`sections` text NOT NULL,
	`sheets` text NOT NULL,
	`attachments` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "package_templates_variant" CHECK("package_templates"."variant" IN ('papers', 'notice', 'agenda', 'annualReport')),
	CONSTRAINT "package_templates_attachments" CHECK("package_templates"."attachments" IN ('listed', 'bound')),
	CONSTRAINT "package_templates_sections" CHECK(json_valid("package_templates"."sections")),
	CONSTRAINT "package_templates_sheets" CHECK(json_valid("package_templates"."sheets"))
) STRICT;

CREATE TABLE `__new_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text NOT NULL,
	`meeting_id` text,
	`with_confidential` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`variant` text DEFAULT 'papers' NOT NULL,
	`template_id` text,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`version` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_by` text,
	`data_stamp` text NOT NULL,
	`previous_id` text,
	`snapshot_sha256` text NOT NULL,
	`public_sha256` text,
	`sent_on` text,
	`sent_to` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`template_id`) REFERENCES `package_templates`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "packages_language" CHECK("__new_packages"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "packages_from" CHECK("__new_packages"."period_from" IS date("__new_packages"."period_from")),
	CONSTRAINT "packages_to" CHECK("__new_packages"."period_to" IS date("__new_packages"."period_to")),
	CONSTRAINT "packages_sent" CHECK("__new_packages"."sent_on" IS date("__new_packages"."sent_on")),
	CONSTRAINT "packages_variant" CHECK("__new_packages"."variant" IN ('papers', 'notice', 'agenda', 'annualReport'))
) STRICT;

INSERT INTO `__new_packages`("id", "created_stamp", "changed_stamp", "deleted_at", "body_id", "meeting_id", "with_confidential", "title", "language", "period_from", "period_to", "version", "made_on", "made_by", "data_stamp", "previous_id", "snapshot_sha256") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "body_id", "meeting_id", "with_confidential", "title", "language", "period_from", "period_to", "version", "made_on", "made_by", "data_stamp", "previous_id", "snapshot_sha256" FROM `packages`;

DROP TABLE `packages`;

ALTER TABLE `__new_packages` RENAME TO `packages`;

CREATE UNIQUE INDEX `packages_version` ON `packages` (`body_id`,`version`) WHERE deleted_at IS NULL;

CREATE TABLE `__new_partnership` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`language` text NOT NULL,
	`org_no` text,
	`municipality_code` text,
	`region_codes` text NOT NULL,
	`contact_name` text,
	`contact_email` text,
	`retention_months` integer NOT NULL,
	`visit_target` integer NOT NULL,
	`not_visited_months` integer NOT NULL,
	`smallest_group` integer NOT NULL,
	`accent_colour` text,
	`document_font` text DEFAULT 'Calibri' NOT NULL,
	`logo_sha256` text,
	`logo_alt_text` text,
	CONSTRAINT "partnership_country" CHECK("__new_partnership"."country" IN ('NO', 'SE')),
	CONSTRAINT "partnership_language" CHECK("__new_partnership"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "partnership_region" CHECK(json_valid("__new_partnership"."region_codes")),
	CONSTRAINT "partnership_font" CHECK("__new_partnership"."document_font" IN ('Calibri', 'Arial', 'Verdana'))
) STRICT;

INSERT INTO `__new_partnership`("id", "created_stamp", "changed_stamp", "deleted_at", "name", "country", "language", "org_no", "municipality_code", "region_codes", "contact_name", "contact_email", "retention_months", "visit_target", "not_visited_months", "smallest_group") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "name", "country", "language", "org_no", "municipality_code", "region_codes", "contact_name", "contact_email", "retention_months", "visit_target", "not_visited_months", "smallest_group" FROM `partnership`;

DROP TABLE `partnership`;

ALTER TABLE `__new_partnership` RENAME TO `partnership`;

CREATE TABLE `package_files` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`package_id` text NOT NULL,
	`edition` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "package_files_edition" CHECK("package_files"."edition" IN ('full', 'public')),
	CONSTRAINT "package_files_format" CHECK("package_files"."format" IN ('docx', 'xlsx', 'pdf'))
) STRICT;

CREATE UNIQUE INDEX `package_files_one` ON `package_files` (`package_id`,`edition`,`format`) WHERE deleted_at IS NULL;
