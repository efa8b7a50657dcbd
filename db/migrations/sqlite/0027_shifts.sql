CREATE TABLE `shift_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`source_kind` text NOT NULL,
	`source_key` text NOT NULL,
	`cause` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undone_reason` text
);
--> statement-breakpoint
CREATE INDEX `shift_batches_at` ON `shift_batches` (`at`);--> statement-breakpoint
CREATE TABLE `shift_cases` (
	`batch_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`batch_id`, `case_id`)
);
