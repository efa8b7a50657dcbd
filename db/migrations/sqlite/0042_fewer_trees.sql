-- Tables that are asked for by their own key alone, or nearly so, stand in the order of that key, once: beside rows with a number,
-- the key was a second tree, written with every row.
CREATE TABLE `outbox_by_key` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_kind` text NOT NULL,
	`to_code` text,
	`created_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`try_at` integer,
	`sent_at` integer,
	`seq` integer DEFAULT 0 NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `outbox_by_key` (`id`, `case_id`, `kind`, `to_kind`, `to_code`, `created_at`, `tries`, `try_at`, `sent_at`, `seq`) SELECT `id`, `case_id`, `kind`, `to_kind`, `to_code`, `created_at`, `tries`, `try_at`, `sent_at`, `seq` FROM `outbox` ORDER BY `id`;
--> statement-breakpoint
DROP TABLE `outbox`;
--> statement-breakpoint
ALTER TABLE `outbox_by_key` RENAME TO `outbox`;
--> statement-breakpoint
CREATE INDEX `outbox_unsent` ON `outbox` (`try_at`) WHERE "outbox"."try_at" is not null;
--> statement-breakpoint
CREATE INDEX `outbox_to` ON `outbox` (`to_code`,`id`) WHERE "outbox"."to_code" is not null;
--> statement-breakpoint
CREATE INDEX `outbox_orders` ON `outbox` (`case_id`) WHERE "outbox"."kind" in ('urge', 'supervise', 'circulate', 'instruct');
--> statement-breakpoint
CREATE TABLE `clocks_by_key` (
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
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `clocks_by_key` (`case_id`, `id`, `kind`, `unit`, `policy`, `started_at`, `spent`, `running_since`, `warn_at`, `due_at`, `severe_at`, `stage`, `look_at`, `stopped_at`, `outcome`, `provisional`) SELECT `case_id`, `id`, `kind`, `unit`, `policy`, `started_at`, `spent`, `running_since`, `warn_at`, `due_at`, `severe_at`, `stage`, `look_at`, `stopped_at`, `outcome`, `provisional` FROM `clocks` ORDER BY `case_id`, `id`;
--> statement-breakpoint
DROP TABLE `clocks`;
--> statement-breakpoint
ALTER TABLE `clocks_by_key` RENAME TO `clocks`;
--> statement-breakpoint
CREATE INDEX `clocks_finished` ON `clocks` (`stopped_at`,`kind`,`unit`,`case_id`) WHERE "clocks"."kind" in ('handle', 'close');
--> statement-breakpoint
CREATE INDEX `clocks_answered` ON `clocks` (`stopped_at`) WHERE "clocks"."kind" in ('file', 'supervise');
--> statement-breakpoint
CREATE TABLE `assignments_by_key` (
	`case_id` text NOT NULL,
	`unit` text NOT NULL,
	`part` text NOT NULL,
	`state` text NOT NULL,
	`handler` text,
	PRIMARY KEY(`case_id`, `unit`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `assignments_by_key` (`case_id`, `unit`, `part`, `state`, `handler`) SELECT `case_id`, `unit`, `part`, `state`, `handler` FROM `assignments` ORDER BY `case_id`, `unit`;
--> statement-breakpoint
DROP TABLE `assignments`;
--> statement-breakpoint
ALTER TABLE `assignments_by_key` RENAME TO `assignments`;
--> statement-breakpoint
CREATE INDEX `assignments_handler` ON `assignments` (`handler`,`case_id`) WHERE "assignments"."handler" is not null;
--> statement-breakpoint
CREATE INDEX `assignments_assisting` ON `assignments` (`unit`,`case_id`) WHERE "assignments"."part" = 'assist' and "assignments"."state" in ('called', 'signed');
--> statement-breakpoint
CREATE TABLE `sealed_words_by_key` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`case_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `sealed_words_by_key` (`case_id`, `seq`, `words`) SELECT `case_id`, `seq`, `words` FROM `sealed_words` ORDER BY `case_id`, `seq`;
--> statement-breakpoint
DROP TABLE `sealed_words`;
--> statement-breakpoint
ALTER TABLE `sealed_words_by_key` RENAME TO `sealed_words`;
--> statement-breakpoint
CREATE TRIGGER `sealed_words_delete_counted` AFTER DELETE ON `sealed_words` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:sealed_words', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TABLE `case_photos_by_key` (
	`photo_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`photo_id`, `case_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `case_photos_by_key` (`photo_id`, `case_id`) SELECT `photo_id`, `case_id` FROM `case_photos` ORDER BY `photo_id`, `case_id`;
--> statement-breakpoint
DROP TABLE `case_photos`;
--> statement-breakpoint
ALTER TABLE `case_photos_by_key` RENAME TO `case_photos`;
--> statement-breakpoint
CREATE TABLE `tally_sums_by_key` (
	`span` text NOT NULL,
	`unit` text NOT NULL,
	`subject` text NOT NULL,
	`township` text NOT NULL,
	`profile` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`span`, `unit`, `subject`, `township`, `profile`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `tally_sums_by_key` (`span`, `unit`, `subject`, `township`, `profile`, `count`) SELECT `span`, `unit`, `subject`, `township`, `profile`, `count` FROM `tally_sums` ORDER BY `span`, `unit`, `subject`, `township`, `profile`;
--> statement-breakpoint
DROP TABLE `tally_sums`;
--> statement-breakpoint
ALTER TABLE `tally_sums_by_key` RENAME TO `tally_sums`;
--> statement-breakpoint
CREATE TABLE `held_sums_by_key` (
	`month` text NOT NULL,
	`before` text NOT NULL,
	`unit` text NOT NULL,
	`state` text NOT NULL,
	`township` text NOT NULL,
	`lead` text NOT NULL,
	`held` integer NOT NULL,
	`cases` integer NOT NULL,
	PRIMARY KEY(`month`, `unit`, `state`, `township`, `lead`, `before`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `held_sums_by_key` (`month`, `before`, `unit`, `state`, `township`, `lead`, `held`, `cases`) SELECT `month`, `before`, `unit`, `state`, `township`, `lead`, `held`, `cases` FROM `held_sums` ORDER BY `month`, `unit`, `state`, `township`, `lead`, `before`;
--> statement-breakpoint
DROP TABLE `held_sums`;
--> statement-breakpoint
ALTER TABLE `held_sums_by_key` RENAME TO `held_sums`;
