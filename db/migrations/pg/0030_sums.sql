CREATE TABLE "held_sums" (
	"month" text COLLATE "C" NOT NULL,
	"before" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"township" text COLLATE "C" NOT NULL,
	"lead" text COLLATE "C" NOT NULL,
	"held" bigint NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "held_sums_month_unit_state_township_lead_before_pk" PRIMARY KEY("month","unit","state","township","lead","before")
);
--> statement-breakpoint
CREATE TABLE "tally_sums" (
	"span" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"township" text COLLATE "C" NOT NULL,
	"profile" text COLLATE "C" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tally_sums_span_unit_subject_township_profile_pk" PRIMARY KEY("span","unit","subject","township","profile")
);
--> statement-breakpoint
CREATE INDEX "clocks_finished" ON "clocks" USING btree ("stopped_at","kind","unit","case_id") WHERE "clocks"."kind" in ('handle', 'close');