CREATE TABLE `held_times` (
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`unit` text NOT NULL,
	`state` text NOT NULL,
	`township` text NOT NULL,
	`lead` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`case_id`, `at`)
);
--> statement-breakpoint
CREATE INDEX `held_times_until` ON `held_times` (`until`,`from`);--> statement-breakpoint
CREATE INDEX `held_times_running` ON `held_times` (`from`) WHERE "held_times"."until" is null;--> statement-breakpoint
CREATE TABLE `objection_cases` (
	`case_id` text NOT NULL,
	`subject` text NOT NULL,
	`unit` text NOT NULL,
	`objection_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `subject`, `unit`, `objection_id`)
);
--> statement-breakpoint
CREATE INDEX `objection_cases_objection` ON `objection_cases` (`objection_id`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`group_by` text NOT NULL,
	`unit` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`over` real NOT NULL,
	`of` real NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`undo_reason` text,
	`undone_by` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `objections_unit` ON `objections` (`unit`,`asked_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `objections_figure` ON `objections` (`indicator`,`group_by`,`unit`,`from`,`to`) WHERE "objections"."state" <> 'withdrawn';--> statement-breakpoint
CREATE TABLE `tallies` (
	`case_id` text NOT NULL,
	`subject` text NOT NULL,
	`unit` text NOT NULL,
	`opened_at` integer NOT NULL,
	`month` text NOT NULL,
	`township` text NOT NULL,
	`cell` text NOT NULL,
	`item` text NOT NULL,
	`profile` text NOT NULL,
	PRIMARY KEY(`case_id`, `subject`, `unit`)
);
--> statement-breakpoint
CREATE INDEX `tallies_opened` ON `tallies` (`opened_at`,`subject`,`unit`,`profile`);--> statement-breakpoint
ALTER TABLE `cases` ADD `tallied` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_untallied` ON `cases` (`id`) WHERE "cases"."tallied" = false;