import { describe, expect, it } from "vitest";
import { assignmentsOf } from "../../server/domain/assignment.ts";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { wallClock } from "../../server/domain/time.ts";
import { inScope, scopeOf } from "../../server/domain/permit.ts";
import { clock, people, type Story, tell, township } from "../support/story.ts";

/** 污水冒溢 on Friday 2026-11-20, 09:10: the water bureau leads, the lighting office helps with the pumps. */
const shared = (assistUnits: readonly string[] = ["LD"]) =>
  tell({ report: { reporter: { name: null, phone: "13800001234" } } })
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "010101" })
    .until("2026-11-20 09:10")
    .act("township", { action: "dispatch", unit: "SW", assistUnits });

const parts = (story: Story) =>
  assignmentsOf(story.found.case).map(({ unit, part, state }) => [unit, part, state]);

const clocksOf = (story: Story, unit: string) =>
  story.found.clocks.filter((row) => row.unit === unit).map(({ kind, outcome }) => [kind, outcome]);

describe("a case that a lead and an assistant share 主办与协办", () => {
  it("gives each an assignment with clocks of its own, from the same dispatch", () => {
    const story = shared();
    expect(parts(story)).toEqual([
      ["SW", "lead", "called"],
      ["LD", "assist", "called"],
    ]);
    expect(clocksOf(story, "SW").map(([kind]) => kind)).toEqual(["accept", "handle", "contact"]);
    expect(clocksOf(story, "LD").map(([kind]) => kind)).toEqual(["assistSign", "assist"]);
    expect(story.notices.filter(({ kind }) => kind === "dispatch").map(({ to }) => to)).toEqual([
      { kind: "unit", code: "SW" },
      { kind: "unit", code: "LD" },
      { kind: "account", code: "grid-1" },
    ]);
  });

  it("is signed by each for itself", () => {
    const story = shared().act("water", { action: "accept" });
    expect(clock(story, "assistSign")?.outcome).toBeNull();
    story.act("lights", { action: "signAssist" });
    expect(clock(story, "assistSign")?.outcome).toBe("met");
    expect(parts(story)).toEqual([
      ["SW", "lead", "signed"],
      ["LD", "assist", "signed"],
    ]);
  });

  it("goes to the check only when every assistant has signed off", () => {
    const story = shared().act("water", { action: "accept" }).act("lights", { action: "signAssist" });
    expect(story.refused("water", { action: "handle", result: "已疏通" })).toMatchObject({
      rule: "assistantsSettled",
    });
    expect(story.offers("water")).not.toContain("handle");
    story
      .act("lights", { action: "finishAssist", result: "泵站供电恢复" })
      .act("water", { action: "handle", result: "已疏通" });
    expect(story.found.case).toMatchObject({ state: "handled", handledBy: "water-1" });
    expect(clock(story, "assist")?.outcome).toBe("met");
    expect(story.found.clocks.filter((row) => row.runningSince !== null).map(({ kind }) => kind)).toEqual([
      "check",
    ]);
  });

  it("leaves the ledger with the lead: helping is not holding", () => {
    const story = shared().act("lights", { action: "signAssist" }).until("2026-11-20 15:00");
    const ledger = ledgerOf(story.events, story.now);
    expect(ledger.at(-1)).toMatchObject({ holder: "SW" });
    const spans = ledger.map(({ from, to }) => to - from);
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(story.now - (story.events[0]?.at ?? 0));
  });

  it("is seen by the assistant, and acted on within its part alone", () => {
    const story = shared();
    const lights = people.lights;
    expect(inScope(scopeOf(lights), story.found.case)).toBe(true);
    expect(story.offers("lights")).toEqual(["comment", "signAssist", "declineAssist", "handOver"]);
    expect(story.refused("lights", { action: "accept" })).toMatchObject({ code: "notAllowed" });
    expect(inScope(scopeOf(people.establishment), story.found.case)).toBe(false);
  });
});

describe("an assistant that says it is not its part 协办异议", () => {
  const declining = {
    action: "declineAssist",
    returnReason: "notOurDuty",
    basisItem: "010101",
    note: "泵站不归我管",
  } as const;

  it("is let go without being judged, and no longer sees the case", () => {
    const story = shared().act("lights", declining);
    expect(parts(story)[1]).toEqual(["LD", "assist", "declined"]);
    expect(clocksOf(story, "LD")).toEqual([
      ["assistSign", "void"],
      ["assist", "void"],
    ]);
    expect(inScope(scopeOf(people.lights), story.found.case)).toBe(false);
    story.act("water", { action: "accept" }).act("water", { action: "handle", result: "已疏通" });
    expect(story.found.case.state).toBe("handled");
  });

  it("tells lead and desk, who may call it again: then it may not decline a second time", () => {
    const story = shared().act("lights", declining);
    expect(story.notices.slice(-2).map(({ to }) => to)).toEqual([
      { kind: "unit", code: "SW" },
      { kind: "unit", code: township },
    ]);
    story.act("township", { action: "callAssist", assistUnits: ["LD"], note: "经核对由你单位供电" });
    expect(story.offers("lights")).toContain("signAssist");
    expect(story.refused("lights", declining)).toMatchObject({ rule: "firstDecline" });
    expect(clocksOf(story, "LD").slice(-2)).toEqual([
      ["assistSign", null],
      ["assist", null],
    ]);
  });

  it("is in time only within the window", () => {
    const story = shared().until("2026-11-20 17:00");
    expect(story.refused("lights", declining)).toMatchObject({ rule: "inAssistWindow" });
  });
});

describe("an assistant that is late 协办逾期", () => {
  const release = { action: "releaseAssist", assistUnit: "LD", note: "已自行接电" } as const;

  it("is not waited for on the ground of lateness before its limit has run out", () => {
    const story = shared().act("water", { action: "accept" });
    expect(story.refused("water", { ...release, releaseReason: "late" })).toMatchObject({
      rule: "onlyWhenLate",
      given: "路灯所",
      expected: "协办逾期规则",
    });
  });

  it("stands on the ladder for itself, and the lead may go on without it; the miss stays the assistant's", () => {
    const story = shared()
      .act("water", { action: "accept" })
      .act("lights", { action: "signAssist" })
      .until("2026-11-25 09:00");
    expect(wallClock(clock(story, "assist")?.dueAt ?? 0)).toBe("2026-11-24 18:00");
    expect(story.found.case.rules?.ladders.map(({ unit }) => unit)).toContain("LD");
    story
      .act("water", { ...release, releaseReason: "late" })
      .act("water", { action: "handle", result: "已疏通" });
    expect(parts(story)[1]).toEqual(["LD", "assist", "released"]);
    expect(clock(story, "assist")).toMatchObject({ unit: "LD", outcome: "missed" });
    expect(inScope(scopeOf(people.lights), story.found.case)).toBe(true);
  });

  it("may be let go at once where the ground is that it is not needed", () => {
    const story = shared()
      .act("water", { action: "accept" })
      .act("water", { ...release, releaseReason: "notNeeded" });
    expect(clock(story, "assist")?.outcome).toBe("void");
    expect(story.refused("water", { ...release, releaseReason: "notNeeded" })).toMatchObject({
      rule: "assistantsLive",
    });
  });
});

describe("who may assist", () => {
  it("is not the lead itself, nor somebody twice", () => {
    const filed = tell().act("township", { action: "file", itemCode: "010101" });
    expect(filed.refused("township", { action: "dispatch", unit: "SW", assistUnits: ["SW"] })).toMatchObject({
      code: "duplicate",
      field: "assistUnits",
    });
    filed.act("township", { action: "dispatch", unit: "SW", assistUnits: ["LD"] });
    expect(filed.refused("township", { action: "callAssist", assistUnits: ["LD"] })).toMatchObject({
      code: "duplicate",
    });
  });

  it("is not a township that the duty list does not name for a matter it takes back", () => {
    const filed = tell().act("township", { action: "file", itemCode: "020101" });
    expect(
      filed.refused("township", { action: "dispatch", unit: "LD", assistUnits: [township] }),
    ).toMatchObject({ rule: "notInAssistList", field: "assistUnits", expected: "路灯所" });
  });

  it("may be the township where the list has it help 协办, and then it does not check the result", () => {
    const story = tell({ placement: null, by: "centre", report: { channel: "hotline" } })
      .act("centre", { action: "place", point: { lng: 118.83, lat: 35.58 } })
      .act("township", { action: "file", itemCode: "020201" })
      .act("township", { action: "dispatch", unit: "SW", assistUnits: [township] })
      .act("water", { action: "accept" })
      .act("township", { action: "signAssist" })
      .act("township", { action: "finishAssist", result: "已围挡" })
      .act("water", { action: "handle", result: "已疏通" });
    expect(story.refused("township", { action: "check" })).toMatchObject({ code: "ownWork" });
    expect(story.offers("gridWorker")).toContain("check");
  });
});

describe("assistants when the case stands still or changes hands", () => {
  it("stand still with a lawful pause, and go on with it", () => {
    const story = shared()
      .act("water", { action: "accept" })
      .act("lights", { action: "signAssist" })
      .act("water", { action: "askSuspension", until: "2026-12-01", note: "等开挖批复" })
      .act("centre", { action: "grantSuspension" });
    expect(clock(story, "assist")).toMatchObject({ runningSince: null, outcome: null });
    story.until("2026-11-24 10:00").act("water", { action: "resume" });
    expect(clock(story, "assist")?.runningSince).not.toBeNull();
  });

  it("are let go when the lead gives the case back", () => {
    const story = shared().act("water", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "010101",
      note: "不归我管",
    });
    expect(parts(story)).toEqual([["LD", "assist", "released"]]);
    expect(clocksOf(story, "LD").map(([, outcome]) => outcome)).toEqual(["void", "void"]);
  });

  it("go on when a ruling gives the lead to another, unless it is one of them", () => {
    const argued = shared().act("water", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "010101",
      note: "不归我管",
    });
    argued
      .act("township", { action: "dispatch", unit: "BB", assistUnits: ["LD", "SFJ"] })
      .act("establishment", {
        action: "dispute",
        returnReason: "notOurDuty",
        basisItem: "010101",
        note: "也不归我管",
        suggestedUnit: "LD",
      })
      .act("centre", { action: "rule", unit: "LD", basisItem: "010101", note: "归路灯所" });
    expect(parts(argued)).toEqual([
      ["LD", "lead", "called"],
      ["SFJ", "assist", "called"],
    ]);
    const running = argued.found.clocks.filter((row) => row.runningSince !== null);
    expect(running.map(({ kind, unit }) => [kind, unit])).toEqual([
      ["assistSign", "SFJ"],
      ["assist", "SFJ"],
      ["accept", "LD"],
      ["handle", "LD"],
      ["contact", "LD"],
    ]);
  });
});

describe("a hand-over inside a unit 内部交办", () => {
  it("names who does it, tells them, and leaves the unit in charge", () => {
    const story = shared().act("water", { action: "handOver", handler: "water-2", note: "请你去" });
    expect(assignmentsOf(story.found.case)[0]).toMatchObject({ unit: "SW", handler: "water-2" });
    expect(story.notices.at(-1)?.to).toEqual({ kind: "account", code: "water-2" });
    expect(story.found.case.holder).toBe("SW");
    story.act("lights", { action: "handOver", handler: "lights-2" });
    expect(assignmentsOf(story.found.case).map(({ handler }) => handler)).toEqual(["water-2", "lights-2"]);
  });

  it("ends with the unit's part", () => {
    const story = shared().act("water", { action: "handOver", handler: "water-2" }).act("water", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "010101",
      note: "不归我管",
    });
    expect(story.found.case.rules?.handlers).toEqual([]);
  });
});
