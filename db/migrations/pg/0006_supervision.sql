CREATE TABLE "notice_reads" (
	"notice_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "notice_reads_notice_id_account_id_pk" PRIMARY KEY("notice_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "posts" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "marks" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_marks" ON "cases" USING btree ("id") WHERE "cases"."marks" is not null;--> statement-breakpoint
CREATE INDEX "events_brought_back" ON "events" USING btree ("at") WHERE "events"."action" in ('dispute', 'reopen', 'rectify');--> statement-breakpoint
CREATE INDEX "outbox_orders" ON "outbox" USING btree ("case_id") WHERE "outbox"."kind" in ('urge', 'supervise', 'circulate', 'instruct');