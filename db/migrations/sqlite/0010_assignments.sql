CREATE TABLE `assignments` (
	`case_id` text NOT NULL,
	`unit` text NOT NULL,
	`part` text NOT NULL,
	`state` text NOT NULL,
	`handler` text,
	PRIMARY KEY(`case_id`, `unit`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_handler` ON `assignments` (`handler`,`case_id`) WHERE "assignments"."handler" is not null;