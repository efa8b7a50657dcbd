ALTER TABLE `reporters` ADD `phone_key` text;--> statement-breakpoint
CREATE INDEX `reporters_phone` ON `reporters` (`phone_key`) WHERE "reporters"."phone_key" is not null;