import { describe, expect, it } from "vitest";
import { assignmentsOf } from "../../server/domain/assignment.ts";
import { tallyOf } from "../../server/domain/evaluate/tally.ts";
import { fold } from "../../server/domain/fold.ts";
import { inScope, scopeOf } from "../../server/domain/permit.ts";
import { notBack, succeedCase, unsucceedCase } from "../../server/domain/succession/succeedCase.ts";
import { clock, people, type Story, tell, worldAt } from "../support/story.ts";

const toWater = { from: "LD", to: "SW" };
const reason = "县委编办发〔2026〕12 号：路灯管理所并入水利局";

let ids = 0;
const act = (story: Story) => ({
  batch: "batch-1",
  reason,
  actor: people.admin,
  world: worldAt(story.now, () => `moved-${++ids}`),
});

/** What the administrator's batch does to one case, kept as the store would. */
function move(story: Story, decide = succeedCase): Story {
  const decision = decide(story.found, toWater, act(story));
  if (decision === null) throw new Error("Nothing was moved");
  const changed = new Map(decision.clocks.map((row) => [row.id, row]));
  const clocks = story.found.clocks.map((row) => changed.get(row.id) ?? row);
  story.found = { case: decision.case, clocks };
  story.events.push(...decision.events);
  return story;
}

const dispatched = (unit = "LD", assistUnits?: readonly string[]) =>
  tell()
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "020101" })
    .until("2026-11-20 09:10")
    .act("township", { action: "dispatch", unit, ...(assistUnits ? { assistUnits } : {}) });

describe("a case of a unit that was merged into another 机构接续", () => {
  it("is led by the heir, and its record says from whom to whom and why", () => {
    const story = move(dispatched());
    expect(story.found.case).toMatchObject({ leadUnit: "SW", holder: "SW", state: "dispatched" });
    expect(story.events.at(-1)).toMatchObject({
      action: "succeed",
      actorId: "admin-1",
      facts: { fromUnit: "LD", toUnit: "SW", part: "lead", leadUnit: "SW", holder: "SW", batch: "batch-1" },
      words: { note: reason },
    });
    expect(fold(story.events)).toMatchObject({ leadUnit: "SW", holder: "SW" });
  });

  it("is seen and signed by the heir's people, and no more by those of the closed unit", () => {
    const story = move(dispatched());
    expect(inScope(scopeOf(people.water), story.found.case)).toBe(true);
    expect(inScope(scopeOf(people.lights), story.found.case)).toBe(false);
    story.act("water", { action: "accept" });
    expect(story.found.case.state).toBe("accepted");
  });

  it("keeps every limit: no clock begins anew, and the calendar it was frozen with stays", () => {
    const story = dispatched();
    const before = story.found.clocks.filter((row) => row.runningSince !== null);
    move(story);
    const after = story.found.clocks.filter((row) => row.runningSince !== null);
    expect(after).toEqual(before.map((row) => ({ ...row, unit: "SW" })));
  });

  it("leaves a limit that had stopped with the unit that kept it", () => {
    const story = move(dispatched().act("lights", { action: "accept" }));
    expect([clock(story, "accept")?.unit, clock(story, "handle")?.unit]).toEqual(["LD", "SW"]);
  });

  it("goes on against the heir when its result is sent back, and the old account is not charged", () => {
    const story = dispatched()
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "已换灯泡", photosAfter: ["after-1"] });
    move(story).act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    expect(clock(story, "handle")).toMatchObject({ unit: "SW", stoppedAt: null });
    expect(story.found.case.holder).toBe("SW");
  });

  it("is judged by what each missed: before the day the old unit, after it the heir", () => {
    const late = move(dispatched().until("2026-12-20 09:00"));
    const { accounts } = tallyOf(late.events);
    const of = (unit: string) => accounts.find((row) => row.subject === "turn" && row.unit === unit)?.facts;
    expect([of("LD")?.lateAccept, of("LD")?.gone]).toEqual([1, 1]);
    expect([of("SW")?.lateAccept, of("SW")?.dispatched, of("SW")?.gone]).toEqual([0, 1, 0]);
    expect(accounts.find(({ subject }) => subject === "case")?.facts.hops).toBe(0);
    const heirs = tallyOf(move(dispatched()).until("2026-12-20 09:00").events).accounts;
    expect(heirs.find((row) => row.unit === "SW" && row.subject === "turn")?.facts.lateAccept).toBe(1);
    expect(heirs.find((row) => row.unit === "LD")?.facts.lateAccept).toBe(0);
  });

  it("climbs the ladder no second time for one lateness", () => {
    const story = dispatched().until("2026-11-24 09:00");
    const urges = story.found.case.urges;
    expect(urges).toBeGreaterThan(0);
    move(story);
    expect(story.found.case.urges).toBe(urges);
    expect(story.found.case.rules?.ladders.map(({ unit }) => unit)).toEqual(["SW"]);
  });
});

describe("a part that the closed unit had in the case of another", () => {
  const parts = (story: Story) =>
    assignmentsOf(story.found.case).map(({ unit, part, state }) => [unit, part, state]);

  it("goes to the heir with its limits", () => {
    const story = tell()
      .until("2026-11-20 09:05")
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "BB", assistUnits: ["LD"] });
    move(story);
    expect(parts(story)).toEqual([
      ["BB", "lead", "called"],
      ["SW", "assist", "called"],
    ]);
    expect(clock(story, "assistSign")).toMatchObject({ unit: "SW", stoppedAt: null });
    story.act("water", { action: "signAssist" });
  });

  it("ends without blame where the heir leads already", () => {
    const story = move(dispatched("SW", ["LD"]));
    expect(parts(story)).toEqual([
      ["SW", "lead", "called"],
      ["LD", "assist", "released"],
    ]);
    expect(clock(story, "assist")).toMatchObject({ unit: "LD", outcome: "void" });
  });

  it("becomes the lead's where the heir had helped", () => {
    const story = move(dispatched("LD", ["SW"]));
    expect(parts(story)).toEqual([["SW", "lead", "called"]]);
    expect(clock(story, "assist")?.outcome).toBe("void");
    story
      .act("water", { action: "accept" })
      .act("water", { action: "handle", result: "已修复", photosAfter: ["after-1"] });
    expect(story.found.case.state).toBe("handled");
  });
});

describe("taking it back 撤销移交", () => {
  it("gives the case to the unit it came from, with its limits", () => {
    const story = move(dispatched());
    move(story, unsucceedCase);
    expect(story.found.case).toMatchObject({ leadUnit: "LD", holder: "LD" });
    expect(clock(story, "accept")).toMatchObject({ unit: "LD", stoppedAt: null });
    expect(story.events.at(-1)).toMatchObject({
      action: "unsucceed",
      facts: { fromUnit: "SW", toUnit: "LD" },
    });
    expect(fold(story.events).leadUnit).toBe("LD");
    expect(notBack(story.found, toWater)).toBe("notMoved");
  });

  it("does not take from the heir what it has acted on, nor what was two parts before", () => {
    const signed = move(dispatched()).act("water", { action: "accept" });
    expect(notBack(signed.found, toWater)).toBe("actedSince");
    expect(unsucceedCase(signed.found, toWater, act(signed))).toBeNull();
    expect(notBack(move(dispatched("LD", ["SW"])).found, toWater)).toBe("joined");
    expect(notBack(dispatched().found, toWater)).toBe("notMoved");
  });
});

it("moves nothing of a case in which the closed unit has no part", () => {
  const story = dispatched("SW");
  expect(succeedCase(story.found, toWater, act(story))).toBeNull();
});
