-- What the server keeps in memory is counted as it changes, whoever changes it.
CREATE TRIGGER `sites_insert_counted` AFTER INSERT ON `sites` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:sites', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `sites_update_counted` AFTER UPDATE ON `sites` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:sites', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `sites_delete_counted` AFTER DELETE ON `sites` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:sites', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `cell_people_insert_counted` AFTER INSERT ON `cell_people` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:cell_people', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `cell_people_update_counted` AFTER UPDATE ON `cell_people` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:cell_people', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `cell_people_delete_counted` AFTER DELETE ON `cell_people` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:cell_people', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `components_insert_counted` AFTER INSERT ON `components` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:components', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `components_update_counted` AFTER UPDATE ON `components` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:components', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `components_delete_counted` AFTER DELETE ON `components` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:components', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_insert_counted` AFTER INSERT ON `accounts` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:accounts', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_update_counted` AFTER UPDATE OF `name`, `role`, `unit`, `cells`, `disabled` ON `accounts` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:accounts', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `accounts_delete_counted` AFTER DELETE ON `accounts` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:accounts', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `sealed_words_delete_counted` AFTER DELETE ON `sealed_words` BEGIN
INSERT INTO `counters` (`name`, `n`) VALUES ('changed:sealed_words', 1) ON CONFLICT (`name`) DO UPDATE SET `n` = `n` + 1;
END;
