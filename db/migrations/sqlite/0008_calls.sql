CREATE TABLE `call_events` (
	`call_id` text NOT NULL,
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
	PRIMARY KEY(`call_id`, `seq`),
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_code` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `call_notices_to` ON `call_notices` (`to_code`,`id`);--> statement-breakpoint
CREATE TABLE `call_words` (
	`call_id` text NOT NULL,
	`seq` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`call_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`launch_id` text NOT NULL,
	`version` integer NOT NULL,
	`turn` integer NOT NULL,
	`case_id` text,
	`township` text NOT NULL,
	`level` text NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`item_code` text,
	`text` text NOT NULL,
	`address` text,
	`launched_by` text NOT NULL,
	`answers` text NOT NULL,
	`clocks` text NOT NULL,
	`climbed` integer NOT NULL,
	`unheard` text,
	`reopens` integer NOT NULL,
	`launched_at` integer NOT NULL,
	`sent_at` integer,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	`head_hash` text NOT NULL,
	`units` text NOT NULL,
	`waiting` text,
	`due_at` integer,
	`sweep_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_number` ON `calls` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_launch` ON `calls` (`launch_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_running_case` ON `calls` (`case_id`) WHERE "calls"."open" = true and "calls"."case_id" is not null;--> statement-breakpoint
CREATE INDEX `calls_township` ON `calls` (`township`,`id`);--> statement-breakpoint
CREATE INDEX `calls_launched` ON `calls` (`launched_at`);--> statement-breakpoint
CREATE INDEX `calls_case` ON `calls` (`case_id`) WHERE "calls"."case_id" is not null;--> statement-breakpoint
CREATE INDEX `calls_open` ON `calls` (`id`) WHERE "calls"."open" = true;--> statement-breakpoint
CREATE INDEX `calls_sweep` ON `calls` (`sweep_at`) WHERE "calls"."sweep_at" is not null;--> statement-breakpoint
-- The events of a call are written once, as those of a case are.
CREATE TRIGGER `call_events_no_update` BEFORE UPDATE ON `call_events` BEGIN SELECT RAISE(ABORT, 'call_events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `call_events_no_delete` BEFORE DELETE ON `call_events` BEGIN SELECT RAISE(ABORT, 'call_events are append-only'); END;
