ALTER TABLE "reporters" ADD COLUMN "phone_key" text;--> statement-breakpoint
CREATE INDEX "reporters_phone" ON "reporters" USING btree ("phone_key") WHERE "reporters"."phone_key" is not null;