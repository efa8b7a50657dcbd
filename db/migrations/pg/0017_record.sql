CREATE TABLE "checkpoints" (
	"size" integer NOT NULL,
	"algorithm" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "checkpoints_size_algorithm_pk" PRIMARY KEY("size","algorithm")
);
--> statement-breakpoint
CREATE TABLE "record_entries" (
	"position" integer PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_nodes" (
	"algorithm" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"place" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "record_nodes_algorithm_level_place_pk" PRIMARY KEY("algorithm","level","place")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "record_entries_subject" ON "record_entries" USING btree ("subject","kind","seq");
--> statement-breakpoint
-- What was recorded before takes its place in the order it was written in, events of one case one after the other.
INSERT INTO "record_entries" ("position", "kind", "subject", "seq", "hash")
SELECT row_number() OVER (ORDER BY "settled", "subject", "seq") - 1, "kind", "subject", "seq", "hash" FROM (
	SELECT 'case' AS "kind", "case_id" AS "subject", "seq", "hash",
		max("recorded_at") OVER (PARTITION BY "case_id" ORDER BY "seq") AS "settled" FROM "events"
	UNION ALL
	SELECT 'call', "call_id", "seq", "hash",
		max("recorded_at") OVER (PARTITION BY "call_id" ORDER BY "seq") FROM "call_events"
) AS "earlier";
--> statement-breakpoint
-- Rows from before are recorded at the next start, once.
INSERT INTO "settings" ("key", "value") VALUES ('record.adopt', 'pending');
--> statement-breakpoint
-- What is recorded, and what was signed, is added to, never changed or taken away.
CREATE TRIGGER record_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_entries"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "checkpoints"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
