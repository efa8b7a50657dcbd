CREATE TABLE "cell_people" (
	"cell_code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"people" integer NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "components" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"class_code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"owner" text COLLATE "C",
	"unit" text COLLATE "C",
	"cell_code" text COLLATE "C",
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"source" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"township_code" text COLLATE "C",
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"body" jsonb NOT NULL,
	"decided_by" text COLLATE "C",
	"decided_at" bigint,
	"reason" text COLLATE "C",
	"note" text,
	"task_case" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"people" integer,
	"phone" text,
	"source" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "component_code" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "components_cell" ON "components" USING btree ("cell_code");--> statement-breakpoint
CREATE INDEX "components_lat" ON "components" USING btree ("lat","lng");--> statement-breakpoint
CREATE INDEX "components_class" ON "components" USING btree ("class_code","code");--> statement-breakpoint
CREATE INDEX "findings_open" ON "findings" USING btree ("township_code") WHERE "findings"."state" = 'open';--> statement-breakpoint
CREATE INDEX "cases_component" ON "cases" USING btree ("component_code") WHERE "cases"."component_code" is not null;