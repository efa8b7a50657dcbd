/**
 * One hint about the calendar: sixty days before it runs out, those who can have it brought up to date are told on the pages
 * they open first; where limits rest on a year that is not announced, that stands in the same hint.
 */
import type { Role } from "../../server/domain/case.ts";
import { runningOut } from "../../server/domain/calendars.ts";
import { countyWords } from "../countyWords.ts";
import { reference } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { account } from "../state/session.ts";
import { Hint } from "./Notice.tsx";

const told: ReadonlySet<Role> = new Set(["centre", "admin"]);
const words = countyWords.calendar.hint;

interface CalendarNoticeProps {
  /** Years without an announcement on which limits rest that are shown here. */
  readonly notAnnounced?: readonly number[];
}

export function CalendarNotice({ notAnnounced = [] }: CalendarNoticeProps) {
  const years = reference.value?.calendar.years ?? [];
  const role = account.value?.role;
  const edits = role !== undefined && told.has(role);
  const warning = edits && years.length > 0 ? runningOut(years, now.value) : null;
  if (warning === null && notAnnounced.length === 0) return null;
  return (
    <Hint tone="warn">
      {warning !== null && <p>{warning}</p>}
      {notAnnounced.length > 0 && <p>{words.provisional(notAnnounced)}</p>}
      {edits && <a href="/county/calendar">{words.open}</a>}
    </Hint>
  );
}
