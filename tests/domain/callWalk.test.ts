import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Call,
  type CallDecision,
  type CallEvent,
  isOver,
  nextLook,
  waitingFor,
} from "../../server/domain/call/call.ts";
import type { CallCommand } from "../../server/domain/call/callMoves.ts";
import { signedOf } from "../../server/domain/call/callFigures.ts";
import { callMovesFrom, decideCall, ringCall } from "../../server/domain/call/decideCall.ts";
import { foldCall } from "../../server/domain/call/foldCall.ts";
import { HOUR, type Instant, MINUTE } from "../../server/domain/time.ts";
import { at } from "../support/calendar.ts";
import { callers, tries, type Who, worldOf } from "../support/call.ts";

const persons = Object.keys(callers) as Who[];
const marks = (score: number) => ({ signing: 5, arrival: score, solution: 5, conduct: 5 });

/** Every act with fields that some call may accept. */
const commands: readonly Omit<CallCommand, "version">[] = [
  { action: "approve" },
  { action: "withdraw", reason: "镇里先协调" },
  { action: "catch", lead: "LD", basisItem: "020101" },
  { action: "catch", lead: "SW", basisItem: "020101" },
  { action: "sign" },
  { action: "contact", note: "明天到" },
  { action: "arrive" },
  { action: "finish", result: "好了" },
  { action: "decline", basisItem: "020101", reason: "不归我管" },
  { action: "cosign" },
  ...["LD", "SW"].flatMap((unit) =>
    [2, 4].map((score) => ({ action: "rateDepartment" as const, unit, department: marks(score) })),
  ),
  { action: "rateTownship", townshipRating: { necessity: 4, cooperation: 2 } },
];

const start = at("2026-11-20 09:00");

interface Step {
  readonly who: Who;
  readonly command: number;
  /** Minutes since the step before. */
  readonly after: number;
}

const steps = fc.array(
  fc.record({
    who: fc.constantFrom(...persons),
    command: fc.nat(commands.length - 1),
    after: fc.oneof(fc.nat(40), fc.nat(3 * 24 * 60)),
  }),
  { minLength: 5, maxLength: 60 },
);

const openings = fc.record({
  needsApproval: fc.boolean(),
  isOutside: fc.boolean(),
  isAlone: fc.boolean(),
  isEmergency: fc.boolean(),
});

type Opening = typeof openings extends fc.Arbitrary<infer T> ? T : never;

interface Walk {
  readonly call: Call;
  readonly events: readonly CallEvent[];
  readonly end: Instant;
  /** Acts that were done, by people. */
  readonly acts: number;
}

/** @param sweeps whether the sweep looks before every step, as in a running house. */
function walk(opening: Opening, taken: readonly Step[], sweeps: boolean): Walk {
  const outside = opening.isOutside ? { itemCode: null, lead: null } : {};
  const alone = opening.isAlone ? { assist: [] } : {};
  const level = opening.isEmergency ? ("emergency" as const) : ("daily" as const);
  const launch = { ...outside, ...alone, level, needsApproval: opening.needsApproval };
  const launched = tries(launch, { by: opening.isEmergency ? "onDuty" : "township" });
  if (launched.kind === "refusal") throw new Error(JSON.stringify(launched));
  let { call } = launched;
  const events = [...launched.events];
  let now = start;
  let acts = 0;
  const take = (decision: CallDecision | null) => {
    if (!decision) return;
    expect(decision.events.map(({ seq }) => seq)).toEqual(
      decision.events.map((_, i) => call.version + 1 + i),
    );
    expect(decision.call.version).toBe(call.version + decision.events.length);
    call = decision.call;
    events.push(...decision.events);
  };
  for (const { who, command, after } of taken) {
    now += after * MINUTE;
    const world = { ...worldOf("2026-11-20 09:00"), now };
    if (sweeps) take(ringCall(call, world));
    const sent = { ...commands[command], version: call.version } as CallCommand;
    const offered = callMovesFrom(call, callers[who], world).some(({ action }) => action === sent.action);
    const answer = decideCall(call, sent, callers[who], world);
    // What is not offered is refused; what is offered may still lack a field that fits
    if (!offered) expect(answer.kind).toBe("refusal");
    if (answer.kind === "refusal") continue;
    acts += 1;
    take(answer);
  }
  take(ringCall(call, { ...worldOf("2026-11-20 09:00"), now }));
  return { call, events, end: now, acts };
}

const told = ({ events }: Walk) =>
  events.map(({ seq, action, at: when, actorId, facts, from, to }) => ({
    seq,
    action,
    when,
    actorId,
    facts,
    from,
    to,
  }));

describe("a call, whatever people do", () => {
  it("is rebuilt by replaying its events, with one event for each act", () => {
    fc.assert(
      fc.property(openings, steps, (opening, taken) => {
        const { call, events, acts } = walk(opening, taken, true);
        expect(call).toMatchObject(foldCall(events) ?? {});
        const byPeople = events.filter(({ actorRole }) => actorRole !== "system");
        expect(byPeople).toHaveLength(acts + 1);
      }),
      { numRuns: 600 },
    );
  });

  it("has the same history however late and however often the sweep looks", () => {
    fc.assert(
      fc.property(openings, steps, (opening, taken) => {
        const [swept, unswept] = [walk(opening, taken, true), walk(opening, taken, false)];
        expect(told(unswept)).toEqual(told(swept));
        expect({ ...unswept.call, updatedAt: 0 }).toEqual({ ...swept.call, updatedAt: 0 });
      }),
      { numRuns: 400 },
    );
  });

  it("reopens once at most, ends for good, and always knows whose turn it is", () => {
    fc.assert(
      fc.property(openings, steps, (opening, taken) => {
        const { call, events, end } = walk(opening, taken, true);
        expect(events.filter(({ action }) => action === "reopen").length).toBeLessThanOrEqual(1);
        expect(call.reopens).toBeLessThanOrEqual(1);
        const over = events.findIndex(({ to }) => isOver(to));
        if (over >= 0) expect(over).toBe(events.length - 1);
        expect(waitingFor(call).length === 0).toBe(isOver(call.state));
        if (isOver(call.state)) expect(nextLook(call)).toBeNull();
        else expect(nextLook(call) ?? end + HOUR).toBeGreaterThan(end);
      }),
      { numRuns: 400 },
    );
  });

  it("keeps every miss: what ran out is told once, at its instant, and never counts as met", () => {
    fc.assert(
      fc.property(openings, steps, (opening, taken) => {
        const { call, events, end } = walk(opening, taken, true);
        const missed = events.filter(({ action }) => action === "overdue");
        for (const { at: when, facts } of missed) expect(when).toBe(facts["due"]);
        for (const clock of call.clocks.filter(({ stage }) => stage !== "running"))
          expect(clock.outcome === null || clock.outcome === "missed").toBe(true);
        const late = call.clocks.filter(({ stage }) => stage !== "running").length;
        expect(missed).toHaveLength(late);
        for (const { unit } of call.answers)
          if (call.sentAt !== null) expect(signedOf(call, unit, end)).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});
