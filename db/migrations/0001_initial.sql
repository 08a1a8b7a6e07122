CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`visit_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`alt_text` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachments_kind" CHECK("attachments"."kind" IN ('photo', 'file'))
) STRICT;

CREATE INDEX `attachments_visit` ON `attachments` (`visit_id`);

CREATE TABLE `blobs` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL
) STRICT;

CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`active_from` text NOT NULL,
	`active_to` text,
	CONSTRAINT "bodies_kind" CHECK("bodies"."kind" IN ('board', 'committee', 'council', 'steeringGroup', 'workingGroup')),
	CONSTRAINT "bodies_country" CHECK("bodies"."country" IN ('NO', 'SE'))
) STRICT;

CREATE TABLE `change_sets` (
	`stamp` text PRIMARY KEY NOT NULL,
	`device` text NOT NULL,
	`actor` text NOT NULL,
	`command` text NOT NULL,
	`undoes` text
) STRICT;

CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`stamp` text NOT NULL,
	`entity` text NOT NULL,
	`record_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`replaces` text,
	`hash` blob NOT NULL,
	FOREIGN KEY (`stamp`) REFERENCES `change_sets`(`stamp`) ON UPDATE no action ON DELETE restrict
) STRICT;

CREATE INDEX `changes_record` ON `changes` (`record_id`,`field`,`stamp`);

CREATE INDEX `changes_stamp` ON `changes` (`stamp`);

CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name` text NOT NULL,
	`org_no` text,
	`country` text NOT NULL,
	`legal_form` text,
	`sole_trader` integer NOT NULL,
	`municipality_code` text,
	`municipality_valid_from` text,
	`address` text,
	`postal_code` text,
	`place` text,
	`industry_code` text,
	`industry_version` text,
	`sector_id` text,
	`employees` integer,
	`employees_band` text,
	`employees_date` text,
	`turnover` integer,
	`turnover_year` integer,
	`founded` text,
	`website` text,
	`local_unit_of_id` text,
	`status` text NOT NULL,
	`registry_checked_on` text,
	`consent_case` integer NOT NULL,
	`note` text,
	`sort_name` text NOT NULL,
	FOREIGN KEY (`sector_id`) REFERENCES `sectors`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`local_unit_of_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "companies_country" CHECK("companies"."country" IN ('NO', 'SE')),
	CONSTRAINT "companies_version" CHECK("companies"."industry_version" IN ('SN2007', 'SN2025', 'SNI2007', 'SNI2025')),
	CONSTRAINT "companies_band" CHECK("companies"."employees_band" IN ('0', '1-4', '5-9', '10-19', '20-49', '50-99', '100-249', '250+')),
	CONSTRAINT "companies_status" CHECK("companies"."status" IN ('active', 'woundUp', 'bankrupt', 'movedOut'))
) STRICT;

CREATE UNIQUE INDEX `companies_org_no` ON `companies` (`country`,`org_no`) WHERE org_no IS NOT NULL AND deleted_at IS NULL;

CREATE UNIQUE INDEX `companies_sort` ON `companies` (`sort_name`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `companies_sector` ON `companies` (`sector_id`);

CREATE INDEX `companies_head` ON `companies` (`local_unit_of_id`) WHERE local_unit_of_id IS NOT NULL;

CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`company_id` text NOT NULL,
	`family_name` text NOT NULL,
	`given_name` text NOT NULL,
	`role_title` text,
	`email` text,
	`phone` text,
	`language` text,
	`lawful_basis` text NOT NULL,
	`collected_on` text NOT NULL,
	`collected_in_id` text,
	`review_by` text NOT NULL,
	`objected_on` text,
	`status` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "contacts_basis" CHECK("contacts"."lawful_basis" IN ('consent', 'contract', 'legalObligation', 'publicTask', 'legitimateInterest')),
	CONSTRAINT "contacts_status" CHECK("contacts"."status" IN ('active', 'leftCompany', 'anonymised'))
) STRICT;

CREATE INDEX `contacts_company` ON `contacts` (`company_id`);

CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;

CREATE TABLE `file_facts` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;

CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`visit_id` text NOT NULL,
	`description` text NOT NULL,
	`theme` text NOT NULL,
	`owner_id` text NOT NULL,
	`forwarded_to_id` text,
	`due_on` text NOT NULL,
	`answered_company_on` text,
	`status` text NOT NULL,
	`result` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`forwarded_to_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "follow_ups_due_day" CHECK("follow_ups"."due_on" IS date("follow_ups"."due_on")),
	CONSTRAINT "follow_ups_theme" CHECK("follow_ups"."theme" IN ('permitsAndPlanning', 'environmentAndHealth', 'foodControl', 'alcoholLicence', 'fireSafety', 'landAndPublicGround', 'surveying', 'tobaccoAndMedicines', 'procurement', 'skillsAndRecruitment', 'premisesAndPlots', 'financing', 'digitalAndBroadband', 'transport', 'establishmentContact', 'other')),
	CONSTRAINT "follow_ups_status" CHECK("follow_ups"."status" IN ('open', 'answered', 'closed', 'cannotBeDone'))
) STRICT;

CREATE INDEX `follow_ups_visit` ON `follow_ups` (`visit_id`,`status`) WHERE deleted_at IS NULL;

CREATE INDEX `follow_ups_due` ON `follow_ups` (`due_on`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `follow_ups_open` ON `follow_ups` (`due_on`,`id`,`visit_id`) WHERE deleted_at IS NULL AND status IN ('open', 'answered');

CREATE INDEX `follow_ups_answered` ON `follow_ups` (`answered_company_on`,`visit_id`,`status`) WHERE deleted_at IS NULL AND answered_company_on IS NOT NULL;

CREATE INDEX `follow_ups_owner` ON `follow_ups` (`owner_id`);

CREATE TABLE `packages` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`body_id` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`version` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_by` text,
	`data_stamp` text NOT NULL,
	`previous_id` text,
	`snapshot_sha256` text NOT NULL,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "packages_language" CHECK("packages"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "packages_from" CHECK("packages"."period_from" IS date("packages"."period_from")),
	CONSTRAINT "packages_to" CHECK("packages"."period_to" IS date("packages"."period_to"))
) STRICT;

CREATE UNIQUE INDEX `packages_version` ON `packages` (`body_id`,`version`) WHERE deleted_at IS NULL;

CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name` text NOT NULL,
	`short_name` text,
	`org_no` text,
	`country` text NOT NULL,
	`partner_type` text NOT NULL,
	`municipality_code` text,
	`joined_on` text NOT NULL,
	`left_on` text,
	`agreement_signed_on` text,
	`agreement_valid_from` text,
	`agreement_valid_to` text,
	`status` text NOT NULL,
	`note` text,
	CONSTRAINT "partners_country" CHECK("partners"."country" IN ('NO', 'SE')),
	CONSTRAINT "partners_type" CHECK("partners"."partner_type" IN ('municipality', 'county', 'company', 'businessAssociation', 'university', 'stateAgency', 'cluster', 'other')),
	CONSTRAINT "partners_status" CHECK("partners"."status" IN ('candidate', 'active', 'left')),
	CONSTRAINT "partners_joined" CHECK("partners"."joined_on" IS date("partners"."joined_on"))
) STRICT;

CREATE TABLE `partnership` (
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
	CONSTRAINT "partnership_country" CHECK("partnership"."country" IN ('NO', 'SE')),
	CONSTRAINT "partnership_language" CHECK("partnership"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "partnership_region" CHECK(json_valid("partnership"."region_codes"))
) STRICT;

CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`family_name` text NOT NULL,
	`given_name` text NOT NULL,
	`organisation_id` text,
	`role_title` text,
	`email` text,
	`phone` text,
	`language` text,
	`lawful_basis` text NOT NULL,
	`basis_note` text,
	`collected_from` text,
	`collected_on` text NOT NULL,
	`review_by` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "persons_basis" CHECK("persons"."lawful_basis" IN ('consent', 'contract', 'legalObligation', 'publicTask', 'legitimateInterest')),
	CONSTRAINT "persons_status" CHECK("persons"."status" IN ('active', 'inactive', 'anonymised'))
) STRICT;

CREATE INDEX `persons_organisation` ON `persons` (`organisation_id`);

CREATE TABLE `search_rows` (
	`row_id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`record_id` text NOT NULL
) STRICT;

CREATE INDEX `search_rows_record` ON `search_rows` (`record_id`);

CREATE TABLE `sectors` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`name_nb` text NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL
) STRICT;

CREATE TABLE `visit_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`year` integer NOT NULL,
	`target` integer NOT NULL,
	`distribution` text NOT NULL,
	CONSTRAINT "visit_plans_distribution" CHECK(json_valid("visit_plans"."distribution"))
) STRICT;

CREATE UNIQUE INDEX `visit_plans_year` ON `visit_plans` (`year`) WHERE deleted_at IS NULL;

CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`company_id` text NOT NULL,
	`visited_on` text NOT NULL,
	`starts_at` text,
	`ends_at` text,
	`type` text NOT NULL,
	`place` text,
	`coordinates` text,
	`our_participant_ids` text NOT NULL,
	`their_participant_ids` text NOT NULL,
	`purpose` text,
	`notes` text,
	`went_well` text,
	`difficulties` text,
	`needs` text,
	`growth_plans` text,
	`skills_needs` text,
	`premises_plans` text,
	`investment_plans` text,
	`export` text,
	`innovation` text,
	`procurement_view` text,
	`not_answered` text NOT NULL,
	`flags` text NOT NULL,
	`themes` text NOT NULL,
	`confidentiality` text NOT NULL,
	`confidential_text` text,
	`publishable_summary` text,
	`next_visit_by` text,
	`draft` integer NOT NULL,
	`device` text,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "visits_day" CHECK("visits"."visited_on" IS date("visits"."visited_on")),
	CONSTRAINT "visits_type" CHECK("visits"."type" IN ('companyVisit', 'phone', 'webMeeting', 'event', 'reverseVisit')),
	CONSTRAINT "visits_confidentiality" CHECK("visits"."confidentiality" IN ('open', 'internal', 'confidential')),
	CONSTRAINT "visits_flags" CHECK(json_valid("visits"."flags")),
	CONSTRAINT "visits_themes" CHECK(json_valid("visits"."themes")),
	CONSTRAINT "visits_not_answered" CHECK(json_valid("visits"."not_answered")),
	CONSTRAINT "visits_ours" CHECK(json_valid("visits"."our_participant_ids")),
	CONSTRAINT "visits_theirs" CHECK(json_valid("visits"."their_participant_ids")),
	CONSTRAINT "visits_coordinates" CHECK(json_valid("visits"."coordinates"))
) STRICT;

CREATE INDEX `visits_day_index` ON `visits` (`visited_on`,`id`,`company_id`,`draft`,`type`,`flags`,`themes`) WHERE deleted_at IS NULL;

CREATE INDEX `visits_company` ON `visits` (`company_id`,`visited_on`,`id`,`draft`,`next_visit_by`) WHERE deleted_at IS NULL;

CREATE INDEX `visits_drafts` ON `visits` (`id`) WHERE deleted_at IS NULL AND draft = 1;

-- Full-text index over every record, on text folded for the Nordic letters (shared/domain/search-text.ts).
-- Contentless: the texts stand in their own tables. Which record a row stands for is in search_rows.
CREATE VIRTUAL TABLE search_index USING fts5(
	title,
	body,
	content='',
	contentless_delete=1,
	prefix='2 3 4',
	tokenize="unicode61 remove_diacritics 0"
);
