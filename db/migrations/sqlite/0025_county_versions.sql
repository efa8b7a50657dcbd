CREATE TABLE `county_versions` (
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`note` text NOT NULL,
	`valid_from` text,
	`restores` integer,
	`body` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`subject`, `version`)
);

--> statement-breakpoint
-- A published version is never changed and never goes; a draft may do both.
CREATE TRIGGER `county_versions_no_update` BEFORE UPDATE ON `county_versions` WHEN old.`published_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'published county data is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `county_versions_no_delete` BEFORE DELETE ON `county_versions` WHEN old.`published_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'published county data is immutable'); END;
