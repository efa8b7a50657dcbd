CREATE TABLE `catalogues` (
	`version` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`note` text NOT NULL,
	`valid_from` text,
	`restores` integer,
	`body` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer
);
--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`label` text,
	`rejected` text,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `lessons_at` ON `lessons` (`at`);--> statement-breakpoint
CREATE INDEX `lessons_case` ON `lessons` (`case_id`);--> statement-breakpoint
CREATE TABLE `models` (
	`version` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`report` text NOT NULL,
	`body` text
);
