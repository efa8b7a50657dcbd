ALTER TABLE "cases" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "parties" text;--> statement-breakpoint
CREATE INDEX "cases_parties" ON "cases" USING btree ("id") WHERE "cases"."parties" is not null;