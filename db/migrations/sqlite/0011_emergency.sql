CREATE TABLE `emergencies` (
	`id` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`reason` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`end_words` text,
	`version` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `emergencies_in_force` ON `emergencies` (`started_at`) WHERE "emergencies"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `emergency_log` (
	`emergency_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`account_id` text,
	`facts` text NOT NULL,
	PRIMARY KEY(`emergency_id`, `kind`, `at`),
	FOREIGN KEY (`emergency_id`) REFERENCES `emergencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- What was switched and told stays as it was written.
CREATE TRIGGER `emergency_log_no_update` BEFORE UPDATE ON `emergency_log` BEGIN SELECT RAISE(ABORT, 'emergency_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `emergency_log_no_delete` BEFORE DELETE ON `emergency_log` BEGIN SELECT RAISE(ABORT, 'emergency_log is append-only'); END;
