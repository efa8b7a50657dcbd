import { describe, expect, it } from "vitest";
import { decide } from "../../server/domain/move.ts";
import { ringCase } from "../../server/domain/ring.ts";
import { wallClock } from "../../server/domain/time.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import { clock, type Story, tell, worldAt } from "../support/story.ts";

/** Friday; acceptance is due on Monday at 18:00, handling on Tuesday at 18:00. */
const dispatched = () =>
  tell()
    .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
    .until("2026-11-20 09:20")
    .act("township", { action: "dispatch", unit: "LD" });

const steps = (story: Story) =>
  story.events
    .filter((event) => "ladder" in event.facts)
    .map((event) => `${event.action} ${String(event.facts["unit"])} ${wallClock(event.at)}`);

describe("the ladder 催办、督办、通报", () => {
  it("is climbed by itself, a workday for each step, whether or not anybody looks", () => {
    const story = dispatched().sleep("2026-12-04 09:00").sweep();
    expect(steps(story)).toEqual([
      "urge LD 2026-11-23 18:00",
      "supervise LD 2026-11-24 18:00",
      "circulate LD 2026-11-25 18:00",
    ]);
  });

  it("goes on after the end where something is still owed, by rows of the table", () => {
    const story = tell({ report: { reporter: { name: null, phone: "13800001234" } } })
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "换灯", photosAfter: ["p"] })
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" })
      .sleep("2026-12-20 09:00")
      .sweep();
    const climbed = story.events.filter(
      ({ actorRole, facts }) => actorRole === "system" && "ladder" in facts,
    );
    expect(climbed.map(({ action, from }) => `${action} ${from}`)).toEqual([
      "urge closed",
      "supervise closed",
      "circulate closed",
    ]);
    for (const { action, from } of climbed) {
      const row = moveNamed(action);
      expect([...(row?.from ?? []), ...(row?.alsoByItselfFrom ?? [])]).toContain(from);
    }
  });

  it("is left when nothing is overdue any more, and begun anew for the next miss", () => {
    const story = dispatched()
      .until("2026-11-23 18:30")
      .act("lights", { action: "accept" })
      .until("2026-11-24 19:00");
    expect(steps(story)).toEqual(["urge LD 2026-11-23 18:00", "urge LD 2026-11-24 18:00"]);
  });

  it("does not repeat a step that was taken by hand", () => {
    const story = dispatched()
      .until("2026-11-23 19:00")
      .act("centre", { action: "supervise", note: "请说明" })
      .until("2026-11-24 19:00");
    expect(steps(story)).toEqual(["urge LD 2026-11-23 18:00", "circulate LD 2026-11-24 18:00"]);
  });

  it("says so when nobody is named to receive a step, and takes it all the same", () => {
    const { found, now } = dispatched();
    let ids = 0;
    const world = { ...worldAt(now + 14 * 86_400_000, () => `n-${++ids}`), receivers: () => [] };
    const rung = ringCase(found, world);
    expect(rung?.case.rules?.unheard.map(({ unit, step }) => `${unit} ${step}`)).toEqual([
      "LD urge",
      "LD supervise",
      "LD circulate",
    ]);
    expect(rung?.events.filter((event) => event.facts["heard"] === 0)).toHaveLength(3);
  });

  it("does not depend on how often or how late the sweep comes", () => {
    const often = dispatched();
    for (const at of ["2026-11-23 15:40", "2026-11-23 18:00", "2026-11-24 11:42", "2026-11-24 18:01"])
      often.until(at).sweep();
    const once = dispatched().sleep("2026-11-24 18:01").sweep();
    const told = (story: Story) => story.events.map(({ action, at, facts }) => ({ action, at, facts }));
    expect(told(often)).toEqual(told(once));
  });
});

describe("supervision 督办", () => {
  const supervised = () =>
    dispatched().until("2026-11-20 10:00").act("centre", { action: "supervise", note: "请说明" });

  it("must be answered in time by whoever has the case", () => {
    const story = supervised();
    expect(clock(story, "supervise")).toMatchObject({ unit: "LD", outcome: null });
    story.act("lights", { action: "explain", note: "已排班" });
    expect(clock(story, "supervise")?.outcome).toBe("met");
    expect(story.found.case.rules?.supervision).toBeNull();
  });

  it("goes with the case to the next holder", () => {
    const story = supervised().act("lights", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "020101",
      note: "x",
    });
    expect(clock(story, "supervise")?.unit).toBe(story.found.case.holder);
  });

  it("is what a leader's note 批示 becomes", () => {
    const story = dispatched().act("leader", { action: "instruct", note: "三天内办好" });
    expect(story.found.case.rules?.supervision).toMatchObject({ kind: "instruct", unit: "LD" });
    expect(clock(story, "supervise")).toMatchObject({ unit: "LD", outcome: null });
  });

  it("comes before circulation 通报", () => {
    expect(dispatched().refused("centre", { action: "circulate", note: "x" })).toMatchObject({
      rule: "climbed",
    });
  });
});

describe("a refusal", () => {
  it("names its rule, and an act that only the machine makes is nobody's to send", () => {
    const { found, now } = dispatched();
    const world = worldAt(now, () => "x");
    const sent = { action: "warn", version: 3 } as unknown as Parameters<typeof decide>[1];
    expect(decide(found, sent, { id: "a", role: "centre", unit: "XNZX", cells: [] }, world)).toMatchObject({
      code: "badValue",
    });
  });
});
