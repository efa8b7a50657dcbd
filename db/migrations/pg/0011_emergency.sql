CREATE TABLE "emergencies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"area" jsonb NOT NULL,
	"reason" text NOT NULL,
	"started_at" bigint NOT NULL,
	"started_by" text COLLATE "C" NOT NULL,
	"ended_at" bigint,
	"ended_by" text COLLATE "C",
	"end_words" text,
	"version" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergency_log" (
	"emergency_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"account_id" text COLLATE "C",
	"facts" jsonb NOT NULL,
	CONSTRAINT "emergency_log_emergency_id_kind_at_pk" PRIMARY KEY("emergency_id","kind","at")
);
--> statement-breakpoint
ALTER TABLE "emergency_log" ADD CONSTRAINT "emergency_log_emergency_id_emergencies_id_fk" FOREIGN KEY ("emergency_id") REFERENCES "public"."emergencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emergencies_in_force" ON "emergencies" USING btree ("started_at") WHERE "emergencies"."ended_at" is null;--> statement-breakpoint
-- What was switched and told stays as it was written.
CREATE TRIGGER emergency_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "emergency_log"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
