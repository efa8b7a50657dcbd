CREATE TABLE `notice_reads` (
	`notice_id` text NOT NULL,
	`account_id` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`notice_id`, `account_id`)
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `posts` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `marks` text;--> statement-breakpoint
CREATE INDEX `cases_marks` ON `cases` (`id`) WHERE "cases"."marks" is not null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_orders` ON `outbox` (`case_id`) WHERE "outbox"."kind" in ('urge', 'supervise', 'circulate', 'instruct');--> statement-breakpoint
CREATE INDEX `events_brought_back` ON `events` (`at`) WHERE "events"."action" in ('dispute', 'reopen', 'rectify');