CREATE TABLE "erasures" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_at" bigint NOT NULL,
	"reason" text NOT NULL,
	"filter" jsonb NOT NULL,
	"personal" boolean NOT NULL,
	"rows" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"decision" text,
	"taken_at" bigint
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"case_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_case" ON "erasures" USING btree ("case_id","what");--> statement-breakpoint
CREATE INDEX "exports_asked" ON "exports" USING btree ("asked_at","id");
--> statement-breakpoint
-- What was erased stays told: rows are added, never changed or taken away.
CREATE TRIGGER erasures_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "erasures"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
