-- Events and reveals are written once: history can be added to, never changed or taken away.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are append-only', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "events"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reveals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "reveals"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
