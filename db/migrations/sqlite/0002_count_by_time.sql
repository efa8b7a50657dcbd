CREATE INDEX `cases_reported` ON `cases` (`reported_at`);--> statement-breakpoint
CREATE INDEX `clocks_given` ON `clocks` (`started_at`) WHERE "clocks"."kind" = 'accept';