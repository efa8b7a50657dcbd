CREATE TABLE "shift_batches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"source_kind" text COLLATE "C" NOT NULL,
	"source_key" text NOT NULL,
	"cause" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"undone_at" bigint,
	"undone_by" text COLLATE "C",
	"undone_reason" text
);
--> statement-breakpoint
CREATE TABLE "shift_cases" (
	"batch_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "shift_cases_batch_id_case_id_pk" PRIMARY KEY("batch_id","case_id")
);
--> statement-breakpoint
CREATE INDEX "shift_batches_at" ON "shift_batches" USING btree ("at");