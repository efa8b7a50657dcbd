CREATE TABLE "sign_in_starts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"to" text NOT NULL,
	"proves" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "provider" text COLLATE "C" DEFAULT 'password' NOT NULL;