DROP INDEX `cases_parties`;--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_open_township` ON `cases` (`township_code`,`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_open_cell` ON `cases` (`cell_code`,`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_open_unit` ON `cases` (`lead_unit`,`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_holder` ON `cases` (`holder`,`id`) WHERE "cases"."holder" is not null;--> statement-breakpoint
CREATE INDEX `cases_item` ON `cases` (`item_code`,`id`) WHERE "cases"."item_code" is not null;--> statement-breakpoint
CREATE INDEX `cases_updated` ON `cases` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_open_reporter` ON `cases` (`reported_by`,`id`) WHERE "cases"."open" = true;--> statement-breakpoint
CREATE INDEX `cases_strips` ON `cases` (round("lat" * 100),`lng`,`lat`,`updated_at`,`id`) WHERE "cases"."lng" + 0 is not null;--> statement-breakpoint
CREATE INDEX `cases_parties` ON `cases` (`id`,`parties`) WHERE "cases"."parties" is not null;
--> statement-breakpoint
-- What cases are found by (db/words.ts). The tokens stand here, so that taking a row away takes them out of the index too.
CREATE TABLE `case_words` (`place` integer PRIMARY KEY NOT NULL, `case_id` text NOT NULL UNIQUE, `grams` text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_grams` USING fts5(`grams`, content='case_words', content_rowid='place', detail=none, columnsize=0, tokenize='ascii');
--> statement-breakpoint
INSERT INTO `case_grams` (`case_grams`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `case_words_added` AFTER INSERT ON `case_words` BEGIN INSERT INTO `case_grams` (`rowid`, `grams`) VALUES (NEW.`place`, NEW.`grams`); END;
--> statement-breakpoint
CREATE TRIGGER `case_words_gone` AFTER DELETE ON `case_words` BEGIN INSERT INTO `case_grams` (`case_grams`, `rowid`, `grams`) VALUES ('delete', OLD.`place`, OLD.`grams`); END;
