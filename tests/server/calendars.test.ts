import { describe, expect, it, onTestFinished } from "vitest";
import { keepCalendars } from "../../server/calendars.ts";
import { createCalendarBook, type NamedCalendar } from "../../server/domain/calendars.ts";
import { parseDay } from "../../server/domain/time.ts";
import { year2026 } from "../support/calendar.ts";
import { smallReference } from "../support/reference.ts";
import { openLooseStore } from "../support/store.ts";

const row: NamedCalendar = { code: "county", name: "全县", rule: "civilCode", version: "1", hours: "office" };
const old = { ...smallReference, calendars: [row] };
const fresh = {
  ...old,
  years: [{ ...year2026, offDates: [...year2026.offDates, "2026-11-23"] }],
};
const monday = parseDay("2026-11-23") ?? 0;

describe("calendars in the database", () => {
  it("are kept over a change of the files, so that clocks of yesterday count on as they began", async () => {
    const loose = await openLooseStore();
    onTestFinished(async () => await loose.remove());
    await keepCalendars(loose.store, old);
    const kept = await keepCalendars(loose.store, fresh);
    const began = createCalendarBook(old).of(null);
    const book = createCalendarBook(fresh, kept);
    expect(kept.size).toBe(2);
    expect(book.of(null).day(monday).kind).toBe("holiday");
    expect(book.frozen(began.id).day(monday).kind).toBe("workday");
  });

  it("are kept once, however often the house starts", async () => {
    const loose = await openLooseStore();
    onTestFinished(async () => await loose.remove());
    await keepCalendars(loose.store, old);
    expect((await keepCalendars(loose.store, old)).size).toBe(1);
  });
});
