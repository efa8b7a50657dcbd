-- What the server keeps in memory is counted as it changes, whoever changes it.
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
INSERT INTO "counters" ("name", "n") VALUES ('changed:' || TG_TABLE_NAME, 1)
ON CONFLICT ("name") DO UPDATE SET "n" = "counters"."n" + 1;
RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sites_counted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "sites"
FOR EACH STATEMENT EXECUTE FUNCTION count_change();
--> statement-breakpoint
CREATE TRIGGER cell_people_counted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "cell_people"
FOR EACH STATEMENT EXECUTE FUNCTION count_change();
--> statement-breakpoint
CREATE TRIGGER components_counted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "components"
FOR EACH STATEMENT EXECUTE FUNCTION count_change();
--> statement-breakpoint
CREATE TRIGGER accounts_counted AFTER INSERT OR UPDATE OF "name", "role", "unit", "cells", "disabled" OR DELETE OR TRUNCATE ON "accounts"
FOR EACH STATEMENT EXECUTE FUNCTION count_change();
--> statement-breakpoint
CREATE TRIGGER sealed_words_counted AFTER DELETE OR TRUNCATE ON "sealed_words"
FOR EACH STATEMENT EXECUTE FUNCTION count_change();
