DROP INDEX "cases_parties";--> statement-breakpoint
CREATE INDEX "cases_party" ON "cases" USING btree ("parties","id") WHERE "cases"."parties" is not null;--> statement-breakpoint
CREATE INDEX "cases_several_parties" ON "cases" USING btree ("id","parties") WHERE "cases"."parties" like ',%,%,';