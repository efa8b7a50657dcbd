ALTER TABLE `cases` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `parent_case` text;--> statement-breakpoint
CREATE INDEX `cases_merged` ON `cases` (`merged_into`) WHERE "cases"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX `cases_parent` ON `cases` (`parent_case`) WHERE "cases"."parent_case" is not null;--> statement-breakpoint
ALTER TABLE `photos` ADD `taken_at` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `lng` real;--> statement-breakpoint
ALTER TABLE `photos` ADD `lat` real;--> statement-breakpoint
ALTER TABLE `photos` ADD `print` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `band0` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `band1` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `band2` integer;--> statement-breakpoint
ALTER TABLE `photos` ADD `band3` integer;--> statement-breakpoint
CREATE INDEX `photos_band0` ON `photos` (`band0`);--> statement-breakpoint
CREATE INDEX `photos_band1` ON `photos` (`band1`);--> statement-breakpoint
CREATE INDEX `photos_band2` ON `photos` (`band2`);--> statement-breakpoint
CREATE INDEX `photos_band3` ON `photos` (`band3`);--> statement-breakpoint
CREATE INDEX `events_answers` ON `events` (`actor_unit`,`at`) WHERE "events"."action" = 'handle';