CREATE TABLE "assignments" (
	"case_id" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"handler" text COLLATE "C",
	CONSTRAINT "assignments_case_id_unit_pk" PRIMARY KEY("case_id","unit")
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_handler" ON "assignments" USING btree ("handler","case_id") WHERE "assignments"."handler" is not null;