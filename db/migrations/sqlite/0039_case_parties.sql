CREATE TABLE `case_parties` (
	`case_id` text NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`case_id`, `unit`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `case_parties` (`case_id`, `unit`) SELECT DISTINCT `cases`.`id`, `named`.`value` FROM `cases`, json_each('["' || replace(trim(`cases`.`parties`, ','), ',', '","') || '"]') AS `named` WHERE `cases`.`parties` IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `case_parties_unit` ON `case_parties` (`unit`,`case_id`);--> statement-breakpoint
DROP INDEX `cases_party`;--> statement-breakpoint
DROP INDEX `cases_several_parties`;
