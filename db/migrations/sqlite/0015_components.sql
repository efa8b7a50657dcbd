CREATE TABLE `cell_people` (
	`cell_code` text PRIMARY KEY NOT NULL,
	`people` integer NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `components` (
	`code` text PRIMARY KEY NOT NULL,
	`class_code` text NOT NULL,
	`name` text NOT NULL,
	`owner` text,
	`unit` text,
	`cell_code` text,
	`lng` real NOT NULL,
	`lat` real NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `components_cell` ON `components` (`cell_code`);--> statement-breakpoint
CREATE INDEX `components_lat` ON `components` (`lat`,`lng`);--> statement-breakpoint
CREATE INDEX `components_class` ON `components` (`class_code`,`code`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`township_code` text,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`body` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`note` text,
	`task_case` text
);
--> statement-breakpoint
CREATE INDEX `findings_open` ON `findings` (`township_code`) WHERE "findings"."state" = 'open';--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`lng` real NOT NULL,
	`lat` real NOT NULL,
	`people` integer,
	`phone` text,
	`source` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `component_code` text;--> statement-breakpoint
CREATE INDEX `cases_component` ON `cases` (`component_code`) WHERE "cases"."component_code" is not null;