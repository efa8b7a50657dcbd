CREATE TABLE "grid_cells" (
	"version" integer NOT NULL,
	"layer" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"township_code" text COLLATE "C" NOT NULL,
	"community_code" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"rings" jsonb NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	"ended_by" integer,
	CONSTRAINT "grid_cells_version_code_pk" PRIMARY KEY("version","code")
);
--> statement-breakpoint
CREATE TABLE "grid_drafts" (
	"layer" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"source" text NOT NULL,
	"changed_by" text COLLATE "C" NOT NULL,
	"changed_at" bigint NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grid_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"layer" text COLLATE "C" NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"cells" integer NOT NULL,
	"kept" integer NOT NULL,
	"begun" integer NOT NULL,
	"ended" integer NOT NULL,
	"published_by" text COLLATE "C" NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
-- The grid that was there becomes the first version; its hash stays empty, for nobody took it then.
INSERT INTO "grid_versions" ("version", "layer", "valid_from", "note", "source", "hash", "cells", "kept", "begun", "ended", "published_by", "published_at")
SELECT 1, 'governance', min("valid_from"), '启用版本管理之前的网格', '', '', count(*), 0, count(*), 0, 'system', 0 FROM "cells" WHERE "valid_to" IS NULL HAVING count(*) > 0;
--> statement-breakpoint
INSERT INTO "grid_cells" ("version", "layer", "code", "name", "township_code", "community_code", "kind", "rings", "valid_from")
SELECT 1, 'governance', "code", "name", "township_code", "community_code", "kind", "rings", "valid_from" FROM "cells" WHERE "valid_to" IS NULL;
--> statement-breakpoint
DROP TABLE "cells" CASCADE;--> statement-breakpoint
CREATE INDEX "grid_cells_layer" ON "grid_cells" USING btree ("layer");
--> statement-breakpoint
-- A published version is never changed; of its cells only the end is noted, once.
CREATE TRIGGER grid_versions_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON "grid_versions"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_cell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.ended_by IS NOT NULL OR (to_jsonb(new) - 'valid_to' - 'ended_by') <> (to_jsonb(old) - 'valid_to' - 'ended_by')
  THEN RAISE EXCEPTION 'grid cells are immutable'; END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER grid_cells_immutable BEFORE UPDATE ON "grid_cells" FOR EACH ROW EXECUTE FUNCTION refuse_cell_change();
--> statement-breakpoint
CREATE TRIGGER grid_cells_kept BEFORE DELETE OR TRUNCATE ON "grid_cells"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
