import { describe, expect, it } from "vitest";
import { stagesOf } from "../../server/domain/staging.ts";
import { wallClock } from "../../server/domain/time.ts";
import { clock, type Story, tell } from "../support/story.ts";

/** 灯杆倒伏 on Friday 2026-11-20 at 09:10: secure in 2 hours, repair in 8, restore in 2 workdays. */
const staged = () =>
  tell()
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-4" })
    .until("2026-11-20 09:10")
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-20 09:20")
    .act("lights", { action: "accept" });

const due = (story: Story, kind: string) => wallClock(clock(story, kind)?.dueAt ?? 0);
const stageClocks = (story: Story) =>
  story.found.clocks
    .filter(({ kind }) => kind === "stage")
    .map(({ policy, outcome }) => [policy.code, outcome]);
const finish = { action: "finishStage", result: "已完成" } as const;
const handle = { action: "handle", result: "已修", photosAfter: ["p"] } as const;

describe("work in stages 围护 → 修复 → 恢复", () => {
  it("begins with the first stage's own clock at dispatch, and the plan's limit for the whole", () => {
    const story = staged();
    expect(stagesOf(story.found.case).map(({ name, doneAt }) => [name, doneAt])).toEqual([
      ["围护", null],
      ["修复", null],
      ["恢复", null],
    ]);
    expect(due(story, "stage")).toBe("2026-11-20 11:10");
    expect(due(story, "handle")).toBe("2026-11-26 18:00"); // 4 workdays: Monday to Thursday
  });

  it("goes stage by stage, each timed from the end of the one before", () => {
    const story = staged().until("2026-11-20 10:00").act("lights", finish);
    expect(story.events.at(-1)?.facts).toMatchObject({ stage: "围护" });
    expect(due(story, "stage")).toBe("2026-11-20 18:00");
    story.until("2026-11-20 16:00").act("lights", finish);
    expect(due(story, "stage")).toBe("2026-11-24 18:00");
    expect(stageClocks(story)).toEqual([
      ["020101-4:stage:secure", "met"],
      ["020101-4:stage:repair", "met"],
      ["020101-4:stage:restore", null],
    ]);
    story.until("2026-11-24 10:00").act("lights", finish);
    expect(story.offers("lights")).not.toContain("finishStage");
    story.act("lights", handle);
    expect(story.found.case.state).toBe("handled");
  });

  it("is not handed in before the last stage", () => {
    const story = staged().act("lights", finish);
    expect(story.refused("lights", handle)).toMatchObject({ rule: "stagesFinished" });
  });

  it("charges a late stage to the unit, and the next begins all the same", () => {
    const story = staged().until("2026-11-20 14:00");
    expect(story.events.some(({ action, facts }) => action === "overdue" && facts["clock"] === "stage")).toBe(
      true,
    );
    story.act("lights", finish);
    expect(stageClocks(story)).toEqual([
      ["020101-4:stage:secure", "missed"],
      ["020101-4:stage:repair", null],
    ]);
  });

  it("stands still with a lawful pause", () => {
    const story = staged()
      .until("2026-11-20 10:00")
      .act("lights", { action: "askSuspension", until: "2026-11-25", note: "等灯杆到货" })
      .act("centre", { action: "grantSuspension" });
    expect(clock(story, "stage")).toMatchObject({ runningSince: null, outcome: null });
    story.until("2026-11-24 10:00").act("lights", { action: "resume" });
    expect(due(story, "stage")).toBe("2026-11-24 11:10"); // 70 minutes were left
  });

  it("ends with the truth where it cannot be finished, and begins again where the check says redo", () => {
    const story = staged()
      .act("lights", finish)
      .act("lights", { action: "admit", unsolvedReason: "noFunds", result: "缺灯杆" });
    expect(stageClocks(story).at(-1)).toEqual(["020101-4:stage:repair", "void"]);
    story.act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(stageClocks(story).at(-1)).toEqual(["020101-4:stage:repair", null]);
  });

  it("keeps what the first receiver had secured when a ruling gives it to another", () => {
    const story = tell()
      .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-4" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "return", returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" })
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", {
        action: "dispute",
        returnReason: "notOurDuty",
        basisItem: "020101",
        note: "也不归我管",
        suggestedUnit: "LD",
      })
      .act("water", { action: "accept" })
      .act("water", finish)
      .act("centre", { action: "rule", unit: "LD", basisItem: "020101", note: "归路灯所" });
    expect(stagesOf(story.found.case).map(({ doneAt }) => doneAt !== null)).toEqual([true, false, false]);
    expect(clock(story, "stage")).toMatchObject({ unit: "LD", policy: { code: "020101-4:stage:repair" } });
  });
});

describe("a matter that is handled in one go", () => {
  it("has no stages, and the limit of its condition", () => {
    const story = tell()
      .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" });
    expect(clock(story, "stage")).toBeUndefined();
    expect(story.offers("lights")).not.toContain("finishStage");
    expect(story.refused("lights", finish)).toMatchObject({ rule: "stageOpen" });
  });
});
