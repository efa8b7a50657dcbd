import { describe, expect, it } from "vitest";
import { bookOf } from "../../server/domain/calendars.ts";
import { turnsOf } from "../../server/domain/clockStory.ts";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { ledgerParts } from "../../server/domain/ledgerParts.ts";
import { HOUR, wallClock } from "../../server/domain/time.ts";
import { calendar2026 } from "../support/calendar.ts";
import { clock, tell, township } from "../support/story.ts";

/** Prolonged once, waited for the reporter overnight, sent back once after the check. */
const paused = () =>
  tell({ report: { reporter: { name: null, phone: "13800001234" } } })
    .until("2026-11-20 10:00")
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .act("lights", { action: "accept" })
    .until("2026-11-20 11:00")
    .act("lights", { action: "askExtension", note: "缺料" })
    .act("centre", { action: "grantExtension" })
    .act("lights", { action: "askWait", note: "哪一盏" })
    .until("2026-11-20 14:30")
    .act("centre", { action: "grantWait" })
    .until("2026-11-23 09:30")
    .act("township", { action: "answer", note: "第三盏" })
    .until("2026-11-23 10:30")
    .act("lights", { action: "handle", result: "已修", photosAfter: ["p"] })
    .until("2026-11-23 11:30")
    .act("gridWorker", { action: "rework", reworkReason: "notFixed" })
    .until("2026-11-23 13:30");

describe("the ledger of held time", () => {
  const story = paused();
  const parts = ledgerParts(ledgerOf(story.events, story.now), bookOf(calendar2026));

  it("keeps a lawful pause apart from the unit's own time", () => {
    const hours = parts.map(({ holder, pause, elapsed, office, times }) => [
      holder.length > 9 ? "cell" : holder,
      pause,
      elapsed / HOUR,
      office / HOUR,
      times,
    ]);
    expect(hours).toEqual([
      [township, null, 1, 1, 1],
      ["LD", null, 7.5, 4.5, 3], // Fri 10:00–14:30, Mon 9:30–10:30 and 11:30–13:30; lunch is nobody's
      ["LD", "waiting", 67, 4.5, 1],
      ["cell", null, 1, 1, 1],
    ]);
  });

  it("adds up to the whole", () => {
    const [first] = story.events;
    expect(parts.reduce((sum, { elapsed }) => sum + elapsed, 0)).toBe(story.now - (first?.at ?? 0));
  });
});

describe("a clock tells what moved its end", () => {
  it("names each act: prolonged, held, let go on, stopped", () => {
    const story = paused();
    const handling = clock(story, "handle");
    const turns = handling === undefined ? [] : turnsOf(handling, story.events);
    expect(turns.map(({ at, action, what }) => `${wallClock(at).slice(5)} ${action} ${what}`)).toEqual([
      "11-20 11:00 grantExtension extended",
      "11-20 14:30 grantWait held",
      "11-23 09:30 answer resumed",
      "11-23 10:30 handle stopped",
      "11-23 11:30 rework resumed",
    ]);
  });

  it("leaves out what happened before it began and after it ended", () => {
    const story = paused();
    const filing = clock(story, "file");
    expect(filing === undefined ? null : turnsOf(filing, story.events)).toEqual([
      expect.objectContaining({ action: "file", what: "stopped" }),
    ]);
  });
});
