CREATE TABLE `unit_phrases` (
	`unit` text NOT NULL,
	`version` integer NOT NULL,
	`rows` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `version`)
);
