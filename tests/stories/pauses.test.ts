import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { HOUR, wallClock } from "../../server/domain/time.ts";
import { clock, type Story, tell } from "../support/story.ts";

/** Friday morning; two workdays: due on Tuesday at the close. */
const working = () =>
  tell({ report: { reporter: { name: null, phone: "13800001234" } } })
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-20 10:00")
    .act("lights", { action: "accept" })
    .act("lights", { action: "contact", reached: true });

const due = (story: Story) => wallClock(clock(story, "handle")?.dueAt ?? 0);
const asks = { action: "askExtension", note: "缺料" } as const;
const extended = (story: Story) => story.act("lights", asks).act("centre", { action: "grantExtension" });
const suspended = (until: string) =>
  working()
    .act("lights", { action: "askSuspension", until, note: "等开挖许可" })
    .until("2026-11-20 11:00")
    .act("centre", { action: "grantSuspension" });

describe("an extension 延期", () => {
  it("adds one original limit to the end", () => {
    expect(due(working())).toBe("2026-11-24 18:00");
    expect(due(extended(working()))).toBe("2026-11-26 18:00"); // Wednesday, Thursday
  });

  it("lets the warning come later too, although it had come already", () => {
    const story = extended(working().until("2026-11-24 12:00"));
    expect(clock(story, "handle")?.stage).toBe("running");
    expect(wallClock(clock(story, "handle")?.warnAt ?? 0)).toBe("2026-11-26 11:42");
  });

  it("is granted twice and then no more", () => {
    const story = extended(extended(working()));
    expect(due(story)).toBe("2026-11-30 18:00");
    expect(story.refused("lights", asks)).toMatchObject({ code: "wrongState", rule: "extensionLeft" });
  });

  it("is not used up by a refusal", () => {
    const story = working().act("lights", asks).act("centre", { action: "refuseRequest", note: "料已到" });
    expect(story.found.case.rules).toMatchObject({ extensions: 0, request: null });
    expect(due(extended(extended(story)))).toBe("2026-11-30 18:00");
  });

  it("is neither asked for nor granted once the limit has run out", () => {
    expect(working().until("2026-11-24 18:00").refused("lights", asks)).toMatchObject({
      rule: "handlingRuns",
    });
    const asked = working().act("lights", asks).until("2026-11-24 18:00");
    expect(asked.refused("centre", { action: "grantExtension" })).toMatchObject({ rule: "handlingRuns" });
  });

  it("is granted by the centre, which has a clock of its own to answer, not by the unit that asks", () => {
    const story = working().act("lights", asks);
    expect(clock(story, "approve")).toMatchObject({ unit: "XNZX", outcome: null });
    expect(story.refused("lights", { action: "grantExtension" })).toMatchObject({ code: "notAllowed" });
    expect(story.refused("lights", asks)).toMatchObject({ rule: "noRequest" });
  });
});

describe("a suspension 挂账", () => {
  it("is not granted to a day that has come: nothing would be held", () => {
    const story = extended(working())
      .act("lights", { action: "askSuspension", until: "2026-11-24", note: "等开挖许可" })
      .until("2026-11-23 23:59");
    expect(story.offers("centre")).toContain("grantSuspension");
    expect(story.until("2026-11-24 00:00").refused("centre", { action: "grantSuspension" })).toMatchObject({
      rule: "suspensionAhead",
    });
  });

  it("stops the clock until its date and goes on by itself when the day begins", () => {
    const story = suspended("2026-12-01");
    expect(story.found.case.state).toBe("suspended");
    expect(clock(story, "handle")?.runningSince).toBeNull();
    story.until("2026-12-01 09:00");
    const resumed = story.events.find((event) => event.action === "resume");
    expect(resumed).toMatchObject({ actorRole: "system", from: "suspended", to: "accepted" });
    expect(wallClock(resumed?.at ?? 0)).toBe("2026-12-01 00:00");
  });

  it("moves the end by exactly the working time that was held", () => {
    // Left on Friday at 11:00: 1 h before lunch and 4.5 h after, then Monday and Tuesday. From 1 December on: Tuesday,
    // Wednesday, and 5.5 h of Thursday, of which 3.5 before lunch.
    expect(due(suspended("2026-12-01").until("2026-12-01 09:00"))).toBe("2026-12-03 15:30");
  });

  it("is noticed at its date however late the sweep comes", () => {
    const early = suspended("2026-12-01").until("2026-12-01 00:00");
    const late = suspended("2026-12-01").sleep("2026-12-02 17:00").sweep();
    expect(due(late)).toBe(due(early));
  });

  it("may be ended before its date", () => {
    const story = suspended("2026-12-01").until("2026-11-20 14:30").act("lights", { action: "resume" });
    expect(story.found.case).toMatchObject({ state: "accepted", holder: "LD" });
    expect(due(story)).toBe("2026-11-25 10:30"); // two office hours were held: 11–12 and 13:30–14:30
    expect(clock(story, "suspend")?.outcome).toBe("met");
  });

  it.each(["2026-11-20", "2027-11-21", "2026-13-01", "soon"])("is refused to %s", (until) => {
    expect(working().refused("lights", { action: "askSuspension", until, note: "x" })).toMatchObject({
      code: "badValue",
      field: "until",
    });
  });

  it("is granted once", () => {
    const story = suspended("2026-11-23").until("2026-11-23 09:00");
    expect(
      story.refused("lights", { action: "askSuspension", until: "2026-11-25", note: "x" }),
    ).toMatchObject({ rule: "suspensionLeft" });
  });
});

describe("waiting for the reporter 等待诉求人", () => {
  const waiting = () =>
    working()
      .act("lights", { action: "askWait", note: "第几盏灯" })
      .until("2026-11-20 11:00")
      .act("centre", { action: "grantWait" });

  it("holds the clock until the reporter answers", () => {
    const story = waiting().until("2026-11-20 14:30").act("resident", { action: "answer", note: "第三盏" });
    expect(story.found.case).toMatchObject({ state: "accepted", holder: "LD" });
    expect(due(story)).toBe("2026-11-25 10:30");
  });

  it("ends by itself when nobody answers", () => {
    const story = waiting().until("2026-11-25 09:00");
    const resumed = story.events.find((event) => event.action === "resume");
    expect(wallClock(resumed?.at ?? 0)).toBe("2026-11-24 18:00"); // two workdays
    expect(story.found.case.missed).toBe(0);
  });

  it("is not asked for where nobody can be asked", () => {
    const story = tell()
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" });
    expect(story.refused("lights", { action: "askWait", note: "x" })).toMatchObject({ rule: "contactable" });
  });
});

describe("the ledger of a case that was suspended", () => {
  it("keeps the pause apart from the unit's work and still adds up to the whole", () => {
    const story = suspended("2026-12-01").until("2026-12-01 09:00");
    const ledger = ledgerOf(story.events, story.now);
    const pause = ledger.filter(({ state }) => state === "suspended");
    expect(pause.map(({ from, to }) => [wallClock(from), wallClock(to)])).toEqual([
      ["2026-11-20 11:00", "2026-12-01 00:00"],
    ]);
    const total = ledger.reduce((sum, { from, to }) => sum + to - from, 0);
    expect(total).toBe(story.now - (story.events[0]?.at ?? 0));
    expect(total / HOUR).toBe(264);
  });
});
