/**
 * Time passes: clocks warn, fall due and run past several budgets, pauses end, rulings climb, and the ladder of urging
 * is climbed. Each at its computed instant, in order, however late anybody looks.
 */
import type { Actor, CaseEvent, ClockEvent, Refusal } from "./case.ts";
import { type CaseRules, type LadderStep, rulesOf } from "./caseRules.ts";
import { type Clock, endSilently, type Ring, ringOnce, silently, startClock } from "./clock.ts";
import { ladderPolicy } from "./limits.ts";
import { ringNotices } from "./notices.ts";
import { orderRule } from "./orders.ts";
import { type Act, type Standing, step } from "./step.ts";
import type { Instant } from "./time.ts";
import { isKept, lateUnits } from "./turnClocks.ts";
import { type Command, moveNamed } from "./workflow.ts";
import type { World } from "./world.ts";

export interface RingOfClock extends Ring {
  readonly clock: Clock;
}

/** The case as it stands at `world.now`, with everything that happened by itself on the way. */
export function settle(found: Pick<Standing, "case" | "clocks">, world: World): Standing {
  let standing: Standing = { case: found.case, clocks: found.clocks, events: [], notices: [] };
  for (let next = nextLook(standing, world.now); next !== null; next = nextLook(standing, world.now))
    standing = rung(standing, next, world);
  return standing;
}

function nextLook({ clocks }: Standing, now: Instant): Clock | null {
  let next: Clock | null = null;
  for (const clock of clocks) {
    if (clock.lookAt === null || clock.lookAt > now) continue;
    if (next === null || clock.lookAt < (next.lookAt ?? now)) next = clock;
  }
  return next;
}

function rung(standing: Standing, looked: Clock, world: World): Standing {
  const { clock, ring } = ringOnce(looked);
  const clocks = standing.clocks.map((row) => (row === looked ? clock : row));
  const ticked = { ...standing, clocks };
  const then = { ...world, now: ring.at };
  if (!isKept(clock.kind)) return ring.stage === "overdue" ? ended(ticked, clock, then, world.now) : ticked;
  const told = recorded(ticked, { ...ring, clock }, world);
  return ring.stage === "overdue" ? followed(told, clock, then, world.now) : told;
}

const eventByStage = { warned: "warn", overdue: "overdue", severe: "severe" } as const satisfies Record<
  Ring["stage"],
  ClockEvent
>;

function recorded(standing: Standing, ring: RingOfClock, world: World): Standing {
  const { case: found } = standing;
  const event: CaseEvent = {
    caseId: found.id,
    seq: found.version + 1,
    action: eventByStage[ring.stage],
    at: ring.at,
    recordedAt: world.now,
    actorId: machine.id,
    actorRole: "system",
    actorUnit: null,
    from: found.state,
    to: found.state,
    facts: {
      clock: ring.clock.kind,
      unit: ring.clock.unit,
      due: ring.clock.dueAt,
      policy: ring.clock.policy.code,
    },
    words: {},
    commandId: null,
  };
  return {
    ...standing,
    case: {
      ...found,
      version: found.version + 1,
      missed: found.missed + (ring.stage === "overdue" ? 1 : 0),
      updatedAt: world.now,
    },
    events: [...standing.events, event],
    notices: [...standing.notices, ...ringNotices(found, [ring], world)],
  };
}

const nextStep = { urge: "supervise", supervise: "circulate", circulate: null } as const;

/** A pause has reached its end, so that late clocks go on and are chased again; or the next step of the ladder is due. */
function ended(standing: Standing, clock: Clock, then: World, recordedAt: Instant): Standing {
  if (clock.kind !== "ladder")
    return chase(machineAct(standing, "resume", then, { recordedAt }), then, recordedAt);
  const clocks = standing.clocks.map((row) =>
    row === clock ? endSilently(clock, then.now, then.calendars.frozen(clock.policy.calendar)) : row,
  );
  const ladder = rulesOf(standing.case).ladders.find(({ unit }) => unit === clock.unit);
  const name = ladder === undefined ? null : nextStep[ladder.step];
  if (ladder === undefined || name === null) return { ...standing, clocks };
  return climb({ ...standing, clocks }, name, ladder.unit, { world: then, recordedAt });
}

/** A limit has run out: a ruling goes one level up, and the unit steps on the ladder unless it stands there already. */
function followed(standing: Standing, clock: Clock, then: World, recordedAt: Instant): Standing {
  const { dispute } = rulesOf(standing.case);
  return clock.kind === "ruling" && dispute !== null && dispute.level < 3
    ? machineAct(standing, "raise", then, { recordedAt })
    : chase(standing, then, recordedAt);
}

/** Puts every unit that is overdue on the ladder: after a limit ran out, and when a late clock goes on again. */
export function chase(standing: Standing, then: World, recordedAt: Instant): Standing {
  let chased = standing;
  for (const unit of lateUnits(standing.clocks, then.now)) {
    const stands = rulesOf(chased.case).ladders.some((ladder) => ladder.unit === unit);
    if (!stands) chased = climb(chased, "urge", unit, { world: then, recordedAt });
  }
  return chased;
}

interface When {
  readonly world: World;
  readonly recordedAt: Instant;
}

/** 催办→督办→通报: each step once; who hears of it is decided with the step. */
function climb(
  standing: Standing,
  name: LadderStep,
  unit: string,
  { world: then, recordedAt }: When,
): Standing {
  const found = standing.case;
  const { ladders, supervision } = rulesOf(found);
  const others = ladders.filter((ladder) => ladder.unit !== unit);
  const ordered = orderRule(name, then).answer !== null && supervision === null;
  const rules: Partial<CaseRules> = {
    ...(ordered ? { supervision: { kind: name, unit, at: then.now, by: null, limit: null } } : {}),
    ladders: [...others, { unit, step: name, at: then.now }],
  };
  const facts = { ladder: name, unit };
  const stepped = machineAct(standing, name, then, { recordedAt, extra: { facts, rules, tells: unit } });
  const following = nextStep[name];
  if (following === null) return stepped;
  const policy = ladderPolicy(following, then.reference);
  const start = { id: then.newId(), caseId: found.id, kind: "ladder" as const, unit, policy };
  return {
    ...stepped,
    clocks: [...stepped.clocks, silently(startClock(start, then.now, then.calendars.of(unit)))],
  };
}

export const machine: Actor = { id: "system", role: "system", unit: null, cells: [] };

/** @throws when a row of the table refuses what the machine does by itself: a mistake in the rows. */
export function machineAct(
  standing: Standing,
  action: LadderStep | "resume" | "raise" | "rectify",
  world: World,
  rest: Pick<Act, "recordedAt" | "extra">,
): Standing {
  const move = moveNamed(action);
  if (move === null) throw new Error(`No row for ${action}`);
  const command = { action, version: standing.case.version } as Command;
  const answer: Standing | Refusal = step(standing, { command, move, actor: machine, ...rest }, world);
  if ("kind" in answer) throw new Error(`The machine may not ${action}: ${answer.code}`);
  return answer;
}
