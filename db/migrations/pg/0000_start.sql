CREATE TABLE "accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"username" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"cells" jsonb NOT NULL,
	"disabled" boolean NOT NULL,
	"demo" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"password_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_photos" (
	"photo_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_photos_photo_id_case_id_pk" PRIMARY KEY("photo_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"turn" integer NOT NULL,
	"report_id" text COLLATE "C" NOT NULL,
	"tracking_code" text NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"reported_at" bigint NOT NULL,
	"reported_by" text COLLATE "C",
	"text" text NOT NULL,
	"address" text,
	"point" jsonb,
	"lng" double precision,
	"lat" double precision,
	"placement" jsonb,
	"cell_code" text COLLATE "C",
	"township_code" text COLLATE "C",
	"item_code" text COLLATE "C",
	"condition_code" text COLLATE "C",
	"urgency" text COLLATE "C" NOT NULL,
	"reading" jsonb NOT NULL,
	"desk" jsonb,
	"confidential" boolean NOT NULL,
	"contactable" boolean NOT NULL,
	"lead_unit" text COLLATE "C",
	"holder" text COLLATE "C",
	"handled_by" text COLLATE "C",
	"returns" integer NOT NULL,
	"reworks" integer NOT NULL,
	"urges" integer NOT NULL,
	"missed" integer NOT NULL,
	"warn_at" bigint,
	"due_at" bigint,
	"severe_at" bigint,
	"follow_up" jsonb,
	"rating_score" integer,
	"rating_by" text COLLATE "C",
	"rated_at" bigint,
	"photos" jsonb,
	"closed_at" bigint,
	"updated_at" bigint NOT NULL,
	"head_hash" text COLLATE "C" NOT NULL,
	"sweep_at" bigint
);
--> statement-breakpoint
CREATE TABLE "cells" (
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"township_code" text COLLATE "C" NOT NULL,
	"community_code" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"rings" jsonb NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	CONSTRAINT "cells_code_valid_from_pk" PRIMARY KEY("code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"case_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"policy" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"spent" double precision NOT NULL,
	"running_since" bigint,
	"warn_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"severe_at" bigint NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"look_at" bigint,
	"stopped_at" bigint,
	"outcome" text COLLATE "C",
	"provisional" boolean NOT NULL,
	CONSTRAINT "clocks_case_id_id_pk" PRIMARY KEY("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"case_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_role" text COLLATE "C" NOT NULL,
	"actor_unit" text COLLATE "C",
	"from" text COLLATE "C",
	"to" text COLLATE "C" NOT NULL,
	"facts" jsonb NOT NULL,
	"seals" jsonb NOT NULL,
	"command_id" text COLLATE "C",
	"previous_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "events_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"to_kind" text COLLATE "C" NOT NULL,
	"to_code" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"tries" integer NOT NULL,
	"try_at" bigint,
	"sent_at" bigint
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_by" text COLLATE "C",
	"uploaded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference" (
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "reference_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
CREATE TABLE "reporters" (
	"case_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text,
	"phone" text
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_words" (
	"case_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "sealed_words_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_username" ON "accounts" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_report" ON "cases" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_township" ON "cases" USING btree ("township_code","id");--> statement-breakpoint
CREATE INDEX "cases_cell" ON "cases" USING btree ("cell_code","id");--> statement-breakpoint
CREATE INDEX "cases_unit" ON "cases" USING btree ("lead_unit","id") WHERE "cases"."lead_unit" is not null;--> statement-breakpoint
CREATE INDEX "cases_reporter" ON "cases" USING btree ("reported_by","id") WHERE "cases"."reported_by" is not null;--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("due_at","id") WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX "cases_sweep" ON "cases" USING btree ("sweep_at") WHERE "cases"."sweep_at" is not null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("closed_at") WHERE "cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "clocks_stopped" ON "clocks" USING btree ("stopped_at") WHERE "clocks"."stopped_at" is not null;--> statement-breakpoint
CREATE INDEX "events_sent_back" ON "events" USING btree ("at") WHERE "events"."action" in ('return', 'rework');--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("try_at") WHERE "outbox"."try_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_to" ON "outbox" USING btree ("to_code","id") WHERE "outbox"."to_code" is not null;--> statement-breakpoint
CREATE INDEX "reveals_case" ON "reveals" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_key" ON "sign_in_failures" USING btree ("key","at");