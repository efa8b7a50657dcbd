CREATE TABLE `checkpoints` (
	`size` integer NOT NULL,
	`algorithm` text NOT NULL,
	`root` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`size`, `algorithm`)
);
--> statement-breakpoint
CREATE TABLE `record_entries` (
	`position` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_entries_subject` ON `record_entries` (`subject`,`kind`,`seq`);--> statement-breakpoint
CREATE TABLE `record_nodes` (
	`algorithm` text NOT NULL,
	`level` integer NOT NULL,
	`place` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`algorithm`, `level`, `place`)
);
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
CREATE TRIGGER `record_entries_no_update` BEFORE UPDATE ON `record_entries` BEGIN SELECT RAISE(ABORT, 'record_entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_entries_no_delete` BEFORE DELETE ON `record_entries` BEGIN SELECT RAISE(ABORT, 'record_entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_no_update` BEFORE UPDATE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_no_delete` BEFORE DELETE ON `checkpoints` BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
