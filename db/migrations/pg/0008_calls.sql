CREATE TABLE "call_events" (
	"call_id" text COLLATE "C" NOT NULL,
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
	CONSTRAINT "call_events_call_id_seq_pk" PRIMARY KEY("call_id","seq")
);
--> statement-breakpoint
CREATE TABLE "call_notices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"call_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"to_kind" text COLLATE "C" NOT NULL,
	"to_code" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_words" (
	"call_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "call_words_call_id_seq_pk" PRIMARY KEY("call_id","seq")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"launch_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"turn" integer NOT NULL,
	"case_id" text COLLATE "C",
	"township" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	"item_code" text COLLATE "C",
	"text" text NOT NULL,
	"address" text,
	"launched_by" text COLLATE "C" NOT NULL,
	"answers" jsonb NOT NULL,
	"clocks" jsonb NOT NULL,
	"climbed" integer NOT NULL,
	"unheard" jsonb,
	"reopens" integer NOT NULL,
	"launched_at" bigint NOT NULL,
	"sent_at" bigint,
	"closed_at" bigint,
	"updated_at" bigint NOT NULL,
	"head_hash" text COLLATE "C" NOT NULL,
	"units" text NOT NULL,
	"waiting" text,
	"due_at" bigint,
	"sweep_at" bigint
);
--> statement-breakpoint
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_notices_to" ON "call_notices" USING btree ("to_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_number" ON "calls" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_launch" ON "calls" USING btree ("launch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_running_case" ON "calls" USING btree ("case_id") WHERE "calls"."open" = true and "calls"."case_id" is not null;--> statement-breakpoint
CREATE INDEX "calls_township" ON "calls" USING btree ("township","id");--> statement-breakpoint
CREATE INDEX "calls_launched" ON "calls" USING btree ("launched_at");--> statement-breakpoint
CREATE INDEX "calls_case" ON "calls" USING btree ("case_id") WHERE "calls"."case_id" is not null;--> statement-breakpoint
CREATE INDEX "calls_open" ON "calls" USING btree ("id") WHERE "calls"."open" = true;--> statement-breakpoint
CREATE INDEX "calls_sweep" ON "calls" USING btree ("sweep_at") WHERE "calls"."sweep_at" is not null;--> statement-breakpoint
-- The events of a call are written once, as those of a case are.
CREATE TRIGGER call_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "call_events"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
