-- Plans with focus areas, projects with milestones, saved views; attachments become documents, and may belong to a project, a milestone or nothing.

CREATE TABLE `baselines` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`milestone_id` text NOT NULL,
	`baseline_on` text NOT NULL,
	`set_on` text NOT NULL,
	`decision_id` text,
	`replaced_on` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "baselines_on" CHECK("baselines"."baseline_on" IS date("baselines"."baseline_on")),
	CONSTRAINT "baselines_set" CHECK("baselines"."set_on" IS date("baselines"."set_on")),
	CONSTRAINT "baselines_replaced" CHECK("baselines"."replaced_on" IS date("baselines"."replaced_on"))
) STRICT;

CREATE INDEX `baselines_milestone` ON `baselines` (`milestone_id`,`replaced_on`) WHERE deleted_at IS NULL;

CREATE TABLE `financings` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`project_id` text NOT NULL,
	`source` text NOT NULL,
	`partner_id` text,
	`amount` integer NOT NULL,
	`granted` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;

CREATE INDEX `financings_project` ON `financings` (`project_id`,`granted`,`amount`) WHERE deleted_at IS NULL;

CREATE TABLE `focus_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`responsible_id` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;

CREATE INDEX `focus_areas_number` ON `focus_areas` (`plan_id`,`number`) WHERE deleted_at IS NULL;

CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`project_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`owner_id` text NOT NULL,
	`baseline_on` text NOT NULL,
	`baseline_set_on` text NOT NULL,
	`baseline_decision_id` text,
	`forecast_on` text,
	`actual_on` text,
	`deviation_reason` text,
	`note` text,
	`stands_on` text NOT NULL,
	`sort_title` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`baseline_decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "milestones_baseline" CHECK("milestones"."baseline_on" IS date("milestones"."baseline_on")),
	CONSTRAINT "milestones_set" CHECK("milestones"."baseline_set_on" IS date("milestones"."baseline_set_on")),
	CONSTRAINT "milestones_forecast" CHECK("milestones"."forecast_on" IS date("milestones"."forecast_on")),
	CONSTRAINT "milestones_actual" CHECK("milestones"."actual_on" IS date("milestones"."actual_on"))
) STRICT;

CREATE INDEX `milestones_project` ON `milestones` (`project_id`,`position`) WHERE deleted_at IS NULL;

CREATE INDEX `milestones_stands` ON `milestones` (`stands_on`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `milestones_title` ON `milestones` (`sort_title`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `milestones_waiting` ON `milestones` (`stands_on`) WHERE deleted_at IS NULL AND actual_on IS NULL;

CREATE INDEX `milestones_decision` ON `milestones` (`baseline_decision_id`) WHERE baseline_decision_id IS NOT NULL;

CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`title` text NOT NULL,
	`version_label` text,
	`period_from` integer,
	`period_to` integer,
	`status` text NOT NULL,
	`area_label` text,
	CONSTRAINT "plans_status" CHECK("plans"."status" IN ('draft', 'inForce', 'superseded'))
) STRICT;

CREATE TABLE `project_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`project_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`role` text NOT NULL,
	`note` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "project_partners_role" CHECK("project_partners"."role" IN ('owner', 'partner', 'funder', 'supplier', 'referenceGroup'))
) STRICT;

CREATE INDEX `project_partners_once` ON `project_partners` (`project_id`,`partner_id`,`role`) WHERE deleted_at IS NULL;

CREATE INDEX `project_partners_partner` ON `project_partners` (`partner_id`) WHERE deleted_at IS NULL;

CREATE TABLE `project_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`project_id` text NOT NULL,
	`reported_on` text NOT NULL,
	`light` text NOT NULL,
	`comment` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "project_reports_light" CHECK("project_reports"."light" IN ('green', 'amber', 'red')),
	CONSTRAINT "project_reports_day" CHECK("project_reports"."reported_on" IS date("project_reports"."reported_on"))
) STRICT;

CREATE INDEX `project_reports_project` ON `project_reports` (`project_id`,`reported_on`,`id`) WHERE deleted_at IS NULL;

CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`title` text NOT NULL,
	`number` text,
	`lighthouse` integer NOT NULL,
	`focus_area_ids` text NOT NULL,
	`cross_cutting` integer NOT NULL,
	`lead_id` text,
	`start_year` integer NOT NULL,
	`start_on` text,
	`end_planned_on` text,
	`end_actual_on` text,
	`status` text NOT NULL,
	`budget_amount` integer,
	`currency` text,
	`next_decision_id` text,
	`continues_as_id` text,
	`description` text,
	`effect` text,
	`sort_title` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`lead_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`next_decision_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`continues_as_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "projects_status" CHECK("projects"."status" IN ('notStated', 'idea', 'preliminaryStudy', 'planned', 'running', 'onHold', 'finished', 'stopped')),
	CONSTRAINT "projects_currency" CHECK("projects"."currency" IN ('NOK', 'SEK')),
	CONSTRAINT "projects_areas" CHECK(json_valid("projects"."focus_area_ids"))
) STRICT;

CREATE INDEX `projects_title` ON `projects` (`sort_title`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `projects_year` ON `projects` (`start_year`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `projects_next` ON `projects` (`next_decision_id`) WHERE next_decision_id IS NOT NULL;

CREATE INDEX `projects_continues` ON `projects` (`continues_as_id`) WHERE continues_as_id IS NOT NULL;

CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`register` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "saved_views_register" CHECK("saved_views"."register" IN ('companies', 'visits', 'followUps', 'meetings', 'decisions', 'actions', 'partners', 'commitments', 'projects', 'milestones', 'documents')),
	CONSTRAINT "saved_views_search" CHECK(json_valid("saved_views"."search"))
) STRICT;

CREATE INDEX `saved_views_register_place` ON `saved_views` (`register`,`position`) WHERE deleted_at IS NULL;

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
	`project_id` text,
	`milestone_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`alt_text` text,
	`document_kind` text DEFAULT 'attachment' NOT NULL,
	`language` text,
	`made_on` text,
	`supersedes_id` text,
	`publicity` text DEFAULT 'public' NOT NULL,
	`exemption_reason` text,
	`retention` text DEFAULT 'preserve' NOT NULL,
	`dispose_on` text,
	`archive_status` text DEFAULT 'current' NOT NULL,
	`disposed_on` text,
	`disposed_reason` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`supersedes_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachments_kind" CHECK("__new_attachments"."kind" IN ('photo', 'file')),
	CONSTRAINT "attachments_document" CHECK("__new_attachments"."document_kind" IN ('notice', 'agenda', 'minutes', 'casePaper', 'attachment', 'decisionExtract', 'boardPackage', 'report', 'agreement', 'letter')),
	CONSTRAINT "attachments_language" CHECK("__new_attachments"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "attachments_publicity" CHECK("__new_attachments"."publicity" IN ('public', 'exempt', 'notPublic')),
	CONSTRAINT "attachments_retention" CHECK("__new_attachments"."retention" IN ('preserve', 'dispose')),
	CONSTRAINT "attachments_archive" CHECK("__new_attachments"."archive_status" IN ('current', 'archived')),
	CONSTRAINT "attachments_one_home" CHECK(("__new_attachments"."visit_id" IS NULL) + ("__new_attachments"."item_id" IS NULL) + ("__new_attachments"."meeting_id" IS NULL) + ("__new_attachments"."partner_id" IS NULL) + ("__new_attachments"."commitment_id" IS NULL) + ("__new_attachments"."delivery_id" IS NULL) + ("__new_attachments"."project_id" IS NULL) + ("__new_attachments"."milestone_id" IS NULL) >= 7)
) STRICT;

INSERT INTO `__new_attachments`("id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "partner_id", "commitment_id", "delivery_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "partner_id", "commitment_id", "delivery_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text" FROM `attachments`;

DROP TABLE `attachments`;

ALTER TABLE `__new_attachments` RENAME TO `attachments`;

CREATE INDEX `attachments_visit` ON `attachments` (`visit_id`);

CREATE INDEX `attachments_item` ON `attachments` (`item_id`);

CREATE INDEX `attachments_meeting` ON `attachments` (`meeting_id`);

CREATE INDEX `attachments_partner` ON `attachments` (`partner_id`);

CREATE INDEX `attachments_commitment` ON `attachments` (`commitment_id`);

CREATE INDEX `attachments_delivery` ON `attachments` (`delivery_id`);

CREATE INDEX `attachments_project` ON `attachments` (`project_id`) WHERE project_id IS NOT NULL;

CREATE INDEX `attachments_milestone` ON `attachments` (`milestone_id`) WHERE milestone_id IS NOT NULL;

CREATE INDEX `attachments_supersedes` ON `attachments` (`supersedes_id`) WHERE supersedes_id IS NOT NULL;

CREATE INDEX `attachments_made` ON `attachments` (CASE WHEN made_on IS NULL THEN created_stamp ELSE made_on END,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `papers_made` ON `papers` (`made_on`,`id`) WHERE deleted_at IS NULL;

ALTER TABLE `agenda_items` ADD `origin_commitment_id` text;

ALTER TABLE `agenda_items` ADD `origin_project_id` text;

ALTER TABLE `commitments` ADD `project_id` text REFERENCES projects(id);

CREATE INDEX `commitments_project` ON `commitments` (`project_id`) WHERE project_id IS NOT NULL;
