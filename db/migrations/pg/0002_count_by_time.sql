CREATE INDEX "cases_reported" ON "cases" USING btree ("reported_at");--> statement-breakpoint
CREATE INDEX "clocks_given" ON "clocks" USING btree ("started_at") WHERE "clocks"."kind" = 'accept';