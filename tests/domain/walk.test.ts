import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignmentsOf, assistantsOf, isLive } from "../../server/domain/assignment.ts";
import type { Case, CaseEvent, CaseState, Decision } from "../../server/domain/case.ts";
import { rulesOf } from "../../server/domain/caseRules.ts";
import { decide, type Found, movesFrom } from "../../server/domain/move.ts";
import { type Clock, type ClockKind, isRunning } from "../../server/domain/clock.ts";
import { ringCase } from "../../server/domain/ring.ts";
import { fold } from "../../server/domain/fold.ts";
import { ledgerOf } from "../../server/domain/ledger.ts";
import { currentStage, stagesOf } from "../../server/domain/staging.ts";
import { DAY, type Instant } from "../../server/domain/time.ts";
import type { Receiver } from "../../server/domain/orders.ts";
import type { Command } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { people, type Person, tell, township, worldAt } from "../support/story.ts";

const persons = Object.keys(people) as Person[];

/** Every act with fields that some case may accept. */
const commands: readonly Record<string, unknown>[] = [
  { action: "place", point: { lng: 118.83, lat: 35.58 } },
  { action: "file", itemCode: "020101", conditionCode: "020101-1" },
  { action: "file", itemCode: "010101" },
  { action: "decline", declineReason: "repeat", note: "重复" },
  { action: "dispatch", unit: "LD" },
  { action: "dispatch", unit: "SW" },
  { action: "dispatch", unit: township },
  { action: "dispatch", unit: "LD", assistUnits: ["SW", "BB"] },
  { action: "callAssist", assistUnits: ["SW"] },
  { action: "callAssist", assistUnits: ["LD"] },
  { action: "signAssist" },
  { action: "declineAssist", returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" },
  { action: "finishAssist", result: "已配合" },
  { action: "releaseAssist", assistUnit: "SW", releaseReason: "notNeeded", note: "不需要" },
  { action: "releaseAssist", assistUnit: "BB", releaseReason: "late", note: "逾期" },
  { action: "handOver", handler: "lights-2" },
  { action: "file", itemCode: "020101", conditionCode: "020101-4" },
  { action: "finishStage", result: "已围护" },
  { action: "accept" },
  { action: "return", returnReason: "otherArea", basisItem: "020101", note: "不在辖区" },
  { action: "handle", result: "已修", photosAfter: ["p"] },
  { action: "check" },
  { action: "rework", reworkReason: "notFixed" },
  { action: "close" },
  { action: "followUp", reached: true, solved: true },
  { action: "rate", score: 3 },
  { action: "rate", score: 1 },
  { action: "askVerify" },
  { action: "verified", genuine: true },
  { action: "transfer", service: "fire" },
  { action: "refute", reworkReason: "notFixed" },
  { action: "contact", reached: true },
  {
    action: "dispute",
    returnReason: "notOurDuty",
    basisItem: "020101",
    note: "不归我管",
    suggestedUnit: "SW",
  },
  { action: "uphold", basisItem: "020101", note: "归你管" },
  { action: "rule", unit: "SW", basisItem: "020101", note: "归水务" },
  { action: "rule", unit: "LD", basisItem: "020101", note: "归路灯" },
  { action: "raise" },
  { action: "askExtension", note: "缺料" },
  { action: "grantExtension" },
  { action: "askSuspension", until: "2026-12-01", note: "等开春" },
  { action: "grantSuspension" },
  { action: "askWait", note: "哪一盏" },
  { action: "grantWait" },
  { action: "refuseRequest", note: "理由不足" },
  { action: "resume" },
  { action: "answer", note: "第三盏" },
  { action: "admit", unsolvedReason: "noFunds", result: "无资金" },
  { action: "closeUnsolved", note: "如实告知" },
  { action: "reopen" },
  { action: "rectify" },
  { action: "appeal", note: "停电" },
  { action: "askExclusion", note: "无依据" },
  { action: "support", note: "属实" },
  { action: "confirm", note: "属实" },
  { action: "dismiss", note: "不成立" },
  { action: "supervise", note: "请答复" },
  { action: "instruct", note: "抓紧" },
  { action: "instruct", note: "抓紧", answerBy: "2026-11-30" },
  { action: "explain", note: "在办" },
  { action: "circulate", note: "通报" },
  { action: "urge" },
  { action: "comment", note: "看过" },
];

const step = fc.record({
  person: fc.constantFrom(...persons),
  command: fc.constantFrom(...commands),
  /** Most steps are acts that somebody is offered, so that walks go far; the others are anybody's. */
  wild: fc.constantFrom(false, false, false, false, false, true),
  pick: fc.nat(9999),
  wait: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 3_600_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 * 3_600_000 }) },
  ),
  sweeps: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Acts that lead nowhere, left to the wild steps. */
const noise: ReadonlySet<unknown> = new Set([
  "comment",
  "handOver",
  "transfer",
  "place",
  "urge",
  "decline",
  "askVerify",
]);

const ends: readonly CaseState[] = ["declined", "closed", "unsolved", "followedUp"];

/** `HUYING_RUNS=5000 npx vitest run tests/domain/walk.test.ts` walks longer. */
const RUNS = Number(process.env["HUYING_RUNS"] ?? 60);

describe("any walk of any people through a case", () => {
  const walks = fc.array(step, { minLength: 30, maxLength: 60, size: "max" });

  it("leaves one event for each act, numbered without gap, and never changes what was decided on", () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, judge);
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
        const found = walk(steps, () => undefined);
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
        let all: readonly CaseEvent[] = [];
        const look = (found: Found, events: readonly CaseEvent[]) => {
          all = events;
          judgeLadders(found, events);
        };
        const late = walk(steps, look, receivers);
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

/** Plays a walk and shows every standing of the case to `look`. */
function walk(
  steps: readonly Step[],
  look: (found: Found, events: readonly CaseEvent[]) => void,
  receivers?: World["receivers"],
): Found {
  const opened = tell({ report: { reporter: { name: null, phone: "13800001234" } } });
  const events = [...opened.events];
  let found: Found = freeze(opened.found);
  let now = opened.now;
  let ids = 0;
  const keep = (decision: Decision) => {
    expect(decision.events.map((event) => event.seq)).toEqual(
      decision.events.map((_, index) => found.case.version + 1 + index),
    );
    expect(decision.case.version).toBe(decision.events.at(-1)?.seq);
    expect(decision.events.every((event) => event.at <= now && event.recordedAt === now)).toBe(true);
    events.push(...decision.events);
    found = freeze({ case: decision.case, clocks: merged(found, decision) });
    look(found, events);
  };
  for (const each of steps) {
    now += each.wait;
    const plain = worldAt(now, () => `walk-${++ids}`);
    const world = receivers === undefined ? plain : { ...plain, receivers };
    const swept = each.sweeps ? ringCase(found, world) : null;
    if (swept) keep(swept);
    const { person, command } = chosen(each, found, now);
    const answer = decide(
      found,
      { ...command, version: found.case.version } as unknown as Command,
      people[person],
      world,
    );
    if (answer.kind === "refusal") continue;
    expect(answer.events.filter((event) => event.actorRole !== "system")).toHaveLength(1);
    keep(answer);
  }
  return found;
}

function chosen(
  { person, command, wild, pick }: Step,
  found: Found,
  now: Instant,
): Pick<Step, "person" | "command"> {
  if (wild) return { person, command };
  const offered = persons.flatMap((who) => {
    const actions = movesFrom(found.case, people[who], { now, clocks: found.clocks }).map(
      (move) => move.action,
    );
    return commands
      .filter((row) => actions.includes(String(row["action"])) && !noise.has(row["action"]))
      .map((row) => ({ person: who, command: row }));
  });
  return offered[pick % Math.max(1, offered.length)] ?? { person, command };
}

function merged(found: Found, decision: Decision): readonly Clock[] {
  const changed = new Map(decision.clocks.map((clock) => [clock.id, clock]));
  const added = decision.clocks.filter((clock) => !found.clocks.some((old) => old.id === clock.id));
  return [...found.clocks.map((clock) => changed.get(clock.id) ?? clock), ...added];
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
const owed: readonly ClockKind[] = ["followUp", "review", "supervise", "ladder"];

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

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
  return value;
}
