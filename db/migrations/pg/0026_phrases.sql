CREATE TABLE "unit_phrases" (
	"unit" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"rows" jsonb NOT NULL,
	"changed_by" text COLLATE "C" NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "unit_phrases_unit_version_pk" PRIMARY KEY("unit","version")
);
