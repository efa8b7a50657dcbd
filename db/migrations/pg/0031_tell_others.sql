-- Every change of a case or a call is told to the other processes with its commit (db/pgOthers.ts): who may see it, no words.
CREATE FUNCTION tell_change(about text, id text, version int, state text, after jsonb, before jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
told text := jsonb_build_object('by', current_setting('application_name'), 'about', about, 'id', id, 'version', version, 'state', state, 'after', after, 'before', before)::text;
BEGIN
-- A county that is moved here as a whole is no news (withVessel)
IF current_setting('huying.silent', true) = 'on' THEN
RETURN;
END IF;
-- A notification has room for less than 8,000 bytes
IF octet_length(told) > 7900 THEN
told := jsonb_build_object('by', current_setting('application_name'), 'about', 'much')::text;
END IF;
PERFORM pg_notify('huying_changes', told);
END $$;
--> statement-breakpoint
CREATE FUNCTION standing_of("cases") RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
SELECT jsonb_build_array($1."cell_code", $1."township_code", $1."lead_unit", $1."reported_by", $1."parties")
$$;
--> statement-breakpoint
CREATE FUNCTION tell_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
PERFORM tell_change('case', NEW."id", NEW."version", NEW."state", standing_of(NEW), CASE WHEN TG_OP = 'UPDATE' THEN standing_of(OLD) END);
RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_opened_told AFTER INSERT ON "cases" FOR EACH ROW EXECUTE FUNCTION tell_case();
--> statement-breakpoint
CREATE TRIGGER cases_moved_told AFTER UPDATE ON "cases" FOR EACH ROW WHEN (OLD."version" <> NEW."version") EXECUTE FUNCTION tell_case();
--> statement-breakpoint
CREATE FUNCTION call_standing_of("calls") RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
SELECT jsonb_build_array($1."township", $1."sent_at", $1."units")
$$;
--> statement-breakpoint
CREATE FUNCTION tell_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
PERFORM tell_change('call', NEW."id", NEW."version", NEW."state", call_standing_of(NEW), CASE WHEN TG_OP = 'UPDATE' THEN call_standing_of(OLD) END);
RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calls_begun_told AFTER INSERT ON "calls" FOR EACH ROW EXECUTE FUNCTION tell_call();
--> statement-breakpoint
CREATE TRIGGER calls_moved_told AFTER UPDATE ON "calls" FOR EACH ROW WHEN (OLD."version" <> NEW."version") EXECUTE FUNCTION tell_call();
