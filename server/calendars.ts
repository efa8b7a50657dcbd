/** Calendars that clocks were started with are kept for as long as there is a database: old clocks count on by them. */
import type { Store } from "../db/store.ts";
import { calendarId, type KeptCalendar } from "./domain/calendars.ts";
import type { Reference } from "./domain/reference.ts";

const KIND = "calendarVersion";

/** Stores the present versions. @returns all that were ever kept, by id. */
export async function keepCalendars(
  store: Pick<Store, "reference">,
  { calendars, years, hours }: Reference,
): Promise<ReadonlyMap<string, KeptCalendar>> {
  const present = calendars.map((row): KeptCalendar => ({ row, years, hours }));
  await store.reference.put(present.map((body) => ({ kind: KIND, code: calendarId(body), body })));
  const rows = await store.reference.all(KIND);
  return new Map(rows.map(({ code, body }) => [code, body as KeptCalendar]));
}
