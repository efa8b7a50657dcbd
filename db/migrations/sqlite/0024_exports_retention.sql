CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`what` text NOT NULL,
	`rule` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_case` ON `erasures` (`case_id`,`what`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reason` text NOT NULL,
	`filter` text NOT NULL,
	`personal` integer NOT NULL,
	`rows` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision` text,
	`taken_at` integer
);
--> statement-breakpoint
CREATE INDEX `exports_asked` ON `exports` (`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`case_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
-- What was erased stays told: rows are added, never changed or taken away.
CREATE TRIGGER `erasures_no_update` BEFORE UPDATE ON `erasures` BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `erasures_no_delete` BEFORE DELETE ON `erasures` BEGIN SELECT RAISE(ABORT, 'erasures are append-only'); END;
