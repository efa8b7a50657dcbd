CREATE INDEX `assignments_assisting` ON `assignments` (`unit`,`case_id`) WHERE "assignments"."part" = 'assist' and "assignments"."state" in ('called', 'signed');--> statement-breakpoint
CREATE INDEX `cases_count_state` ON `cases` (("state" || ''),`due_at`,`warn_at`,`severe_at`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_count_holder` ON `cases` (("holder" || ''),`warn_at`,`due_at`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_count_cell` ON `cases` (("cell_code" || ''),`due_at`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_count_township` ON `cases` (("township_code" || ''),`due_at`) WHERE "cases"."open" = true;