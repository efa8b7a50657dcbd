import { describe, expect, it } from "vitest";
import { lampOf } from "../../server/domain/clock.ts";
import { wallClock } from "../../server/domain/time.ts";
import { cell, clock, people, sureOfLight, type Story, tell, township } from "../support/story.ts";

const actions = (story: Story) => story.events.map((event) => event.action);

/** Friday morning: reported, filed and sent to the street-light office within the hour. */
const dispatched = () =>
  tell()
    .until("2026-11-20 09:10")
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" });

const handled = () =>
  dispatched()
    .until("2026-11-20 10:00")
    .act("lights", { action: "accept" })
    .until("2026-11-20 15:00")
    .act("lights", { action: "handle", result: "更换灯泡", photosAfter: ["photo-1"] });

describe("a dead street light, from report to rating", () => {
  const story = handled()
    .until("2026-11-20 16:00")
    .act("gridWorker", { action: "check" })
    .act("township", { action: "close" })
    .act("resident", { action: "rate", score: 5 });

  it("passes through every stage, one event for each act", () => {
    expect(actions(story)).toEqual([
      "report",
      "file",
      "dispatch",
      "accept",
      "handle",
      "check",
      "close",
      "rate",
    ]);
    expect(story.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(story.found.case).toMatchObject({
      state: "closed",
      version: 8,
      missed: 0,
      holder: null,
      leadUnit: "LD",
    });
  });

  it("keeps every clock", () => {
    expect(story.found.clocks.map((row) => [row.kind, row.outcome])).toEqual([
      ["file", "met"],
      ["dispatch", "met"],
      ["accept", "met"],
      ["handle", "met"],
      ["check", "met"],
      ["close", "met"],
    ]);
  });

  it("says at each stage in whose hands it is", () => {
    expect(tell().found.case.holder).toBe(township);
    expect(dispatched().found.case.holder).toBe("LD");
    expect(handled().found.case.holder).toBe(cell);
  });

  it("takes the rating once", () => {
    expect(story.refused("resident", { action: "rate", score: 1 })).toMatchObject({ code: "duplicate" });
  });
});

describe("the clocks of a dispatched case", () => {
  it("start at dispatch, so that not signing stops nothing", () => {
    const story = dispatched();
    expect(clock(story, "handle")).toMatchObject({ startedAt: story.now, unit: "LD", outcome: null });
    expect(wallClock(clock(story, "handle")?.dueAt ?? 0)).toBe("2026-11-24 18:00"); // Friday does not count: Monday, Tuesday
    expect(wallClock(clock(story, "accept")?.dueAt ?? 0)).toBe("2026-11-23 18:00"); // Monday
  });

  it("follow the filing condition, day and night for a bare wire", () => {
    const story = tell({ on: "2026-11-20 17:50" })
      .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-3" })
      .act("township", { action: "dispatch", unit: "LD" });
    expect(story.found.case.urgency).toBe("urgent");
    expect(wallClock(clock(story, "handle")?.dueAt ?? 0)).toBe("2026-11-20 21:50");
  });

  it("ring at the computed instant, however late the sweep comes", () => {
    const story = dispatched().sleep("2026-11-30 03:00").sweep();
    const rings = story.events.filter((event) => "clock" in event.facts);
    expect(
      rings.map((event) => `${event.action} ${String(event.facts["clock"])} ${wallClock(event.at)}`),
    ).toEqual([
      "warn accept 2026-11-23 15:36", // 30 % left: 5.6 of Monday's 8 office hours
      "overdue accept 2026-11-23 18:00",
      "warn handle 2026-11-24 11:42",
      "overdue handle 2026-11-24 18:00",
      "warn supervise 2026-11-25 15:36", // the ladder had asked for an answer on Tuesday evening
      "severe accept 2026-11-25 18:00",
      "overdue supervise 2026-11-25 18:00",
      "severe supervise 2026-11-27 18:00",
    ]);
    expect(rings.every((event) => event.recordedAt === story.now)).toBe(true);
    expect(story.found.case.missed).toBe(3);
  });

  it("ring once", () => {
    const story = dispatched().until("2026-11-25 12:00");
    const count = story.events.length;
    expect(story.sweep().events).toHaveLength(count);
  });

  it("are settled before a late act is written, so that the miss stands in the record", () => {
    const story = dispatched().sleep("2026-11-23 19:00").act("lights", { action: "accept" });
    expect(actions(story).slice(-4)).toEqual(["warn", "overdue", "urge", "accept"]);
    expect(clock(story, "accept")?.outcome).toBe("missed");
    expect(story.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("colour the row by the worst of them", () => {
    const story = dispatched();
    const lampAt = (text: string) => lampOf(story.found.case, story.sleep(text).now);
    expect(
      ["2026-11-20 10:00", "2026-11-23 16:00", "2026-11-23 18:00", "2026-11-26 09:00"].map(lampAt),
    ).toEqual(["green", "amber", "red", "severe"]);
  });
});

describe("a case that the department returns 退单", () => {
  const returned = () =>
    dispatched().until("2026-11-20 10:00").act("lights", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "020101",
      note: "属于公路中心",
    });

  it("goes back to the township for a new dispatch", () => {
    const story = returned();
    expect(story.found.case).toMatchObject({ state: "filed", leadUnit: null, holder: township, returns: 1 });
    expect(story.offers("township")).toContain("dispatch");
  });

  it("leaves the scope of the department", () => {
    expect(returned().refused("lights", { action: "comment", note: "x" })).toMatchObject({
      code: "outOfScope",
    });
  });

  it("asks for a reason from the list", () => {
    const story = dispatched();
    expect(
      story.refused("lights", { action: "return", returnReason: "", basisItem: "020101", note: "x" }),
    ).toMatchObject({
      code: "missing",
      field: "returnReason",
    });
    expect(
      story.refused("lights", { action: "return", returnReason: "tooHot", basisItem: "020101", note: "x" }),
    ).toMatchObject({
      code: "badValue",
      given: "tooHot",
    });
  });

  it("stops the handling clock without blaming the department", () => {
    expect(clock(returned(), "handle")?.outcome).toBe("void");
  });

  it("cannot be returned once it is accepted", () => {
    const story = dispatched().act("lights", { action: "accept" });
    expect(
      story.refused("lights", {
        action: "return",
        returnReason: "notOurDuty",
        basisItem: "020101",
        note: "x",
      }),
    ).toMatchObject({ code: "wrongState" });
  });

  it("is timed anew for the next unit, and only that clock goes on after rework", () => {
    const story = returned()
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", { action: "accept" })
      .until("2026-11-20 14:00")
      .act("water", { action: "handle", result: "已修", photosAfter: ["p"] })
      .until("2026-11-20 15:00")
      .act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(
      story.found.clocks.filter((row) => row.kind === "handle").map((row) => [row.unit, row.outcome]),
    ).toEqual([
      ["LD", "void"],
      ["SW", null],
    ]);
  });
});

describe("rework 返工", () => {
  it("does not charge the unit for the time of the check, nor give it the whole limit again", () => {
    const before = clock(handled(), "handle");
    const story = handled()
      .until("2026-11-20 16:00")
      .act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    const after = clock(story, "handle");
    expect(wallClock(before?.dueAt ?? 0)).toBe("2026-11-24 18:00");
    expect(wallClock(after?.dueAt ?? 0)).toBe("2026-11-25 09:30"); // one office hour later
    expect(story.found.case).toMatchObject({ state: "accepted", holder: "LD", reworks: 1 });
  });
});

describe("the check 核查", () => {
  it("is made by somebody who did not do the work", () => {
    const story = handled();
    expect(story.offers("gridWorker")).toEqual(expect.arrayContaining(["check", "rework"]));
    expect(story.refused("lights", { action: "check" })).toMatchObject({ code: "notAllowed" });
  });

  it("is not open to a township that handled the case itself", () => {
    const story = tell({ report: { itemCode: "010101" } })
      .act("township", { action: "file", itemCode: "010101" })
      .act("township", { action: "dispatch", unit: township })
      .act("township", { action: "accept" })
      .act("township", { action: "handle", result: "已清运" });
    expect(story.refused("township", { action: "check" })).toMatchObject({ code: "ownWork" });
    expect(story.act("gridWorker", { action: "check" }).found.case.state).toBe("checked");
  });

  it("falls to the county when there is no cell and the desk itself handled it", () => {
    const story = tell({ report: { itemCode: "020101" }, placement: null })
      .act("centre", { action: "file", itemCode: "020101" })
      .act("centre", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "x", photosAfter: ["p"] });
    expect(story.found.case.holder).toBe("CMD");
  });
});

describe("evidence", () => {
  it("is asked for where the item needs it", () => {
    const story = dispatched().act("lights", { action: "accept" });
    expect(story.refused("lights", { action: "handle", result: "已修" })).toMatchObject({
      code: "missing",
      field: "photosAfter",
    });
  });

  it("is not asked for elsewhere", () => {
    const story = tell({ report: { itemCode: "010101" } })
      .act("township", { action: "file", itemCode: "010101" })
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", { action: "accept" });
    expect(story.act("water", { action: "handle", result: "已清" }).found.case.state).toBe("handled");
  });
});

describe("dispatch", () => {
  it("may not push a department's duty down to the township", () => {
    const story = tell().act("township", { action: "file", itemCode: "020101" });
    expect(story.refused("township", { action: "dispatch", unit: township })).toMatchObject({
      code: "badValue",
      field: "unit",
    });
  });

  it.each(["ZZ", "XZ", "371122102"])("refuses %s, which is no unit that can take it", (unit) => {
    const story = tell().act("township", { action: "file", itemCode: "020101" });
    expect(story.refused("township", { action: "dispatch", unit })).toMatchObject({
      code: "badValue",
      given: unit,
    });
  });
});

describe("a report that the machine is not sure of", () => {
  const unsure = { ...sureOfLight, sure: false, why: "belowLine" } as const;

  it("carries no item until a person has filed it, and says why", () => {
    const story = tell({ reading: unsure });
    expect(story.found.case).toMatchObject({ itemCode: null, desk: ["unsureItem"] });
    story.act("township", { action: "file", itemCode: "020101" });
    expect(story.found.case).toMatchObject({ itemCode: "020101", desk: [] });
  });

  it("lies on the county's desk when its place is unknown, and moves with its place", () => {
    const story = tell({ placement: null, by: "centre", report: { channel: "hotline" } });
    expect(story.found.case).toMatchObject({ holder: "CMD", townshipCode: null, desk: ["unplaced"] });
    expect(story.refused("township", { action: "file", itemCode: "020101" })).toMatchObject({
      code: "outOfScope",
    });
    story.act("centre", { action: "place", point: { lng: 118.83, lat: 35.58 } });
    expect(story.found.case).toMatchObject({ holder: township, cellCode: cell, desk: [] });
    expect(clock(story, "file")?.unit).toBe(township);
  });
});

describe("declining 不予立案", () => {
  it("ends the case with a lawful reason and tells the reporter", () => {
    const story = tell({ report: { reporter: { name: "王五", phone: "13800001234" } }, by: "centre" });
    story.act("township", { action: "decline", declineReason: "outOfRange", note: "应走诉讼程序" });
    expect(story.found.case).toMatchObject({ state: "declined", holder: null, dueAt: null });
    expect(story.notices.at(-1)).toMatchObject({ kind: "decline" });
  });
});

describe("follow-up 回访", () => {
  const closed = (phone: string | null) =>
    handledWith(phone)
      .until("2026-11-20 16:00")
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" });
  const handledWith = (phone: string | null) =>
    tell({ report: { reporter: { name: null, phone } } })
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "x", photosAfter: ["p"] });

  it("is owed where a number was left", () => {
    const story = closed("13800001234");
    expect(clock(story, "followUp")).toMatchObject({ outcome: null, unit: township });
    for (const said of [{ solved: true }, { score: 5 }] as const)
      expect(story.refused("township", { action: "followUp", reached: false, ...said })).toMatchObject({
        code: "badValue",
        rule: "notReached",
      });
    story.act("township", { action: "followUp", reached: true, solved: true, score: 4 });
    expect(story.found.case).toMatchObject({
      state: "followedUp",
      rating: { score: 4, by: "centre" },
      holder: null,
    });
  });

  it("is not owed where nobody can be asked", () => {
    const story = closed(null);
    expect(clock(story, "followUp")).toBeUndefined();
    expect(story.found.case).toMatchObject({ holder: null, dueAt: null });
  });
});

describe("urging and remarks", () => {
  it("are counted or kept, and make no open form stale", () => {
    const story = dispatched();
    const seen = story.found.case.version;
    story
      .act("centre", { action: "urge", note: "请尽快" })
      .act("township", { action: "comment", note: "村民又来电话" });
    expect(story.found.case).toMatchObject({ urges: 1, state: "dispatched" });
    expect(() => story.refused("lights", { action: "accept" }, seen)).toThrow("may accept");
  });
});

describe("a form that was opened before the case moved on", () => {
  it("is refused as stale", () => {
    const story = tell();
    const seen = story.found.case.version;
    story
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "return", returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" });
    expect(story.refused("township", { action: "dispatch", unit: "SW" }, seen)).toMatchObject({
      code: "stale",
    });
  });

  it("is not confused by a warning of the clock", () => {
    const story = dispatched();
    const seen = story.found.case.version;
    story.until("2026-11-23 16:00");
    expect(story.found.case.version).toBeGreaterThan(seen);
    expect(() => story.refused("lights", { action: "accept" }, seen)).toThrow("may accept");
  });
});

describe("who may do what", () => {
  it("is by role, area and unit", () => {
    const story = dispatched();
    expect(story.offers("lights")).toEqual([
      "accept",
      "return",
      "comment",
      "transfer",
      "nameComponent",
      "handOver",
    ]);
    expect(story.offers("township")).toEqual([
      "urge",
      "comment",
      "transfer",
      "nameComponent",
      "callAssist",
      "merge",
      "keepApart",
      "link",
      "unlink",
    ]);
    expect(story.offers("leader")).toEqual(["urge", "comment", "instruct"]);
    expect(story.offers("resident")).toEqual(["comment", "withdraw"]);
    for (const person of ["water", "otherTownship", "admin", "stranger"] as const)
      expect(story.offers(person)).toEqual([]);
  });

  it("does not let a township rule over a case that it only leads", () => {
    const elsewhere = { ...dispatched().found.case, leadUnit: people.otherTownship.unit };
    expect(elsewhere.townshipCode).not.toBe(people.otherTownship.unit);
    const story = dispatched();
    story.found = { ...story.found, case: elsewhere };
    expect(story.offers("otherTownship")).toEqual([
      "accept",
      "return",
      "comment",
      "transfer",
      "nameComponent",
      "handOver",
    ]);
  });
});
