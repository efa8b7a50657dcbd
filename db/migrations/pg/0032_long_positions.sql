ALTER TABLE "checkpoints" ALTER COLUMN "size" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "record_entries" ALTER COLUMN "position" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "record_nodes" ALTER COLUMN "place" SET DATA TYPE bigint;
