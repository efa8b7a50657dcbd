DROP INDEX "cases_parties";--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_open_township" ON "cases" USING btree ("township_code","id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_open_cell" ON "cases" USING btree ("cell_code","id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_open_unit" ON "cases" USING btree ("lead_unit","id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_holder" ON "cases" USING btree ("holder","id") WHERE "cases"."holder" is not null;--> statement-breakpoint
CREATE INDEX "cases_item" ON "cases" USING btree ("item_code","id") WHERE "cases"."item_code" is not null;--> statement-breakpoint
CREATE INDEX "cases_updated" ON "cases" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "cases_open_reporter" ON "cases" USING btree ("reported_by","id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_strips" ON "cases" USING btree (round("lat" * 100),"lng","lat","updated_at","id") WHERE "cases"."lng" + 0 is not null;--> statement-breakpoint
CREATE INDEX "cases_parties" ON "cases" USING btree ("id","parties") WHERE "cases"."parties" is not null;
--> statement-breakpoint
-- What cases are found by (db/words.ts).
CREATE TABLE "case_words" ("case_id" text COLLATE "C" PRIMARY KEY NOT NULL, "grams" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "case_words_grams" ON "case_words" USING gin ("grams");
