CREATE TABLE `grid_cells` (
	`version` integer NOT NULL,
	`layer` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`township_code` text NOT NULL,
	`community_code` text NOT NULL,
	`kind` text NOT NULL,
	`rings` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`ended_by` integer,
	PRIMARY KEY(`version`, `code`)
);
--> statement-breakpoint
CREATE INDEX `grid_cells_layer` ON `grid_cells` (`layer`);--> statement-breakpoint
CREATE TABLE `grid_drafts` (
	`layer` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`source` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grid_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`layer` text NOT NULL,
	`valid_from` text NOT NULL,
	`note` text NOT NULL,
	`source` text NOT NULL,
	`hash` text NOT NULL,
	`cells` integer NOT NULL,
	`kept` integer NOT NULL,
	`begun` integer NOT NULL,
	`ended` integer NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
-- The grid that was there becomes the first version; its hash stays empty, for nobody took it then.
INSERT INTO `grid_versions` (`version`, `layer`, `valid_from`, `note`, `source`, `hash`, `cells`, `kept`, `begun`, `ended`, `published_by`, `published_at`)
SELECT 1, 'governance', min(`valid_from`), '启用版本管理之前的网格', '', '', count(*), 0, count(*), 0, 'system', 0 FROM `cells` WHERE `valid_to` IS NULL HAVING count(*) > 0;
--> statement-breakpoint
INSERT INTO `grid_cells` (`version`, `layer`, `code`, `name`, `township_code`, `community_code`, `kind`, `rings`, `valid_from`)
SELECT 1, 'governance', `code`, `name`, `township_code`, `community_code`, `kind`, `rings`, `valid_from` FROM `cells` WHERE `valid_to` IS NULL;
--> statement-breakpoint
DROP TABLE `cells`;
--> statement-breakpoint
-- A published version is never changed; of its cells only the end is noted, once.
CREATE TRIGGER `grid_versions_no_update` BEFORE UPDATE ON `grid_versions` BEGIN SELECT RAISE(ABORT, 'grid versions are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `grid_versions_no_delete` BEFORE DELETE ON `grid_versions` BEGIN SELECT RAISE(ABORT, 'grid versions are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `grid_cells_no_update` BEFORE UPDATE OF `version`, `layer`, `code`, `name`, `township_code`, `community_code`, `kind`, `rings`, `valid_from` ON `grid_cells` BEGIN SELECT RAISE(ABORT, 'grid cells are immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `grid_cells_end_once` BEFORE UPDATE ON `grid_cells` WHEN old.`ended_by` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'grid cells end once'); END;
--> statement-breakpoint
CREATE TRIGGER `grid_cells_no_delete` BEFORE DELETE ON `grid_cells` BEGIN SELECT RAISE(ABORT, 'grid cells are immutable'); END;
