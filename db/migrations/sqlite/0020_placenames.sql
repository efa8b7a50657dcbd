CREATE TABLE `place_names` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lng` real NOT NULL,
	`lat` real NOT NULL,
	`cell_code` text NOT NULL,
	`case_id` text,
	`taught_by` text NOT NULL,
	`taught_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE INDEX `place_names_at` ON `place_names` (`taught_at`);
--> statement-breakpoint
CREATE TRIGGER `place_names_no_delete` BEFORE DELETE ON `place_names` BEGIN SELECT RAISE(ABORT, 'place_names are never deleted'); END;
