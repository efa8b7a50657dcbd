import { describe, expect, it } from "vitest";
import { wallClock } from "../../server/domain/time.ts";
import { clock, tell, township } from "../support/story.ts";

const working = () =>
  tell({ report: { reporter: { name: null, phone: "13800001234" } } })
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" })
    .act("lights", { action: "accept" });

const fixes = { action: "handle", result: "换灯", photosAfter: ["p"] } as const;
const closed = (handledOn = "2026-11-20 15:00") =>
  working()
    .until(handledOn)
    .act("lights", fixes)
    .act("gridWorker", { action: "check" })
    .act("township", { action: "close" });

describe("unsolved, because 未解决办结", () => {
  const admitted = () =>
    working()
      .until("2026-11-20 15:00")
      .act("lights", { action: "admit", unsolvedReason: "noFunds", result: "需立项换杆" })
      .act("gridWorker", { action: "check" });

  it("is an end of its own that no ordinary closing can hide", () => {
    const story = admitted();
    expect(story.refused("township", { action: "close" })).toMatchObject({ rule: "notAdmitted" });
    story.act("township", { action: "closeUnsolved", note: "列入明年计划" });
    expect(story.found.case).toMatchObject({ state: "unsolved", rules: { unsolved: "noFunds" } });
    expect(clock(story, "handle")?.outcome).toBe("met");
  });

  it("is not available for what was solved", () => {
    const story = working().act("lights", fixes).act("gridWorker", { action: "check" });
    expect(story.refused("township", { action: "closeUnsolved", note: "x" })).toMatchObject({
      rule: "admitted",
    });
  });

  it("is looked at like any result and may be sent back to be solved after all", () => {
    const story = working()
      .act("lights", { action: "admit", unsolvedReason: "noFunds", result: "无资金" })
      .act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(story.found.case).toMatchObject({ state: "accepted", rules: { unsolved: null } });
  });
});

describe("one tap by the resident 没解决", () => {
  it("brings the case back to the unit, once, without giving the whole limit again", () => {
    const story = closed().until("2026-11-23 09:30").act("resident", { action: "reopen" });
    expect(story.found.case).toMatchObject({ state: "accepted", holder: "LD", closedAt: null });
    // Stopped on Friday at 15:00 with 3 hours and two days left; goes on Monday at 09:30.
    expect(wallClock(clock(story, "handle")?.dueAt ?? 0)).toBe("2026-11-25 14:00");
    story.act("lights", fixes).act("gridWorker", { action: "check" }).act("township", { action: "close" });
    expect(story.refused("resident", { action: "reopen" })).toMatchObject({ rule: "reopenLeft" });
  });
});

describe("a bad rating 差评", () => {
  it("opens rectification with a limit of its own, as an act of the machine", () => {
    const story = closed().until("2026-11-20 16:00").act("resident", { action: "rate", score: 2 });
    expect(story.events.slice(-2).map((event) => [event.action, event.actorRole])).toEqual([
      ["rate", "resident"],
      ["rectify", "system"],
    ]);
    expect(story.found.case).toMatchObject({ state: "accepted", holder: "LD" });
    expect(wallClock(clock(story, "rectify")?.dueAt ?? 0)).toBe("2026-11-27 18:00"); // five workdays
    story.act("lights", fixes);
    expect(clock(story, "rectify")?.outcome).toBe("met");
  });

  it("is what the centre may order when the follow-up finds it unsolved", () => {
    const story = closed().act("township", { action: "followUp", reached: true, solved: false });
    expect(story.found.case.state).toBe("followedUp");
    expect(story.act("centre", { action: "rectify" }).found.case.state).toBe("accepted");
  });

  it("does nothing of the kind when it is a good one", () => {
    expect(closed().act("resident", { action: "rate", score: 3 }).found.case.state).toBe("closed");
  });

  it("goes on after a rework where it stood, instead of beginning anew", () => {
    const story = closed()
      .until("2026-11-20 16:00")
      .act("resident", { action: "rate", score: 1 })
      .until("2026-11-23 09:00")
      .act("lights", fixes)
      .until("2026-11-23 11:00")
      .act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(clock(story, "handle")?.outcome).toBe("met");
    expect(wallClock(clock(story, "rectify")?.dueAt ?? 0)).toBe("2026-11-30 10:30"); // two hours of checking
  });
});

describe("an appeal against overdue 超时申诉", () => {
  const late = () => closed("2026-11-25 09:00");
  const appeals = { action: "appeal", note: "全线停电" } as const;

  it("takes two persons, leaves the fact visible and the case out of the statistics", () => {
    const story = late().act("lights", appeals).act("centre", { action: "support", note: "属实" });
    expect(story.refused("centre", { action: "confirm", note: "属实" })).toMatchObject({
      rule: "otherReviewer",
    });
    story.act("secondCentre", { action: "confirm", note: "属实" });
    expect(story.found.case.rules?.exempt).toEqual(["overdue"]);
    expect(clock(story, "handle")?.outcome).toBe("missed");
    expect(story.found.case.missed).toBeGreaterThan(0);
  });

  it("ends with the first no, and is heard once", () => {
    const story = late().act("lights", appeals).act("centre", { action: "dismiss", note: "无证据" });
    expect(story.found.case.rules).toMatchObject({ exempt: [], review: null });
    expect(story.refused("lights", appeals)).toMatchObject({ rule: "appealLeft" });
  });

  it("is open only to the unit, for what was late, after closing", () => {
    expect(closed().refused("lights", appeals)).toMatchObject({ rule: "handledLate" });
    expect(late().refused("township", appeals)).toMatchObject({ code: "notAllowed" });
    expect(working().until("2026-11-25 09:00").refused("lights", appeals)).toMatchObject({
      code: "wrongState",
    });
  });
});

describe("an unreasonable request 不合理诉求", () => {
  it("is left out after two persons have agreed", () => {
    const story = closed()
      .act("township", { action: "askExclusion", note: "青蛙太吵" })
      .act("centre", { action: "support", note: "同意" })
      .act("secondCentre", { action: "confirm", note: "同意" });
    expect(story.found.case.rules?.exempt).toEqual(["unreasonable"]);
    expect(story.found.case).toMatchObject({ state: "closed", townshipCode: township });
  });
});
