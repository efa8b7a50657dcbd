/** Sixty days before the calendar runs out, those who can have it brought up to date are told on the pages they open first. */
import type { Role } from "../../server/domain/case.ts";
import { runningOut } from "../../server/domain/calendars.ts";
import { reference } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { account } from "../state/session.ts";
import { Hint } from "./Notice.tsx";

const told: ReadonlySet<Role> = new Set(["centre", "admin"]);

export function CalendarNotice() {
  const years = reference.value?.calendar.years ?? [];
  const role = account.value?.role;
  if (role === undefined || !told.has(role) || years.length === 0) return null;
  const warning = runningOut(years, now.value);
  return warning === null ? null : <Hint tone="warn">{warning}</Hint>;
}
