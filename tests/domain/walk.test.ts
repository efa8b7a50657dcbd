import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignmentsOf, assistantsOf, isLive } from "../../server/domain/assignment.ts";
import type { Case, CaseEvent, CaseState } from "../../server/domain/case.ts";
import { rulesOf } from "../../server/domain/caseRules.ts";
import { type Clock, type ClockKind, isRunning } from "../../server/domain/clock.ts";
import { fold } from "../../server/domain/fold.ts";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { currentStage, stagesOf } from "../../server/domain/staging.ts";
import type { Found } from "../../server/domain/move.ts";
import type { Receiver } from "../../server/domain/orders.ts";
import { ringCase } from "../../server/domain/ring.ts";
import { DAY, type Instant } from "../../server/domain/time.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { worldAt } from "../support/story.ts";
import { merged, RUNS, step, walk } from "../support/walk.ts";

const ends: readonly CaseState[] = ["declined", "closed", "unsolved", "followedUp"];

describe("any walk of any people through a case", () => {
  const walks = fc.array(step, { minLength: 30, maxLength: 60, size: "max" });

  it("leaves one event for each act, numbered without gap, and never changes what was decided on", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (found, events) => {
          judge(found);
          judgeTable(events);
        });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

describe("the record of any walk", () => {
  const walks = fc.array(step, { minLength: 20, maxLength: 50, size: "max" });

  it("rebuilds the row, and its ledger gives every minute to one holder", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (found, events) => {
          expect(found.case).toMatchObject(fold(events));
          const ledger = ledgerOf(events, found.case.updatedAt);
          for (const [index, stretch] of ledger.entries())
            expect(stretch.from).toBeGreaterThanOrEqual(ledger[index - 1]?.to ?? stretch.from);
        });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it("is not changed by a sweep that comes again, and is the same however late the sweep comes", () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 1, max: 20 }), (steps, parts) => {
        const { found } = walk(steps, () => undefined);
        const end = found.case.updatedAt + 30 * DAY;
        const once = swept(found, [end]);
        const often = swept(
          found,
          Array.from({ length: parts }, (_, part) => end - ((parts - 1 - part) * 30 * DAY) / parts),
        );
        expect(often.told).toEqual(once.told);
        expect(swept(once.found, [end]).told).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

function swept(start: Found, instants: readonly Instant[]) {
  const told: unknown[] = [];
  let found = start;
  let ids = 0;
  for (const now of instants) {
    const decision = ringCase(
      found,
      worldAt(now, () => `sweep-${++ids}`),
    );
    if (!decision) continue;
    told.push(...decision.events.map(({ action, at, from, to, facts }) => ({ action, at, from, to, facts })));
    found = { case: decision.case, clocks: merged(found, decision) };
  }
  return { told, found };
}

describe("the ladder of any walk", () => {
  const walks = fc.array(step, { minLength: 20, maxLength: 50, size: "max" });
  const named = fc.array(fc.constantFrom<Receiver>("liaison", "deputy", "chief", "leader"), { maxLength: 3 });

  it("holds every overdue unit, and whoever was not heard of is on the list with step and unit", () => {
    fc.assert(
      fc.property(walks, named, (steps, posts) => {
        const receivers: World["receivers"] = (_, receiver) => (posts.includes(receiver) ? [receiver] : []);
        const { found: late, events: all } = walk(steps, judgeLadders, receivers);
        const end = late.case.updatedAt + 30 * DAY;
        let ids = 0;
        const world = { ...worldAt(end, () => `late-${++ids}`), receivers };
        const rung = ringCase(late, world);
        if (rung) judgeLadders({ case: rung.case, clocks: merged(late, rung) }, rung.events);
        judgeSteps([...all, ...(rung?.events ?? [])]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

/** 每一步同一轮超期只走一次: between two beginnings of a unit's ladder the machine takes each later step at most once. */
function judgeSteps(events: readonly CaseEvent[]): void {
  const taken = new Map<string, Set<string>>();
  for (const { facts, actorRole } of events) {
    const [step, unit] = [String(facts["ladder"] ?? ""), String(facts["unit"])];
    if (step === "" || actorRole !== "system") continue;
    const steps = step === "urge" ? new Set<string>() : (taken.get(unit) ?? new Set());
    expect(steps.has(step)).toBe(false);
    taken.set(unit, steps.add(step));
  }
}

/** Only what the present ladders say is judged, so that the events since the walk are enough for its end. */
function judgeLadders({ case: found, clocks }: Found, events: readonly CaseEvent[]): void {
  const { ladders, unheard } = rulesOf(found);
  for (const clock of clocks.filter(
    (row) => isRunning(row) && row.kind !== "ladder" && row.stage === "overdue",
  )) {
    expect(clock.unit).not.toBeNull();
    expect(ladders.map(({ unit }) => unit)).toContain(clock.unit);
  }
  for (const { unit, step } of ladders) {
    const steps = step === "supervise" ? ["supervise", "instruct"] : [step];
    const last = events.findLast((event) => steps.includes(event.action) && event.facts["unit"] === unit);
    const heard = last === undefined || Number(last.facts["heard"]) > 0;
    expect(heard || unheard.some((row) => row.unit === unit && steps.includes(row.step))).toBe(true);
  }
}

const rings: ReadonlySet<string> = new Set(["warn", "overdue", "severe"]);

/** What the machine does by itself stands in the table too: from where, and to where. */
function judgeTable(events: readonly CaseEvent[]): void {
  for (const { action, from, to, actorRole } of events) {
    if (from === null || rings.has(action)) continue;
    const row = moveNamed(action);
    const besides = actorRole === "system" ? (row?.alsoByItselfFrom ?? []) : [];
    expect([...(row?.from ?? []), ...besides], `${action} at ${from}`).toContain(from);
    if (row?.to !== "varies") expect(to).toBe(row?.to === "same" ? from : row?.to);
  }
}

/**
 * Handbook §11: an open case has one holder and a running clock, be it that of a stated pause; one that is over has
 * neither, but for what may still be owed.
 */
function judge({ case: found, clocks }: Found): void {
  const running = clocks.filter(isRunning);
  if (ends.includes(found.state)) {
    expect(running.every((clock) => owed.includes(clock.kind))).toBe(true);
  } else {
    expect(found.holder).not.toBeNull();
    expect(running.length).toBeGreaterThan(0);
  }
  expect(new Set(running.map((clock) => `${clock.kind} ${clock.unit}`)).size).toBe(running.length);
  const shown = running.filter((clock) => clock.kind !== "ladder");
  expect(found.dueAt).toBe(shown.length === 0 ? null : Math.min(...shown.map((clock) => clock.dueAt)));
  judgeRules(found, clocks, running);
}

/** What may still be owed when a case is over. */
const owed: readonly ClockKind[] = ["followUp", "recheck", "review", "supervise", "ladder"];

/** An assistant owes its part exactly as long as a clock of it runs, or is held by a pause; nobody owes what is handed in. */
function judgeAssistants(found: Case, clocks: readonly Clock[]): void {
  const live = assistantsOf(found).filter(isLive);
  const owes = (kind: ClockKind) => {
    const owed = clocks.filter((clock) => clock.kind === kind && clock.outcome === null);
    expect(new Set(owed.map(({ unit }) => unit)).size).toBe(owed.length);
    return new Set(owed.map(({ unit }) => unit));
  };
  expect(owes("assist")).toEqual(new Set(live.map(({ unit }) => unit)));
  const unsigned = live.filter(({ state }) => state === "called");
  expect(owes("assistSign")).toEqual(new Set(unsigned.map(({ unit }) => unit)));
  expect(live.length === 0 || handling.includes(found.state)).toBe(true);
  expect(assistantsOf(found).every(({ unit }) => unit !== found.leadUnit)).toBe(true);
  const assignments = assignmentsOf(found).map(({ unit }) => unit);
  expect(new Set(assignments).size).toBe(assignments.length);
}

/** One stage at a time, timed while it is worked on, and none is left of what is closed as solved. */
function judgeStages(found: Case, clocks: readonly Clock[]): void {
  const owed = clocks.filter((clock) => clock.kind === "stage" && clock.outcome === null);
  const worked = handling.includes(found.state) && currentStage(found) !== null;
  expect(owed.length).toBe(worked ? 1 : 0);
  const done = stagesOf(found).map(({ doneAt }) => doneAt !== null);
  expect(done).toEqual(done.toSorted((a, b) => Number(b) - Number(a)));
  if (found.state === "closed") expect(currentStage(found)).toBeNull();
}

const handling: readonly CaseState[] = ["dispatched", "accepted", "waiting", "suspended"];

function judgeRules(found: Case, clocks: readonly Clock[], running: readonly Clock[]): void {
  const runs = (kind: ClockKind) => running.some((clock) => clock.kind === kind);
  const { dispute, ruled, request, extensions, ladders, supervision, review } = rulesOf(found);
  expect(found.returns <= 1 || ruled || dispute !== null || found.state !== "filed").toBe(true);
  expect(found.returns).toBeLessThanOrEqual(2);
  expect(extensions).toBeLessThanOrEqual(2);
  expect(runs("ruling")).toBe(dispute !== null);
  expect(runs("approve")).toBe(request !== null);
  expect(runs("review")).toBe(review !== null);
  expect(runs("supervise")).toBe(supervision !== null);
  expect(runs("suspend")).toBe(found.state === "suspended");
  expect(runs("wait")).toBe(found.state === "waiting");
  judgeAssistants(found, clocks);
  judgeStages(found, clocks);
  for (const clock of running.filter((row) => row.stage === "overdue" && row.kind !== "ladder"))
    expect(ladders.some(({ unit }) => unit === clock.unit)).toBe(true);
}
