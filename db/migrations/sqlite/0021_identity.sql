CREATE TABLE `sign_in_starts` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`to` text NOT NULL,
	`proves` text
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `provider` text DEFAULT 'password' NOT NULL;