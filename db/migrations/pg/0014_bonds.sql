ALTER TABLE "cases" ADD COLUMN "merged_into" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "parent_case" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "taken_at" bigint;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "print" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "band0" integer;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "band1" integer;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "band2" integer;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "band3" integer;--> statement-breakpoint
CREATE INDEX "cases_merged" ON "cases" USING btree ("merged_into") WHERE "cases"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "cases_parent" ON "cases" USING btree ("parent_case") WHERE "cases"."parent_case" is not null;--> statement-breakpoint
CREATE INDEX "events_answers" ON "events" USING btree ("actor_unit","at") WHERE "events"."action" = 'handle';--> statement-breakpoint
CREATE INDEX "photos_band0" ON "photos" USING btree ("band0");--> statement-breakpoint
CREATE INDEX "photos_band1" ON "photos" USING btree ("band1");--> statement-breakpoint
CREATE INDEX "photos_band2" ON "photos" USING btree ("band2");--> statement-breakpoint
CREATE INDEX "photos_band3" ON "photos" USING btree ("band3");