CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`unit` text,
	`cells` text NOT NULL,
	`disabled` integer NOT NULL,
	`demo` integer NOT NULL,
	`created_at` integer NOT NULL,
	`password_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE TABLE `case_photos` (
	`photo_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`photo_id`, `case_id`)
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`version` integer NOT NULL,
	`turn` integer NOT NULL,
	`report_id` text NOT NULL,
	`tracking_code` text NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`channel` text NOT NULL,
	`reported_at` integer NOT NULL,
	`reported_by` text,
	`text` text NOT NULL,
	`address` text,
	`point` text,
	`lng` real,
	`lat` real,
	`placement` text,
	`cell_code` text,
	`township_code` text,
	`item_code` text,
	`condition_code` text,
	`urgency` text NOT NULL,
	`reading` text NOT NULL,
	`desk` text,
	`confidential` integer NOT NULL,
	`contactable` integer NOT NULL,
	`lead_unit` text,
	`holder` text,
	`handled_by` text,
	`returns` integer NOT NULL,
	`reworks` integer NOT NULL,
	`urges` integer NOT NULL,
	`missed` integer NOT NULL,
	`warn_at` integer,
	`due_at` integer,
	`severe_at` integer,
	`follow_up` text,
	`rating_score` integer,
	`rating_by` text,
	`rated_at` integer,
	`photos` text,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	`head_hash` text NOT NULL,
	`sweep_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_report` ON `cases` (`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_township` ON `cases` (`township_code`,`id`);--> statement-breakpoint
CREATE INDEX `cases_cell` ON `cases` (`cell_code`,`id`);--> statement-breakpoint
CREATE INDEX `cases_unit` ON `cases` (`lead_unit`,`id`) WHERE "cases"."lead_unit" is not null;--> statement-breakpoint
CREATE INDEX `cases_reporter` ON `cases` (`reported_by`,`id`) WHERE "cases"."reported_by" is not null;--> statement-breakpoint
CREATE INDEX `cases_due` ON `cases` (`due_at`,`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_sweep` ON `cases` (`sweep_at`) WHERE "cases"."sweep_at" is not null;--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`closed_at`) WHERE "cases"."closed_at" is not null;--> statement-breakpoint
CREATE TABLE `cells` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`township_code` text NOT NULL,
	`community_code` text NOT NULL,
	`kind` text NOT NULL,
	`rings` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`code`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `clocks` (
	`case_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`unit` text,
	`policy` text NOT NULL,
	`started_at` integer NOT NULL,
	`spent` real NOT NULL,
	`running_since` integer,
	`warn_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`severe_at` integer NOT NULL,
	`stage` text NOT NULL,
	`look_at` integer,
	`stopped_at` integer,
	`outcome` text,
	`provisional` integer NOT NULL,
	PRIMARY KEY(`case_id`, `id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clocks_stopped` ON `clocks` (`stopped_at`) WHERE "clocks"."stopped_at" is not null;--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`action` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`actor_role` text NOT NULL,
	`actor_unit` text,
	`from` text,
	`to` text NOT NULL,
	`facts` text NOT NULL,
	`seals` text NOT NULL,
	`command_id` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_sent_back` ON `events` (`at`) WHERE "events"."action" in ('return', 'rework');--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_code` text,
	`created_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`try_at` integer,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_unsent` ON `outbox` (`try_at`) WHERE "outbox"."try_at" is not null;--> statement-breakpoint
CREATE INDEX `outbox_to` ON `outbox` (`to_code`,`id`) WHERE "outbox"."to_code" is not null;--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`uploaded_by` text,
	`uploaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reference` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `code`)
);
--> statement-breakpoint
CREATE TABLE `reporters` (
	`case_id` text PRIMARY KEY NOT NULL,
	`name` text,
	`phone` text
);
--> statement-breakpoint
CREATE TABLE `reveals` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reveals_case` ON `reveals` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `sealed_words` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_key` ON `sign_in_failures` (`key`,`at`);