CREATE TABLE "case_parties" (
	"case_id" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_parties_case_id_unit_pk" PRIMARY KEY("case_id","unit")
);
--> statement-breakpoint
INSERT INTO "case_parties" ("case_id", "unit") SELECT DISTINCT "cases"."id", "named" FROM "cases", unnest(string_to_array(trim(both ',' from "cases"."parties"), ',')) AS "named" WHERE "cases"."parties" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "case_parties_unit" ON "case_parties" USING btree ("unit","case_id");--> statement-breakpoint
DROP INDEX "cases_party";--> statement-breakpoint
DROP INDEX "cases_several_parties";
