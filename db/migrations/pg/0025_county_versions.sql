CREATE TABLE "county_versions" (
	"subject" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"note" text NOT NULL,
	"valid_from" text COLLATE "C",
	"restores" integer,
	"body" jsonb NOT NULL,
	"changed_by" text COLLATE "C" NOT NULL,
	"changed_at" bigint NOT NULL,
	"published_at" bigint,
	CONSTRAINT "county_versions_subject_version_pk" PRIMARY KEY("subject","version")
);

--> statement-breakpoint
-- A published version is never changed and never goes; a draft may do both.
CREATE FUNCTION refuse_county_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.published_at IS NOT NULL THEN RAISE EXCEPTION 'published county data is immutable'; END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN old ELSE new END;
END $$;
--> statement-breakpoint
CREATE TRIGGER county_versions_immutable BEFORE UPDATE OR DELETE ON "county_versions"
FOR EACH ROW EXECUTE FUNCTION refuse_county_change();
--> statement-breakpoint
CREATE TRIGGER county_versions_kept BEFORE TRUNCATE ON "county_versions"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
