CREATE INDEX "assignments_assisting" ON "assignments" USING btree ("unit","case_id") WHERE "assignments"."part" = 'assist' and "assignments"."state" in ('called', 'signed');--> statement-breakpoint
CREATE INDEX "cases_count_state" ON "cases" USING btree (("state" || ''),"due_at","warn_at","severe_at") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_count_holder" ON "cases" USING btree (("holder" || ''),"warn_at","due_at") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_count_cell" ON "cases" USING btree (("cell_code" || ''),"due_at") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_count_township" ON "cases" USING btree (("township_code" || ''),"due_at") WHERE "cases"."open" = true;