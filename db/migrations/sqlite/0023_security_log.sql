CREATE TABLE `security_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`address` text,
	`subject` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `security_log_at` ON `security_log` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `security_log_account` ON `security_log` (`account_id`,`at`);
--> statement-breakpoint
-- What happened is added to, never changed; nothing goes within six months of 184 days (网络安全法 art. 21).
CREATE TRIGGER `security_log_no_update` BEFORE UPDATE ON `security_log` BEGIN SELECT RAISE(ABORT, 'security_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `security_log_kept` BEFORE DELETE ON `security_log` WHEN OLD.`at` > unixepoch() * 1000 - 15897600000 BEGIN SELECT RAISE(ABORT, 'security_log is kept for six months'); END;
