import { describe, expect, it } from "vitest";
import { wallClock } from "../../server/domain/time.ts";
import { cell, clock, sureOfLight, tell, township } from "../support/story.ts";

describe("verification before filing 立案前核实", () => {
  const asked = () => tell().until("2026-11-20 09:30").act("township", { action: "askVerify" });

  it("sends the grid worker to look, with a clock of their own, and holds the desk's", () => {
    const story = asked();
    expect(story.found.case).toMatchObject({ state: "verifying", holder: cell });
    expect(wallClock(clock(story, "verify")?.dueAt ?? 0)).toBe("2026-11-20 15:00"); // 2.5 h before lunch, 1.5 after
    expect(clock(story, "file")).toMatchObject({ runningSince: null, outcome: null });
  });

  it("gives the desk back exactly the time that it lost meanwhile", () => {
    const before = clock(tell(), "file")?.dueAt ?? 0; // 09:00 + 4 office hours
    const story = asked()
      .until("2026-11-20 11:30")
      .act("gridWorker", { action: "verified", genuine: true, note: "灯确实不亮" });
    expect(story.found.case).toMatchObject({ state: "reported", holder: township });
    expect(wallClock(before)).toBe("2026-11-20 14:30");
    expect(wallClock(clock(story, "file")?.dueAt ?? 0)).toBe("2026-11-20 16:30");
    expect(story.events.at(-1)?.facts).toMatchObject({ genuine: true });
  });

  it("is not asked for where no grid worker can be sent", () => {
    const story = tell({ placement: null, by: "centre", report: { channel: "hotline" } });
    expect(story.offers("centre")).not.toContain("askVerify");
    expect(story.refused("centre", { action: "askVerify" })).toMatchObject({ rule: "cellKnown" });
  });
});

describe("danger 转 110/119/120", () => {
  it("is handed over on the record, and the case goes on", () => {
    const story = tell({ reading: { ...sureOfLight, danger: ["冒火花"] } });
    expect(story.found.case.desk).toEqual(["danger"]);
    story.act("township", { action: "transfer", service: "fire", note: "已电话转 119" });
    expect(story.found.case).toMatchObject({ state: "reported", desk: [], rules: { transfers: ["fire"] } });
    expect(story.offers("township")).toContain("file");
  });

  it("names a line from the list", () => {
    expect(tell().refused("township", { action: "transfer", service: "114" })).toMatchObject({
      code: "badValue",
      field: "service",
    });
  });
});

describe("what was solved on the spot 随手办结", () => {
  const spot = { solvedOnSpot: { result: "捡走砖块", photosAfter: ["p"] } };

  it("by a grid worker goes straight to the desk for the check", () => {
    const story = tell({ report: spot });
    expect(story.found.case).toMatchObject({ state: "handled", holder: township, handledBy: "grid-1" });
    expect(story.found.clocks.map((row) => row.kind)).toEqual(["check"]);
    expect(story.events).toHaveLength(1);
    expect(story.refused("gridWorker", { action: "check" })).toMatchObject({ code: "ownWork" });
    story.act("township", { action: "check" }).act("township", { action: "close" });
    expect(story.found.case.state).toBe("closed");
  });

  it("becomes an ordinary case when the desk finds that it is not solved", () => {
    const story = tell({ report: spot });
    expect(story.refused("township", { action: "rework", reworkReason: "notFixed" })).toMatchObject({
      rule: "hasLead",
    });
    story.act("township", { action: "refute", reworkReason: "notFixed" });
    expect(story.found.case).toMatchObject({ state: "reported", handledBy: null, holder: township });
    expect(clock(story, "file")?.outcome).toBeNull();
    expect(story.offers("township")).toContain("file");
  });

  it("by a township desk is checked by the grid worker and may be sent back to the desk", () => {
    const story = tell({ by: "township", report: spot });
    expect(story.found.case).toMatchObject({ leadUnit: township, holder: cell });
    expect(story.refused("township", { action: "check" })).toMatchObject({ code: "ownWork" });
    expect(story.act("gridWorker", { action: "rework", reworkReason: "notFixed" }).found.case.state).toBe(
      "accepted",
    );
  });
});

describe("a report on behalf of a resident 代报", () => {
  it("tells the resident, not the officer who wrote it down", () => {
    const story = tell({ report: { onBehalf: true, reporter: { name: "王五", phone: "13800001234" } } });
    story.act("township", { action: "decline", declineReason: "outOfRange", note: "走诉讼" });
    expect(story.notices.at(-1)?.to).toEqual({ kind: "reporter" });
    expect(story.events[0]?.facts).toMatchObject({ onBehalf: true });
  });
});

describe("first contact with the reporter 先行联系", () => {
  const sent = (report = {}) =>
    tell({ report: { reporter: { name: null, phone: "13800001234" }, ...report } })
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" });

  it("has a clock of its own where a number was left", () => {
    const story = sent().act("lights", { action: "contact", reached: true });
    expect(clock(story, "contact")).toMatchObject({ unit: "LD", outcome: "met" });
  });

  it("asks what was tried when nobody answered", () => {
    expect(sent().refused("lights", { action: "contact", reached: false })).toMatchObject({
      code: "missing",
      field: "note",
    });
  });

  it("is not asked of a unit from which the reporter is hidden", () => {
    const story = sent({ confidential: true });
    expect(clock(story, "contact")).toBeUndefined();
    expect(story.offers("lights")).not.toContain("contact");
  });
});
