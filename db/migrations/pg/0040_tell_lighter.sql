-- What is told stays as it was (0031). It is put together at once: functions within functions for every row cost as much as all
-- indexes of a case.
CREATE FUNCTION tell(told text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
-- A notification has room for less than 8,000 bytes
IF octet_length(told) > 7900 THEN
told := json_build_object('by', current_setting('application_name'), 'about', 'much')::text;
END IF;
PERFORM pg_notify('huying_changes', told);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tell_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
-- A county that is moved here as a whole is no news (withVessel)
IF current_setting('huying.silent', true) IS DISTINCT FROM 'on' THEN
PERFORM tell(json_build_object('by', current_setting('application_name'), 'about', 'case', 'id', NEW."id", 'version', NEW."version", 'state', NEW."state",
'after', json_build_array(NEW."cell_code", NEW."township_code", NEW."lead_unit", NEW."reported_by", NEW."parties"),
'before', CASE WHEN TG_OP = 'UPDATE' THEN json_build_array(OLD."cell_code", OLD."township_code", OLD."lead_unit", OLD."reported_by", OLD."parties") END)::text);
END IF;
RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tell_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
IF current_setting('huying.silent', true) IS DISTINCT FROM 'on' THEN
PERFORM tell(json_build_object('by', current_setting('application_name'), 'about', 'call', 'id', NEW."id", 'version', NEW."version", 'state', NEW."state",
'after', json_build_array(NEW."township", NEW."sent_at", NEW."units"),
'before', CASE WHEN TG_OP = 'UPDATE' THEN json_build_array(OLD."township", OLD."sent_at", OLD."units") END)::text);
END IF;
RETURN NULL;
END $$;
--> statement-breakpoint
DROP FUNCTION tell_change(text, text, int, text, jsonb, jsonb);
--> statement-breakpoint
DROP FUNCTION standing_of("cases");
--> statement-breakpoint
DROP FUNCTION call_standing_of("calls");
