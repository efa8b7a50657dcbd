CREATE TABLE "held_times" (
	"case_id" text COLLATE "C" NOT NULL,
	"at" integer NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"township" text COLLATE "C" NOT NULL,
	"lead" text COLLATE "C" NOT NULL,
	"from" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "held_times_case_id_at_pk" PRIMARY KEY("case_id","at")
);
--> statement-breakpoint
CREATE TABLE "objection_cases" (
	"case_id" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"objection_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "objection_cases_case_id_subject_unit_objection_id_pk" PRIMARY KEY("case_id","subject","unit","objection_id")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"indicator" text COLLATE "C" NOT NULL,
	"group_by" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"from" bigint NOT NULL,
	"to" bigint NOT NULL,
	"over" double precision NOT NULL,
	"of" double precision NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"answer" text,
	"answered_by" text COLLATE "C",
	"answered_at" bigint,
	"undo_reason" text,
	"undone_by" text COLLATE "C",
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"case_id" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"opened_at" bigint NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"township" text COLLATE "C" NOT NULL,
	"cell" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"profile" text COLLATE "C" NOT NULL,
	CONSTRAINT "tallies_case_id_subject_unit_pk" PRIMARY KEY("case_id","subject","unit")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "tallied" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "held_times_until" ON "held_times" USING btree ("until","from");--> statement-breakpoint
CREATE INDEX "held_times_running" ON "held_times" USING btree ("from") WHERE "held_times"."until" is null;--> statement-breakpoint
CREATE INDEX "objection_cases_objection" ON "objection_cases" USING btree ("objection_id");--> statement-breakpoint
CREATE INDEX "objections_unit" ON "objections" USING btree ("unit","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_figure" ON "objections" USING btree ("indicator","group_by","unit","from","to") WHERE "objections"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "tallies_opened" ON "tallies" USING btree ("opened_at","subject","unit","profile");--> statement-breakpoint
CREATE INDEX "cases_untallied" ON "cases" USING btree ("id") WHERE "cases"."tallied" = false;