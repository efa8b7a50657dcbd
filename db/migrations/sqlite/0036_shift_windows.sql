ALTER TABLE `shift_batches` ADD `from_at` integer;--> statement-breakpoint
ALTER TABLE `shift_batches` ADD `until_at` integer;