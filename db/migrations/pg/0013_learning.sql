CREATE TABLE "catalogues" (
	"version" integer PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"note" text NOT NULL,
	"valid_from" text COLLATE "C",
	"restores" integer,
	"body" jsonb NOT NULL,
	"changed_by" text COLLATE "C" NOT NULL,
	"changed_at" bigint NOT NULL,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C",
	"rejected" text COLLATE "C",
	"at" bigint NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"undone_at" bigint,
	"undone_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "models" (
	"version" integer PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"report" jsonb NOT NULL,
	"body" text
);
--> statement-breakpoint
CREATE INDEX "lessons_at" ON "lessons" USING btree ("at");--> statement-breakpoint
CREATE INDEX "lessons_case" ON "lessons" USING btree ("case_id");