import { describe, expect, it } from "vitest";
import { marksOf } from "../../server/domain/marks.ts";
import { wallClock } from "../../server/domain/time.ts";
import { clock, type Opening, type Story, tell, township } from "../support/story.ts";

/** Friday; acceptance by the street-light office is due on Monday at 18:00. */
const dispatched = (opening: Opening = {}) =>
  tell(opening)
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" });

const toldOf = (story: Story, kind: string) =>
  story.notices
    .filter((notice) => notice.kind === kind)
    .map(({ to }) => (to.kind === "reporter" ? "reporter" : `${to.kind} ${to.code}`));

const unheard = (story: Story) =>
  (story.found.case.rules?.unheard ?? []).map(({ unit, step }) => `${unit} ${step}`);

describe("the ladder where receivers are named", () => {
  it("reaches the liaison, then the deputy, then the chief with copies, and each notice names its event", () => {
    const story = dispatched({ receivers: (unit, post) => [`${post} of ${unit}`] }).until("2026-11-25 18:30");
    expect(toldOf(story, "urge")).toEqual(["unit LD", "account liaison of LD"]);
    expect(toldOf(story, "supervise")).toEqual(["unit LD", "account deputy of LD", "account liaison of LD"]);
    expect(toldOf(story, "circulate")).toEqual([
      "unit LD",
      "account chief of LD",
      "account deputy of LD",
      "account liaison of LD",
      "account leader of LD",
      "unit XNZX",
    ]);
    const urge = story.events.find((event) => event.action === "urge");
    expect(story.notices.find((notice) => notice.kind === "urge")?.seq).toBe(urge?.seq);
    expect(unheard(story)).toEqual([]);
  });
});

describe("a step that nobody is named to receive 无人接收", () => {
  const named = new Set<string>();
  const receivers: Opening["receivers"] = (_, post) => (named.has(post) ? [post] : []);

  it("is taken, stays on the list, and reaches whoever is named later with the next order", () => {
    named.clear();
    const story = dispatched({ receivers }).until("2026-11-24 18:30");
    expect(unheard(story)).toEqual(["LD urge", "LD supervise"]);
    expect(marksOf(story.found.case)).toContain("unheard");
    expect(story.events.filter((event) => event.facts["heard"] === 0)).toHaveLength(2);
    named.add("liaison").add("deputy");
    story.act("centre", { action: "urge" });
    expect(toldOf(story, "urge").slice(-3)).toEqual(["unit LD", "account liaison", "account deputy"]);
    expect(unheard(story)).toEqual([]);
    expect(marksOf(story.found.case)).toEqual(["ladder:supervise", "answer"]);
  });

  it("leaves the list when the unit has done what was late, but not the record", () => {
    named.clear();
    const story = dispatched({ receivers }).until("2026-11-23 18:30").act("lights", { action: "accept" });
    expect(unheard(story)).toEqual(["LD urge"]);
    story.act("lights", { action: "handle", result: "换灯", photosAfter: ["p"] });
    expect(unheard(story)).toEqual([]);
    expect(story.events.some((event) => event.facts["heard"] === 0)).toBe(true);
  });
});

describe("a leader's note 批示", () => {
  it("is a task with a limit, told to the chief, and its answer is told to the leader and the centre", () => {
    const story = dispatched({ receivers: (_, post) => [post] });
    story.act("leader", { action: "instruct", note: "三天内办好，报我" });
    expect(marksOf(story.found.case)).toEqual(["answer", "note"]);
    expect(toldOf(story, "instruct")).toEqual(["unit LD", "account chief", "account deputy", "unit XNZX"]);
    // Two workdays from Friday
    expect(wallClock(clock(story, "supervise")?.dueAt ?? 0)).toBe("2026-11-24 18:00");
    story.until("2026-11-23 10:00").act("lights", { action: "explain", note: "今晚施工" });
    expect(toldOf(story, "explain")).toEqual(["unit XNZX", "account leader-1"]);
    expect(clock(story, "supervise")?.outcome).toBe("met");
  });

  it("has the limit that the leader sets: workdays up to that day", () => {
    const story = dispatched().act("leader", { action: "instruct", note: "办好", answerBy: "2026-11-29" });
    // From Friday: the workdays of the week that follows; the 29th is a Sunday
    expect(clock(story, "supervise")?.policy.budget).toEqual({ value: 5, unit: "workday" });
    expect(wallClock(clock(story, "supervise")?.dueAt ?? 0)).toBe("2026-11-27 18:00");
  });

  it.each(["2026-11-20", "2026-11-22", "2027-06-01"])(
    "has no limit that is no workday ahead: %s",
    (answerBy) => {
      expect(dispatched().refused("leader", { action: "instruct", note: "x", answerBy })).toMatchObject({
        code: "badValue",
        field: "answerBy",
      });
    },
  );

  it("says so when a limit is set where one stands already", () => {
    const story = dispatched().act("centre", { action: "supervise", note: "请说明", answerBy: "2026-11-24" });
    const again = { action: "instruct", note: "从速", answerBy: "2026-11-23" } as const;
    expect(story.refused("leader", again)).toMatchObject({ code: "badValue", field: "answerBy" });
  });

  it("takes over an order of the centre that stands, with the limit it has, and is written once at a time", () => {
    const story = dispatched()
      .act("centre", { action: "supervise", note: "请说明" })
      .act("leader", { action: "instruct", note: "从速" });
    expect(story.found.case.rules?.supervision).toMatchObject({ kind: "instruct", by: "leader-1" });
    expect(story.found.clocks.filter(({ kind }) => kind === "supervise")).toHaveLength(1);
    expect(story.refused("leader", { action: "instruct", note: "再" })).toMatchObject({
      rule: "notInstructed",
    });
  });
});

describe("supervision by hand 督办", () => {
  it("is one step of the ladder, not taken twice for the same lateness", () => {
    const story = dispatched()
      .until("2026-11-23 18:30")
      .act("centre", { action: "supervise", note: "请说明" })
      .act("lights", { action: "explain", note: "已排班" });
    expect(story.refused("centre", { action: "supervise", note: "再" })).toMatchObject({
      rule: "superviseLeft",
    });
  });
});

describe("an appeal 超时申诉 and an exclusion 不合理诉求", () => {
  const late = () =>
    dispatched()
      .act("lights", { action: "accept" })
      .until("2026-11-25 09:00")
      .act("lights", { action: "handle", result: "换灯", photosAfter: ["p"] })
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" });

  it("stands on the desk until two others have agreed, then marks the case and tells who asked", () => {
    const story = late().act("lights", { action: "appeal", note: "全线停电" });
    expect(marksOf(story.found.case)).toContain("review:overdue");
    expect(toldOf(story, "appeal")).toEqual(["unit XNZX"]);
    story
      .act("centre", { action: "support", note: "属实" })
      .act("secondCentre", { action: "confirm", note: "属实" });
    expect(marksOf(story.found.case)).toEqual(["exempt:overdue"]);
    expect(toldOf(story, "confirm")).toEqual(["unit LD"]);
    expect(story.found.case.missed).toBeGreaterThan(0);
    expect(clock(story, "handle")?.outcome).toBe("missed");
  });

  it("is never judged by whoever asked for it", () => {
    const story = tell({ by: "centre", report: { itemCode: "010101" } });
    story
      .act("township", { action: "file", itemCode: "010101" })
      .act("township", { action: "dispatch", unit: "XNZX" })
      .act("centre", { action: "accept" })
      .act("centre", { action: "handle", result: "已答复" })
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" })
      .act("centre", { action: "askExclusion", note: "青蛙太吵" });
    for (const action of ["support", "dismiss"] as const)
      expect(story.refused("centre", { action, note: "x" })).toMatchObject({ rule: "notOwnRequest" });
    story.act("secondCentre", { action: "dismiss", note: "应予办理" });
    expect(story.found.case).toMatchObject({ townshipCode: township, rules: { exempt: [], review: null } });
    expect(story.refused("centre", { action: "askExclusion", note: "再" })).toMatchObject({
      rule: "exclusionLeft",
    });
  });
});

describe("an act that keeps a limit", () => {
  it("is recorded with the limit it was under, whatever becomes of the clock later", () => {
    const story = dispatched().act("lights", { action: "accept" });
    const due = clock(story, "handle")?.dueAt;
    story
      .until("2026-11-20 15:00")
      .act("lights", { action: "handle", result: "换灯", photosAfter: ["p"] })
      .until("2026-11-23 09:30")
      .act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(story.events.find((event) => event.action === "handle")?.facts["due"]).toBe(due);
    expect(clock(story, "handle")?.dueAt).toBeGreaterThan(due ?? 0);
  });
});
