DROP INDEX `cases_count_cell`;--> statement-breakpoint
CREATE INDEX `cases_count_cell` ON `cases` (`cell_code`,`due_at`) WHERE "cases"."open" = true;