CREATE TABLE "security_log" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"address" text COLLATE "C",
	"subject" text COLLATE "C",
	"detail" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "security_log_at" ON "security_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "security_log_account" ON "security_log" USING btree ("account_id","at");
--> statement-breakpoint
-- What happened is added to, never changed; nothing goes within six months of 184 days (网络安全法 art. 21).
CREATE TRIGGER security_log_append_only BEFORE UPDATE OR TRUNCATE ON "security_log"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_early_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at > extract(epoch from now()) * 1000 - 15897600000 THEN
    RAISE EXCEPTION 'security_log is kept for six months';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER security_log_kept BEFORE DELETE ON "security_log"
FOR EACH ROW EXECUTE FUNCTION refuse_early_delete();
