CREATE TABLE "place_names" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"cell_code" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C",
	"taught_by" text COLLATE "C" NOT NULL,
	"taught_at" bigint NOT NULL,
	"undone_at" bigint,
	"undone_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "place_names_at" ON "place_names" USING btree ("taught_at");
--> statement-breakpoint
CREATE TRIGGER place_names_no_delete BEFORE DELETE OR TRUNCATE ON "place_names"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
