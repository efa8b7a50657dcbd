CREATE TABLE `held_sums` (
	`month` text NOT NULL,
	`before` text NOT NULL,
	`unit` text NOT NULL,
	`state` text NOT NULL,
	`township` text NOT NULL,
	`lead` text NOT NULL,
	`held` integer NOT NULL,
	`cases` integer NOT NULL,
	PRIMARY KEY(`month`, `unit`, `state`, `township`, `lead`, `before`)
);
--> statement-breakpoint
CREATE TABLE `tally_sums` (
	`span` text NOT NULL,
	`unit` text NOT NULL,
	`subject` text NOT NULL,
	`township` text NOT NULL,
	`profile` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`span`, `unit`, `subject`, `township`, `profile`)
);
--> statement-breakpoint
CREATE INDEX `clocks_finished` ON `clocks` (`stopped_at`,`kind`,`unit`,`case_id`) WHERE "clocks"."kind" in ('handle', 'close');