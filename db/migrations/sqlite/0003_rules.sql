ALTER TABLE `cases` ADD `rules` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `parties` text;--> statement-breakpoint
CREATE INDEX `cases_parties` ON `cases` (`id`) WHERE "cases"."parties" is not null;