DROP INDEX "clocks_stopped";--> statement-breakpoint
CREATE INDEX "clocks_answered" ON "clocks" USING btree ("stopped_at") WHERE "clocks"."kind" in ('file', 'supervise');