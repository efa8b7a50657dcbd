ALTER TABLE "shift_batches" ADD COLUMN "from_at" bigint;--> statement-breakpoint
ALTER TABLE "shift_batches" ADD COLUMN "until_at" bigint;