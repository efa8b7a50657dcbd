DROP INDEX "cases_open";--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("id","parties") WHERE "cases"."open" = true;