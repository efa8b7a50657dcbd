import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../server/domain/case.ts";
import { rulesOf } from "../../server/domain/caseRules.ts";
import { bookOf } from "../../server/domain/calendars.ts";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { ledgerParts } from "../../server/domain/ledgerParts.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { calendar2026 } from "../support/calendar.ts";
import { people, tell, worldAt } from "../support/story.ts";
import { type Act, merged, replayed, RUNS, step, walk } from "../support/walk.ts";

const walks = fc.array(step, { minLength: 20, maxLength: 50, size: "max" });
const run = { numRuns: RUNS, endOnFailure: true } as const;

/** What a history says, without when somebody noticed it. */
function toldBy(events: readonly CaseEvent[]) {
  return events.map(({ seq, action, at, actorRole, from, to, facts }) => ({
    seq,
    action,
    at,
    actorRole,
    from,
    to,
    facts,
  }));
}

/** Clocks by what they say; ids and their order of birth are the machine's. */
function clocksOf({ clocks }: Found) {
  return clocks.map(({ kind, unit, startedAt, dueAt, stage, stoppedAt, outcome, spent, runningSince }) => ({
    kind,
    unit,
    startedAt,
    dueAt,
    stage,
    stoppedAt,
    outcome,
    spent,
    runningSince,
  }));
}

describe("a house that was asleep, was restarted, or swept at any time", () => {
  it("writes the same history: each event at its computed instant", () => {
    fc.assert(
      fc.property(walks, fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (steps, at) => {
        const { acts } = walk(steps, () => undefined);
        const never = replayed(acts, () => false);
        const always = replayed(acts, () => true);
        const sometimes = replayed(acts, (index) => at[index] ?? false);
        expect(toldBy(always.events)).toEqual(toldBy(never.events));
        expect(toldBy(sometimes.events)).toEqual(toldBy(never.events));
        expect(clocksOf(always.found)).toEqual(clocksOf(never.found));
        expect({ ...always.found.case, updatedAt: 0 }).toEqual({ ...never.found.case, updatedAt: 0 });
      }),
      run,
    );
  });
});

describe("a machine whose clock is set back now and then", () => {
  it("records nothing before what is recorded, and loses no minute", () => {
    const jumps = fc.array(fc.integer({ min: -5 * 3_600_000, max: 3_600_000 }), {
      minLength: 50,
      maxLength: 50,
    });
    fc.assert(
      fc.property(walks, jumps, (steps, by) => {
        const { acts } = walk(steps, () => undefined);
        const { events, found } = shaken(acts, by);
        for (const [index, event] of events.entries())
          expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? event.at);
        const stretches = ledgerOf(events, found.case.updatedAt);
        for (const [index, stretch] of stretches.entries())
          expect(stretch.from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? stretch.from);
      }),
      run,
    );
  });
});

describe("the ledger of any walk", () => {
  it("gives every minute from the report on to one holder or one lawful pause, and the parts add up", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (found, events) => {
          const end = found.case.updatedAt;
          const stretches = ledgerOf(events, end);
          const parts = ledgerParts(stretches, bookOf(calendar2026));
          const held = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(parts.reduce((sum, { elapsed }) => sum + elapsed, 0)).toBe(held);
          // Nothing is left out while somebody has it: gaps are the times when it was over.
          expect(held + restedIn(events, end)).toBe(end - (events[0]?.at ?? end));
        });
      }),
      run,
    );
  });
});

describe("returns in any walk", () => {
  it("never go round: the second is a dispute, and after a ruling there is none", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { events, found } = walk(steps, () => undefined);
        const back = events.filter(({ action }) => action === "return" || action === "dispute");
        expect(back.map(({ action }) => action)).toEqual(["return", "dispute"].slice(0, back.length));
        const ruled = events.findIndex(({ action }) => action === "rule" || action === "uphold");
        if (ruled >= 0) expect(back.every(({ seq }) => seq < (events[ruled]?.seq ?? 0))).toBe(true);
        expect(
          back.length < 2 || ruled >= 0 || rulesOf(found.case).dispute !== null || settledBy(events),
        ).toBe(true);
      }),
      run,
    );
  });
});

/** A result given while a dispute was open settles it without a ruling. */
function settledBy(events: readonly CaseEvent[]): boolean {
  const disputed = events.findIndex(({ action }) => action === "dispute");
  return events.slice(disputed).some(({ action }) => action === "handle" || action === "admit");
}

/** Time in nobody's hands: from an act that ended it to the act that brought it back. */
function restedIn(events: readonly CaseEvent[], end: number): number {
  let rested = 0;
  let holder: unknown = null;
  let since = events[0]?.at ?? end;
  for (const event of events) {
    if (holder === null) rested += event.at - since;
    if ("holder" in event.facts) holder = event.facts["holder"];
    since = event.at;
  }
  return holder === null ? rested + end - since : rested;
}

/** The same acts by a clock that jumps; what is refused for being too late or too early is left out. */
function shaken(acts: readonly Act[], by: readonly number[]) {
  const opened = tell({ report: { reporter: { name: null, phone: "13800001234" } } });
  const events = [...opened.events];
  let { found } = opened;
  let ids = 0;
  for (const [index, { now, person, command, emergencies }] of acts.entries()) {
    const world = { ...worldAt(now + (by[index] ?? 0), () => `shaken-${++ids}`), emergencies };
    const asked = { ...command, version: found.case.version } as unknown as Command;
    const answer = decide(found, asked, people[person], world);
    if (answer.kind === "refusal") continue;
    events.push(...answer.events);
    found = { case: answer.case, clocks: merged(found, answer) };
  }
  return { events, found };
}
