DROP INDEX "cases_closed";--> statement-breakpoint
DROP INDEX "clocks_given";