import { describe, expect, it } from "vitest";
import { clock, people, sureOfLight, tell } from "../support/story.ts";

const sentOut = () =>
  tell({ report: { channel: "public" }, by: "resident" })
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD", assistUnits: ["SW"] });

describe("撤回诉求: a resident takes back what is settled", () => {
  it("ends it for everybody who had it in hand, and nobody is judged by that", () => {
    const story = sentOut()
      .until("2026-11-20 10:00")
      .act("resident", { action: "withdraw", note: "自己好了" });
    expect(story.found.case).toMatchObject({ state: "withdrawn", holder: null, closedAt: story.now });
    expect(story.found.case.rules?.assistants).toMatchObject([{ unit: "SW", state: "released" }]);
    expect(story.found.clocks.filter((row) => row.outcome === null)).toEqual([]);
    expect(clock(story, "handle")?.outcome).toBe("void");
    expect(story.notices.at(-1)?.seq).toBe(story.events.at(-1)?.seq);
  });

  it("does not wash away what had run out before", () => {
    const story = sentOut().until("2026-12-30 10:00").act("resident", { action: "withdraw" });
    expect(clock(story, "handle")?.outcome).toBe("missed");
  });

  it("may be added to, but is neither rated nor done again", () => {
    const story = sentOut().act("resident", { action: "withdraw" });
    expect(story.offers("resident")).toEqual(["comment"]);
  });

  it("is not possible once there is a result, nor by a stranger", () => {
    const story = tell({ report: { channel: "public" }, by: "resident" })
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" });
    expect(story.refused("stranger", { action: "withdraw" }).code).toBe("outOfScope");
    story
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "已换灯", photosAfter: ["p"] });
    expect(story.offers("resident")).not.toContain("withdraw");
  });

  it("is not possible where somebody may be in danger", () => {
    const story = tell({ by: "resident", reading: { ...sureOfLight, danger: ["漏电"] } });
    expect(story.refused("resident", { action: "withdraw" })).toMatchObject({ rule: "noDanger" });
  });
});

describe("撤回上报: the account that sent it takes it back", () => {
  it("before anybody has judged it", () => {
    const story = tell().act("gridWorker", { action: "retract", note: "报错了" });
    expect(story.found.case).toMatchObject({ state: "withdrawn", holder: null });
    expect(clock(story, "file")?.outcome).toBe("void");
  });

  it("also what was solved on the spot, until somebody has looked", () => {
    const story = tell({ report: { solvedOnSpot: { result: "捡走砖块", photosAfter: ["p"] } } });
    expect(story.offers("gridWorker")).toContain("retract");
    story.act("township", { action: "check" });
    expect(story.offers("gridWorker")).not.toContain("retract");
  });

  it("not after it was filed, and nobody else's", () => {
    const story = tell();
    expect(story.refused("township", { action: "retract" }).code).toBe("notAllowed");
    story.act("township", { action: "file", itemCode: "020101" });
    expect(story.offers("gridWorker")).not.toContain("retract");
    expect(people.gridWorker.id).toBe(story.found.case.reportedBy);
  });

  it("not where a unit has given a result: that was no report solved on the spot", () => {
    const story = tell()
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "已换灯", photosAfter: ["p"] });
    expect(story.refused("gridWorker", { action: "retract" })).toMatchObject({ rule: "notTakenUp" });
  });
});
