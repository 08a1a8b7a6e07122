CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`focus_area_id` text,
	`goal_id` text,
	`strategy_id` text,
	`code` text,
	`title` text NOT NULL,
	`year` integer,
	`responsible_id` text,
	`status` text NOT NULL,
	`status_comment` text,
	`status_on` text,
	`due_on` text,
	`depends_on` text,
	`previous_id` text,
	`sort_title` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`focus_area_id`) REFERENCES `focus_areas`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "activities_status" CHECK("activities"."status" IN ('notStated', 'planned', 'ongoing', 'done', 'dropped')),
	CONSTRAINT "activities_status_on" CHECK("activities"."status_on" IS date("activities"."status_on")),
	CONSTRAINT "activities_due" CHECK("activities"."due_on" IS date("activities"."due_on"))
) STRICT;

CREATE INDEX `activities_plan` ON `activities` (`plan_id`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `activities_goal` ON `activities` (`goal_id`) WHERE goal_id IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE `goal_links` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`goal_id` text NOT NULL,
	`commitment_id` text,
	`project_id` text,
	`milestone_id` text,
	`decision_id` text,
	`visit_id` text,
	`follow_up_id` text,
	`indicator_id` text,
	`note` text,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_ups`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "goal_links_one" CHECK(("goal_links"."commitment_id" IS NULL) + ("goal_links"."project_id" IS NULL) + ("goal_links"."milestone_id" IS NULL) + ("goal_links"."decision_id" IS NULL) + ("goal_links"."visit_id" IS NULL) + ("goal_links"."follow_up_id" IS NULL) + ("goal_links"."indicator_id" IS NULL) = 6)
) STRICT;

CREATE INDEX `goal_links_goal` ON `goal_links` (`goal_id`) WHERE deleted_at IS NULL;

CREATE INDEX `goal_links_commitment` ON `goal_links` (`commitment_id`) WHERE commitment_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_project` ON `goal_links` (`project_id`) WHERE project_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_milestone` ON `goal_links` (`milestone_id`) WHERE milestone_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_decision` ON `goal_links` (`decision_id`) WHERE decision_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_visit` ON `goal_links` (`visit_id`) WHERE visit_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_follow_up` ON `goal_links` (`follow_up_id`) WHERE follow_up_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX `goal_links_indicator` ON `goal_links` (`indicator_id`) WHERE indicator_id IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`focus_area_id` text,
	`parent_id` text,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	`definition` text,
	`target_kind` text NOT NULL,
	`target_value` real,
	`target_unit` text,
	`comparator` text,
	`baseline_value` real,
	`baseline_unit` text,
	`baseline_period` text,
	`baseline_source` text,
	`reference_id` text,
	`reference_text` text,
	`target_period` text,
	`deadline` text,
	`test` text,
	`responsible_id` text,
	`status` text,
	`status_comment` text,
	`status_on` text,
	`lead_indicator_id` text,
	`strategy_intro` text,
	`previous_id` text,
	`sort_title` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`focus_area_id`) REFERENCES `focus_areas`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`parent_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`reference_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`lead_indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "goals_kind" CHECK("goals"."target_kind" IN ('none', 'level', 'multiple', 'relativeChange', 'absoluteChange', 'annualRate', 'betterThanReference', 'qualitative')),
	CONSTRAINT "goals_unit" CHECK("goals"."target_unit" IN ('notStated', 'number', 'percent', 'percentagePoints', 'NOK', 'SEK', 'nokPerEmployee', 'index', 'rank', 'other')),
	CONSTRAINT "goals_base_unit" CHECK("goals"."baseline_unit" IN ('notStated', 'number', 'percent', 'percentagePoints', 'NOK', 'SEK', 'nokPerEmployee', 'index', 'rank', 'other')),
	CONSTRAINT "goals_comparator" CHECK("goals"."comparator" IN ('atLeast', 'moreThan', 'atMost', 'lessThan', 'rank')),
	CONSTRAINT "goals_status" CHECK("goals"."status" IN ('onTrack', 'atRisk', 'offTrack', 'reached', 'notMeasurable')),
	CONSTRAINT "goals_deadline" CHECK("goals"."deadline" IS date("goals"."deadline")),
	CONSTRAINT "goals_status_on" CHECK("goals"."status_on" IS date("goals"."status_on"))
) STRICT;

CREATE INDEX `goals_plan` ON `goals` (`plan_id`,`position`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `goals_title` ON `goals` (`sort_title`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `goals_lead` ON `goals` (`lead_indicator_id`) WHERE lead_indicator_id IS NOT NULL;

CREATE INDEX `goals_previous` ON `goals` (`previous_id`) WHERE previous_id IS NOT NULL;

CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`plan_id` text,
	`group_name` text,
	`unit` text NOT NULL,
	`unit_text` text,
	`decimals` integer NOT NULL,
	`direction` text NOT NULL,
	`source_name` text,
	`source_url` text,
	`source_table` text,
	`frequency` text NOT NULL,
	`availability` text NOT NULL,
	`region_codes` text NOT NULL,
	`breakdown` text NOT NULL,
	`definition` text,
	`calculation` text,
	`responsible_id` text,
	`next_expected_on` text,
	`jump_factor` real,
	`sort_title` text NOT NULL,
	`sort_code` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "indicators_unit" CHECK("indicators"."unit" IN ('notStated', 'number', 'percent', 'percentagePoints', 'NOK', 'SEK', 'nokPerEmployee', 'index', 'rank', 'other')),
	CONSTRAINT "indicators_direction" CHECK("indicators"."direction" IN ('higherBetter', 'lowerBetter', 'neutral')),
	CONSTRAINT "indicators_frequency" CHECK("indicators"."frequency" IN ('monthly', 'quarterly', 'twiceYearly', 'yearly', 'everySecondYear', 'irregular', 'notStated')),
	CONSTRAINT "indicators_availability" CHECK("indicators"."availability" IN ('open', 'mustBeOrdered', 'ownSurvey', 'ownRegister')),
	CONSTRAINT "indicators_breakdown" CHECK("indicators"."breakdown" IN ('none', 'industry', 'municipality', 'sex', 'age')),
	CONSTRAINT "indicators_regions" CHECK(json_valid("indicators"."region_codes")),
	CONSTRAINT "indicators_next" CHECK("indicators"."next_expected_on" IS date("indicators"."next_expected_on"))
) STRICT;

CREATE INDEX `indicators_code` ON `indicators` (`sort_code`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `indicators_title` ON `indicators` (`sort_title`,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `indicators_plan` ON `indicators` (`plan_id`) WHERE plan_id IS NOT NULL;

CREATE INDEX `indicators_expected` ON `indicators` (`next_expected_on`) WHERE deleted_at IS NULL AND next_expected_on IS NOT NULL;

CREATE TABLE `measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`indicator_id` text NOT NULL,
	`region_code` text NOT NULL,
	`period` text NOT NULL,
	`breakdown_code` text,
	`value` real,
	`missing_reason` text,
	`status` text NOT NULL,
	`vintage` text NOT NULL,
	`series_break` integer NOT NULL,
	`break_note` text,
	`source_document` text,
	`entered_by` text,
	`note` text,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "measurements_status" CHECK("measurements"."status" IN ('final', 'preliminary', 'estimated', 'revised', 'missing')),
	CONSTRAINT "measurements_vintage" CHECK("measurements"."vintage" IS date("measurements"."vintage"))
) STRICT;

CREATE INDEX `measurements_series` ON `measurements` (`indicator_id`,`region_code`,`breakdown_code`,`period`,`vintage`) WHERE deleted_at IS NULL;

CREATE TABLE `plan_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`lines` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "plan_sections_lines" CHECK(json_valid("plan_sections"."lines"))
) STRICT;

CREATE INDEX `plan_sections_plan` ON `plan_sections` (`plan_id`,`position`) WHERE deleted_at IS NULL;

CREATE TABLE `strategies` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`goal_id` text,
	`focus_area_id` text,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`examples` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`focus_area_id`) REFERENCES `focus_areas`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "strategies_examples" CHECK(json_valid("strategies"."examples"))
) STRICT;

CREATE INDEX `strategies_plan` ON `strategies` (`plan_id`,`position`) WHERE deleted_at IS NULL;

CREATE TABLE `wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`goal_id` text,
	`text` text NOT NULL,
	`source_document` text,
	`place` text,
	`in_force` integer NOT NULL,
	`target_value` real,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;

CREATE INDEX `wordings_plan` ON `wordings` (`plan_id`,`goal_id`) WHERE deleted_at IS NULL;

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
	`plan_id` text,
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
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`supersedes_id`) REFERENCES `attachments`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachments_kind" CHECK("__new_attachments"."kind" IN ('photo', 'file')),
	CONSTRAINT "attachments_document" CHECK("__new_attachments"."document_kind" IN ('notice', 'agenda', 'minutes', 'casePaper', 'attachment', 'decisionExtract', 'boardPackage', 'report', 'agreement', 'letter')),
	CONSTRAINT "attachments_language" CHECK("__new_attachments"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "attachments_publicity" CHECK("__new_attachments"."publicity" IN ('public', 'exempt', 'notPublic')),
	CONSTRAINT "attachments_retention" CHECK("__new_attachments"."retention" IN ('preserve', 'dispose')),
	CONSTRAINT "attachments_archive" CHECK("__new_attachments"."archive_status" IN ('current', 'archived')),
	CONSTRAINT "attachments_one_home" CHECK(("__new_attachments"."visit_id" IS NULL) + ("__new_attachments"."item_id" IS NULL) + ("__new_attachments"."meeting_id" IS NULL) + ("__new_attachments"."partner_id" IS NULL) + ("__new_attachments"."commitment_id" IS NULL) + ("__new_attachments"."delivery_id" IS NULL) + ("__new_attachments"."project_id" IS NULL) + ("__new_attachments"."milestone_id" IS NULL) + ("__new_attachments"."plan_id" IS NULL) >= 8)
) STRICT;

INSERT INTO `__new_attachments`("id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "partner_id", "commitment_id", "delivery_id", "project_id", "milestone_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text", "document_kind", "language", "made_on", "supersedes_id", "publicity", "exemption_reason", "retention", "dispose_on", "archive_status", "disposed_on", "disposed_reason") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "visit_id", "item_id", "meeting_id", "partner_id", "commitment_id", "delivery_id", "project_id", "milestone_id", "kind", "title", "file_name", "mime", "size", "sha256", "alt_text", "document_kind", "language", "made_on", "supersedes_id", "publicity", "exemption_reason", "retention", "dispose_on", "archive_status", "disposed_on", "disposed_reason" FROM `attachments`;

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

CREATE INDEX `attachments_plan` ON `attachments` (`plan_id`) WHERE plan_id IS NOT NULL;

CREATE INDEX `attachments_made` ON `attachments` (CASE WHEN made_on IS NULL THEN created_stamp ELSE made_on END,`id`) WHERE deleted_at IS NULL;

CREATE INDEX `attachments_supersedes` ON `attachments` (`supersedes_id`) WHERE supersedes_id IS NOT NULL;

CREATE TABLE `__new_focus_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`responsible_id` text,
	`title_variants` text DEFAULT '[]' NOT NULL,
	`strategy_intro` text,
	`previous_id` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`previous_id`) REFERENCES `focus_areas`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "focus_areas_variants" CHECK(json_valid("__new_focus_areas"."title_variants"))
) STRICT;

INSERT INTO `__new_focus_areas`("id", "created_stamp", "changed_stamp", "deleted_at", "plan_id", "number", "title", "description", "responsible_id") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "plan_id", "number", "title", "description", "responsible_id" FROM `focus_areas`;

DROP TABLE `focus_areas`;

ALTER TABLE `__new_focus_areas` RENAME TO `focus_areas`;

CREATE INDEX `focus_areas_number` ON `focus_areas` (`plan_id`,`number`) WHERE deleted_at IS NULL;

CREATE TABLE `__new_plans` (
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
	`organisation` text,
	`country` text,
	`language` text,
	`adopted_by` text,
	`adopted_on` text,
	`vision` text,
	`mission` text,
	`main_goal` text,
	`value_list` text DEFAULT '[]' NOT NULL,
	`previous_version_id` text,
	`goal_label` text,
	`sub_goal_label` text,
	`strategy_label` text,
	`activity_label` text,
	FOREIGN KEY (`previous_version_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "plans_status" CHECK("__new_plans"."status" IN ('draft', 'inForce', 'superseded')),
	CONSTRAINT "plans_country" CHECK("__new_plans"."country" IN ('NO', 'SE')),
	CONSTRAINT "plans_language" CHECK("__new_plans"."language" IN ('nb', 'sv', 'en')),
	CONSTRAINT "plans_adopted" CHECK("__new_plans"."adopted_on" IS date("__new_plans"."adopted_on")),
	CONSTRAINT "plans_values" CHECK(json_valid("__new_plans"."value_list"))
) STRICT;

INSERT INTO `__new_plans`("id", "created_stamp", "changed_stamp", "deleted_at", "title", "version_label", "period_from", "period_to", "status", "area_label") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "title", "version_label", "period_from", "period_to", "status", "area_label" FROM `plans`;

DROP TABLE `plans`;

ALTER TABLE `__new_plans` RENAME TO `plans`;

CREATE INDEX `plans_previous` ON `plans` (`previous_version_id`) WHERE previous_version_id IS NOT NULL;

CREATE TABLE `__new_saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`created_stamp` text NOT NULL,
	`changed_stamp` text NOT NULL,
	`deleted_at` text,
	`register` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "saved_views_register" CHECK("__new_saved_views"."register" IN ('companies', 'visits', 'followUps', 'meetings', 'decisions', 'actions', 'partners', 'commitments', 'projects', 'milestones', 'documents', 'goals', 'activities', 'indicators')),
	CONSTRAINT "saved_views_search" CHECK(json_valid("__new_saved_views"."search"))
) STRICT;

INSERT INTO `__new_saved_views`("id", "created_stamp", "changed_stamp", "deleted_at", "register", "name", "search", "position") SELECT "id", "created_stamp", "changed_stamp", "deleted_at", "register", "name", "search", "position" FROM `saved_views`;

DROP TABLE `saved_views`;

ALTER TABLE `__new_saved_views` RENAME TO `saved_views`;

CREATE INDEX `saved_views_register_place` ON `saved_views` (`register`,`position`) WHERE deleted_at IS NULL;
