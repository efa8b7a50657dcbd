/** 并案 and 机构撤并: the lead of a group comes back after the unit that settled it was closed. */
import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../server/domain/case.ts";
import { isRunning } from "../../server/domain/clock.ts";
import type { Unit } from "../../server/domain/departments.ts";
import { tallyOf } from "../../server/domain/evaluate/tally.ts";
import { fold } from "../../server/domain/fold.ts";
import { succeedCase } from "../../server/domain/succession/succeedCase.ts";
import { at } from "../support/calendar.ts";
import { type Act, herd, type Herd } from "../support/herd.ts";
import { smallReference } from "../support/reference.ts";
import { people, township, worldAt } from "../support/story.ts";

const { township: desk, lights, water, gridWorker, resident } = people;

/** The small county, in which the lighting office is closed from a Wednesday on. */
function closing(mergedInto?: string) {
  const change: Partial<Unit> = { closedOn: "2026-11-25", ...(mergedInto ? { mergedInto } : {}) };
  const units = smallReference.units.map((unit) => (unit.code === "LD" ? { ...unit, ...change } : unit));
  return { ...smallReference, units, unitsByCode: new Map(units.map((unit) => [unit.code, unit])) };
}

const filed = { action: "file", itemCode: "020101" };
const fixes = { action: "handle", result: "换灯", photosAfter: ["p"] };

/** Two people report one lamp, which the lighting office mends on Friday; on Wednesday there is no such office. */
function closedTogether(heir?: string): Herd {
  const all = herd("2026-11-20 09:00", closing(heir));
  all.report("first");
  all.act(desk, "first", filed).act(desk, "first", { action: "dispatch", unit: "LD" });
  all.report("second");
  all.act(desk, "second", { action: "merge", into: all.number("first") });
  all.act(lights, "first", { action: "accept" }).act(lights, "first", fixes);
  all.act(gridWorker, "first", { action: "check" }).act(desk, "first", { action: "close" });
  expect(all.of("second").case).toMatchObject({ state: "closed", leadUnit: "LD" });
  all.now = at("2026-11-25 09:00");
  return all;
}

const reporterOf = (id: string) => ({ ...resident, caseId: id });
const eventsOf = (all: Herd, id: string): readonly CaseEvent[] =>
  all.events.filter(({ caseId }) => caseId === id);

const comingBack: readonly (readonly [string, string, Act])[] = [
  ["its own reporter says that it is not solved", "first", { action: "reopen" }],
  ["the other reporter says that it is not solved", "second", { action: "reopen" }],
  ["its own reporter rates it badly", "first", { action: "rate", score: 1 }],
  ["the other reporter rates it badly", "second", { action: "rate", score: 1 }],
];

describe.each(comingBack)("where %s", (_why, id, said) => {
  it("the lead goes to the heir, the other waits for it, and both end by what the heir did", () => {
    const all = closedTogether("SW");
    all.notices.length = 0;
    all.act(reporterOf(id), id, said);
    const [first, second] = [all.of("first"), all.of("second")];
    expect(first.case).toMatchObject({ state: "accepted", leadUnit: "SW", holder: "SW", closedAt: null });
    expect(eventsOf(all, "first").at(-1)).toMatchObject({
      action: "succeed",
      actorId: "system",
      facts: { fromUnit: "LD", toUnit: "SW" },
    });
    expect(first.clocks.filter(isRunning).map(({ unit }) => unit)).toContain("SW");
    expect(first.clocks.filter((row) => isRunning(row) && row.unit === "LD")).toEqual([]);
    expect(second.case).toMatchObject({ state: "merged", holder: null, closedAt: null, dueAt: null });
    expect(second.clocks.some(isRunning)).toBe(false);
    const told = all.notices.flatMap(({ to }) => ("code" in to ? [to.code] : []));
    expect(told).toContain("SW");
    expect(told).not.toContain("LD");
    all.act(water, "first", fixes).act(gridWorker, "first", { action: "check" });
    all.act(desk, "first", { action: "close" });
    for (const one of ["first", "second"]) {
      expect(all.of(one).case, one).toMatchObject({ state: "closed", leadUnit: "SW" });
      expect(fold(eventsOf(all, one)), one).toMatchObject({ state: "closed", leadUnit: "SW" });
    }
  });

  it("it comes to the desk where nobody goes on, and both end by what the next unit did", () => {
    const all = closedTogether();
    all.notices.length = 0;
    all.act(reporterOf(id), id, said);
    expect(all.of("first").case).toMatchObject({ state: "filed", leadUnit: null, holder: township });
    expect(all.of("second").case).toMatchObject({ state: "merged", holder: null });
    expect(all.notices.flatMap(({ to }) => ("code" in to ? [to.code] : []))).not.toContain("LD");
    all.act(desk, "first", { action: "dispatch", unit: "SW" }).act(water, "first", { action: "accept" });
    all.act(water, "first", fixes).act(gridWorker, "first", { action: "check" });
    all.act(desk, "first", { action: "close" });
    for (const one of ["first", "second"])
      expect(all.of(one).case, one).toMatchObject({ state: "closed", leadUnit: "SW" });
  });
});

describe("the case that was merged into such a lead", () => {
  const back = (heir?: string): Herd =>
    closedTogether(heir).act(reporterOf("second"), "second", { action: "reopen" });

  it("is led by whoever leads the lead, not by a unit that is no more", () => {
    expect(back("SW").of("second").case.leadUnit).toBe("SW");
    expect(back().of("second").case.leadUnit).toBeNull();
    for (const all of [back("SW"), back()])
      expect(fold(eventsOf(all, "second")).leadUnit).toBe(all.of("second").case.leadUnit);
  });

  it("leaves nothing for the administrator's batch to hand over", () => {
    const all = back("SW");
    const world = { ...worldAt(all.now, () => "new"), reference: closing("SW") };
    const act = { batch: "batch", reason: "机构改革", actor: people.admin, world };
    for (const id of ["first", "second"])
      expect(succeedCase(all.of(id), { from: "LD", to: "SW" }, act), id).toBeNull();
  });

  it("is given back un-merged as it was, to the desk that had it", () => {
    const all = back("SW").act(desk, "second", { action: "unmerge", note: "不是一处" });
    expect(all.of("second").case).toMatchObject({ state: "reported", holder: township, leadUnit: null });
    expect(all.of("first").case).toMatchObject({ state: "accepted", leadUnit: "SW", holder: "SW" });
  });

  it("counts what came back against whoever did the work", () => {
    const all = back("SW");
    const of = (id: string, unit: string) =>
      tallyOf(eventsOf(all, id)).accounts.find((row) => row.subject === "turn" && row.unit === unit)?.facts;
    expect(of("first", "LD")).toMatchObject({ reopens: 1, gone: 1 });
    expect(of("first", "SW")).toMatchObject({ reopens: 0, handled: 0 });
  });
});
