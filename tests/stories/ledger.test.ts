import { describe, expect, it } from "vitest";
import { ledgerOf, totalsOf } from "../../server/domain/ledger.ts";
import { HOUR } from "../../server/domain/time.ts";
import { calendar2026 } from "../support/calendar.ts";
import { cell, tell, township } from "../support/story.ts";

const bounced = () =>
  tell()
    .until("2026-11-20 10:00")
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-20 11:00")
    .act("lights", { action: "return", returnReason: "notOurDuty", basisItem: "020101", note: "公路中心管" })
    .until("2026-11-20 11:30")
    .act("township", { action: "dispatch", unit: "SW" })
    .until("2026-11-20 14:30")
    .act("water", { action: "accept" })
    .until("2026-11-20 16:30")
    .act("water", { action: "handle", result: "已修", photosAfter: ["p"] });

describe("the time of a case that was bounced", () => {
  const story = bounced().until("2026-11-20 17:00");
  const ledger = ledgerOf(story.events, story.now);

  it("belongs to one holder at a time, without gap or overlap", () => {
    expect(ledger[0]?.from).toBe(story.events[0]?.at);
    expect(ledger.at(-1)?.to).toBe(story.now);
    for (const [index, stretch] of ledger.entries())
      expect(stretch.from).toBe(ledger[index - 1]?.to ?? stretch.from);
  });

  it("is charged to whoever had it, office hours apart from hours by the wall", () => {
    const hours = totalsOf(ledger, calendar2026).map(({ holder, elapsed, office }) => [
      holder,
      elapsed / HOUR,
      office / HOUR,
    ]);
    expect(hours).toEqual([
      [township, 1.5, 1.5],
      ["LD", 1, 1],
      ["SW", 5, 3.5], // lunch is nobody's
      [cell, 0.5, 0.5],
    ]);
  });

  it("is not changed by warnings of the clock", () => {
    const quiet = story.events.filter((event) => event.actorRole !== "system");
    expect(ledgerOf(quiet, story.now)).toEqual(ledger);
  });
});

describe("the time of a case that is over", () => {
  it("stops with it", () => {
    const story = bounced().act("gridWorker", { action: "check" }).act("township", { action: "close" });
    const end = story.now;
    expect(ledgerOf(story.events, end + 100 * HOUR).at(-1)?.to).toBe(end);
  });
});
