-- Events and reveals are written once: history can be added to, never changed or taken away.
CREATE TRIGGER `events_no_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_no_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reveals_no_update` BEFORE UPDATE ON `reveals` BEGIN SELECT RAISE(ABORT, 'reveals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reveals_no_delete` BEFORE DELETE ON `reveals` BEGIN SELECT RAISE(ABORT, 'reveals are append-only'); END;
