/** Random histories: any people making any acts at any time, as far as they are let. */
import * as fc from "fast-check";
import { expect } from "vitest";
import type { CaseEvent, Decision } from "../../server/domain/case.ts";
import type { Clock } from "../../server/domain/clock.ts";
import type { Emergency } from "../../server/domain/emergency/emergency.ts";
import { aroundOf, decide, type Found, movesFrom } from "../../server/domain/move.ts";
import { settle } from "../../server/domain/settle.ts";
import { ringCase } from "../../server/domain/ring.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Command } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { people, type Person, tell, township, worldAt } from "./story.ts";

const persons = Object.keys(people) as Person[];

/** Every act with fields that some case may accept. */
const commands: readonly Record<string, unknown>[] = [
  { action: "place", point: { lng: 118.83, lat: 35.58 } },
  { action: "nameComponent", componentCode: "3711220137000001" },
  { action: "nameComponent", componentCode: "3711220137000002" },
  { action: "dropComponent" },
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
  { action: "followUp", reached: true, solved: false, truthful: false, score: 1 },
  { action: "recheck", solved: true },
  { action: "recheck", solved: false },
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

export const step = fc.record({
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
  /** An emergency that begins or ends before this step. */
  storm: fc.constantFrom(false, false, false, false, false, false, false, true),
});

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

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

/** `HUYING_RUNS=5000 npx vitest run tests/domain/walk.test.ts tests/domain/histories.test.ts` walks longer. */
export const RUNS = Number(process.env["HUYING_RUNS"] ?? 100);

export interface Walked {
  readonly found: Found;
  readonly events: readonly CaseEvent[];
  /** The acts that were let, with the instant and the emergency of each, to be played again. */
  readonly acts: readonly Act[];
}

export interface Act {
  readonly now: Instant;
  readonly person: Person;
  readonly command: Record<string, unknown>;
  readonly emergencies: readonly Emergency[];
}

const storm: Emergency = {
  id: "storm",
  area: [],
  reason: "暴雨",
  startedAt: 0,
  startedBy: "centre-1",
  endedAt: null,
  endedBy: null,
  endWords: null,
  version: "test-emergency",
};

/** Plays a walk and shows every standing of the case to `look`. */
export function walk(
  steps: readonly Step[],
  look: (found: Found, events: readonly CaseEvent[]) => void,
  receivers?: World["receivers"],
): Walked {
  const opened = tell({ report: { reporter: { name: null, phone: "13800001234" } } });
  const events = [...opened.events];
  let found: Found = freeze(opened.found);
  let now = opened.now;
  let ids = 0;
  const acts: Act[] = [];
  let emergencies: readonly Emergency[] = [];
  const keep = (decision: Decision) => {
    expect(decision.events.map((event) => event.seq)).toEqual(
      decision.events.map((_, index) => found.case.version + 1 + index),
    );
    expect(decision.case.version).toBe(decision.events.at(-1)?.seq);
    expect(decision.events.every((event) => event.at <= now && event.recordedAt === now)).toBe(true);
    events.push(...decision.events);
    found = freeze({ case: decision.case, clocks: merged(found, decision) });
    expect(decision.lookAt).toBe(firstLook(found.clocks));
    look(found, events);
  };
  for (const each of steps) {
    now += each.wait;
    if (each.storm) emergencies = emergencies.length === 0 ? [storm] : [];
    const plain = { ...worldAt(now, () => `walk-${++ids}`), emergencies };
    const world = receivers === undefined ? plain : { ...plain, receivers };
    const swept = each.sweeps ? ringCase(found, world) : null;
    if (swept) keep(swept);
    const { person, command } = chosen(each, found, world);
    const answer = decide(
      found,
      { ...command, version: found.case.version } as unknown as Command,
      people[person],
      world,
    );
    if (answer.kind === "refusal") continue;
    expect(answer.events.filter((event) => event.actorRole !== "system")).toHaveLength(1);
    keep(answer);
    acts.push({ now, person, command, emergencies });
  }
  return { found, events, acts };
}

function chosen(
  { person, command, wild, pick }: Step,
  found: Found,
  world: World,
): Pick<Step, "person" | "command"> {
  if (wild) return { person, command };
  const offered = persons.flatMap((who) => {
    const actions = movesFrom(found.case, people[who], { ...aroundOf(world), clocks: found.clocks }).map(
      (move) => move.action,
    );
    return commands
      .filter((row) => actions.includes(String(row["action"])) && !noise.has(row["action"]))
      .map((row) => ({ person: who, command: row }));
  });
  return offered[pick % Math.max(1, offered.length)] ?? { person, command };
}

/** What the sweep must look at the case for, whatever clocks the last act changed. */
export function firstLook(clocks: readonly Clock[]): Instant | null {
  const looks = clocks.flatMap(({ lookAt }) => (lookAt === null ? [] : [lookAt]));
  return looks.length === 0 ? null : Math.min(...looks);
}

export function merged(found: Found, decision: Decision): readonly Clock[] {
  const changed = new Map(decision.clocks.map((clock) => [clock.id, clock]));
  const added = decision.clocks.filter((clock) => !found.clocks.some((old) => old.id === clock.id));
  return [...found.clocks.map((clock) => changed.get(clock.id) ?? clock), ...added];
}

/**
 * The same acts again, with sweeps at other times. @param before sweeps before the act with this index.
 * @throws when an act that was let is refused now.
 */
export function replayed(
  acts: readonly Act[],
  sweepsBefore: (index: number) => boolean,
): Omit<Walked, "acts"> {
  const opened = tell({ report: { reporter: { name: null, phone: "13800001234" } } });
  const events = [...opened.events];
  let { found } = opened;
  let ids = 0;
  const keep = (decision: Decision) => {
    events.push(...decision.events);
    found = { case: decision.case, clocks: merged(found, decision) };
  };
  for (const [index, { now, person, command, emergencies }] of acts.entries()) {
    const world = { ...worldAt(now, () => `again-${++ids}`), emergencies };
    const swept = sweepsBefore(index) ? ringCase(found, world) : null;
    if (swept) keep(swept);
    // Whoever was let had seen what happened by itself, whether a sweep has written it down or not
    const { version } = settle(found, world).case;
    const asked = { ...command, version } as unknown as Command;
    const answer = decide(found, asked, people[person], world);
    if (answer.kind === "refusal") throw new Error(`${index}: ${JSON.stringify(answer)}`);
    keep(answer);
  }
  return { found, events };
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
  return value;
}
