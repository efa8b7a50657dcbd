import { describe, expect, it } from "vitest";
import { type Precedent, precedentFor, precedentsOf } from "../../server/domain/precedent.ts";
import { wallClock } from "../../server/domain/time.ts";
import { clock, type Story, tell, township } from "../support/story.ts";

const notOurs = {
  action: "return",
  returnReason: "notOurDuty",
  basisItem: "020101",
  note: "属供水",
} as const;
const disputes = { ...notOurs, action: "dispute", suggestedUnit: "LD" } as const;

const sent = () =>
  tell()
    .act("township", { action: "file", itemCode: "020101" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" });

/** Friday: the lamp office sends it back, the township sends it to the water office. */
const sentAgain = () => sent().act("lights", notOurs).act("township", { action: "dispatch", unit: "SW" });
const argued = () => sentAgain().until("2026-11-20 10:00").act("water", disputes);
const rulesFor = (unit: string) => ({ action: "rule", unit, basisItem: "020101", note: "按清单" }) as const;

describe("a return 退单", () => {
  it("rests on a line of the duty list", () => {
    const { basisItem: _, ...bare } = notOurs;
    expect(sent().refused("lights", bare)).toMatchObject({ code: "missing", field: "basisItem" });
  });

  it("is open for four office hours after dispatch, frozen when it was sent", () => {
    expect(sent().until("2026-11-20 14:49").act("lights", notOurs).found.case.state).toBe("filed");
    const late = sent().until("2026-11-20 14:50"); // 2 h 40 min before lunch, 1 h 20 min after
    expect(late.refused("lights", notOurs)).toMatchObject({ code: "wrongState", rule: "inReturnWindow" });
  });

  it("never goes round a second time", () => {
    expect(sentAgain().refused("water", notOurs)).toMatchObject({ rule: "firstReturn" });
    expect(sentAgain().offers("water")).toContain("dispute");
    expect(sent().refused("lights", disputes)).toMatchObject({ rule: "returnedBefore" });
  });
});

describe("a dispute about duty 职责争议", () => {
  it("goes to the centre while the unit that has it keeps handling and its clock runs", () => {
    const story = argued();
    expect(story.found.case).toMatchObject({ state: "dispatched", leadUnit: "SW", returns: 2 });
    expect(clock(story, "ruling")).toMatchObject({ unit: "XNZX" });
    expect(wallClock(clock(story, "ruling")?.dueAt ?? 0)).toBe("2026-11-23 18:00"); // one workday: Monday
    expect(clock(story, "handle")).toMatchObject({ unit: "SW", outcome: null });
    story.act("water", { action: "accept" });
    expect(story.offers("water")).toContain("handle");
  });

  it("climbs by itself: centre, then 编办 and 司法局, then the leader, each with its own limit", () => {
    const story = argued().until("2026-11-30 12:00");
    const ruling = story.found.clocks.filter((row) => row.kind === "ruling");
    expect(
      ruling.map((row) => [row.unit, wallClock(row.startedAt), wallClock(row.dueAt), row.outcome]),
    ).toEqual([
      ["XNZX", "2026-11-20 10:00", "2026-11-23 18:00", "missed"],
      ["BB", "2026-11-23 18:00", "2026-11-25 18:00", "missed"],
      ["XNZX", "2026-11-25 18:00", "2026-11-30 18:00", null],
    ]);
    expect(story.found.case.rules?.dispute?.level).toBe(3);
    expect(story.offers("leader")).toContain("rule");
    expect(story.offers("centre")).not.toContain("rule");
  });

  it("opens the case to those who rule at its level, and to them alone", () => {
    const story = argued();
    expect(story.offers("establishment")).toEqual([]);
    story.act("centre", { action: "raise" });
    expect(story.offers("establishment")).toEqual(expect.arrayContaining(["rule", "uphold", "raise"]));
    expect(story.refused("centre", rulesFor("LD"))).toMatchObject({ code: "notAllowed" });
    story.act("establishment", rulesFor("LD"));
    expect(story.offers("establishment")).toEqual([]);
  });

  it("is over when the unit has handled it", () => {
    const story = argued()
      .act("water", { action: "accept" })
      .act("water", { action: "handle", result: "已修", photosAfter: ["p"] });
    expect(story.found.case.rules?.dispute).toBeNull();
    expect(clock(story, "ruling")?.outcome).toBe("void");
  });
});

describe("a ruling 裁定", () => {
  it("names another unit, whose time begins then, and ends all returning", () => {
    const story = argued().until("2026-11-20 11:00").act("centre", rulesFor("LD"));
    expect(story.found.case).toMatchObject({ state: "dispatched", leadUnit: "LD", holder: "LD" });
    expect(clock(story, "ruling")?.outcome).toBe("met");
    expect(clock(story, "handle")).toMatchObject({ unit: "LD", startedAt: story.now });
    expect(story.refused("lights", notOurs)).toMatchObject({ rule: "notRuled" });
    expect(story.refused("lights", disputes)).toMatchObject({ rule: "notRuled" });
    expect(story.refused("township", { action: "dispatch", unit: "SW" })).toMatchObject({
      code: "wrongState",
    });
  });

  it("may leave it where it is, without giving it more time", () => {
    const before = clock(argued(), "handle")?.dueAt;
    const story = argued().act("centre", { action: "uphold", basisItem: "020101", note: "属供水" });
    expect(story.found.case).toMatchObject({ leadUnit: "SW", rules: { ruled: true, dispute: null } });
    expect(clock(story, "handle")?.dueAt).toBe(before);
    expect(story.refused("water", disputes)).toMatchObject({ rule: "notRuled" });
  });

  it("does not pretend to move it to the unit that has it", () => {
    expect(argued().refused("centre", rulesFor("SW"))).toMatchObject({ code: "badValue", field: "unit" });
  });

  it("is kept as a precedent: which matter, where, who it was given to and who had said no", () => {
    const ruled = (story: Story) => precedentsOf(story.events);
    expect(ruled(argued())).toEqual([]);
    expect(ruled(argued().act("centre", rulesFor("LD")))).toMatchObject([
      { itemCode: "020101", townshipCode: township, unit: "LD", against: "SW", level: 1 },
    ]);
    const upheld = argued().act("centre", { action: "uphold", basisItem: "020101", note: "x" });
    expect(ruled(upheld)).toMatchObject([{ unit: "SW", against: "SW" }]);
  });
});

describe("an earlier ruling", () => {
  const ruled = (unit: string, itemCode: string, townshipCode: string): Precedent => ({
    caseId: unit,
    at: 0,
    itemCode,
    townshipCode,
    cellCode: null,
    unit,
    against: "LD",
    basisItem: itemCode,
    level: 1,
  });
  const rulings = [
    ruled("A", "020101", "371122001"),
    ruled("B", "020101", "371122102"),
    ruled("C", "010101", "371122001"),
  ];

  it("speaks for the same matter in the same township before any other place", () => {
    expect(precedentFor(rulings, { itemCode: "020101", townshipCode: "371122001" })?.unit).toBe("A");
  });

  it("speaks by its latest elsewhere, and not at all for another matter", () => {
    expect(precedentFor(rulings, { itemCode: "020101", townshipCode: "371122999" })?.unit).toBe("B");
    expect(precedentFor(rulings, { itemCode: "030101", townshipCode: "371122001" })).toBeNull();
  });
});
