/** Time passes on a call: misses are written at their instants, absences noted, and an unanswered call climbs by itself. */
import { type Call, type CallClock, isOver, nextLookOf } from "./call.ts";
import { type CallWorld, LEADER, toAccounts, toUnit } from "./callWorld.ts";
import { type CallStanding, hear, tell } from "./standing.ts";
import { ended } from "./verdict.ts";

/** Every limit that has run out by now, in the order in which they did; looking twice changes nothing. */
export function settleCall(found: Call, world: CallWorld): CallStanding {
  let standing: CallStanding = { call: found, events: [], notices: [] };
  for (;;) {
    const next = firstDue(standing.call, world);
    if (next === null) return standing;
    standing = runsOut(standing, next.index, next.at, world);
  }
}

function firstDue(call: Call, { now }: CallWorld): { readonly index: number; readonly at: number } | null {
  if (isOver(call.state)) return null;
  let first: { readonly index: number; readonly at: number } | null = null;
  for (const [index, clock] of call.clocks.entries()) {
    const at = nextLookOf(clock, call);
    if (at !== null && at <= now && (first === null || at < first.at)) first = { index, at };
  }
  return first;
}

function runsOut(before: CallStanding, index: number, at: number, world: CallWorld): CallStanding {
  const clock = before.call.clocks[index];
  if (!clock) return before;
  if (clock.stage === "missed") return climbs(staged(before, index, "severe"), clock, at, 2, world);
  const missed = staged(before, index, "missed");
  const facts = { clock: clock.kind, unit: clock.unit, due: clock.dueAt };
  const told = tell(missed, "overdue", at, facts, world);
  const heard = hear(told, [toUnit(told.call, "overdue", clock.unit, world)]);
  switch (clock.kind) {
    case "onSite":
      return tell(absent(heard, clock.unit), "absent", at, { unit: clock.unit }, world);
    case "approve":
    case "lead":
    case "sign":
      return climbs(heard, clock, at, 1, world);
    case "rate":
      return ended(heard, at, world);
    default:
      return heard;
  }
}

/** 自动提级: to the centre when the limit runs out, to the county's leader when it has run out twice. */
function climbs(
  before: CallStanding,
  clock: CallClock,
  at: number,
  step: 1 | 2,
  world: CallWorld,
): CallStanding {
  // A naming of the lead that the centre itself missed has nobody else to go to than the leader.
  const to = clock.kind === "lead" ? 2 : step;
  if (before.call.climbed >= to) return before;
  const { ears, reference } = world;
  const centre = reference.superviseUnit;
  const isHeard = to === 1 ? ears.unit(centre) : ears.leaders.length > 0;
  const unheard = isHeard ? [] : [to === 1 ? centre : LEADER];
  const call: Call = {
    ...before.call,
    climbed: to,
    unheard: [...new Set([...before.call.unheard, ...unheard])],
  };
  const notices =
    to === 1
      ? [toUnit(call, "climb", centre, world)]
      : [...toAccounts(call, "climb", ears.leaders, world), toUnit(call, "climb", centre, world)];
  const told = tell({ ...before, call }, "climb", at, { unit: clock.unit, climbed: to, unheard }, world);
  return hear(told, notices);
}

function staged(standing: CallStanding, index: number, stage: CallClock["stage"]): CallStanding {
  const clocks = standing.call.clocks.map((clock, at) => (at === index ? { ...clock, stage } : clock));
  return { ...standing, call: { ...standing.call, clocks } };
}

function absent(standing: CallStanding, unit: string): CallStanding {
  const answers = standing.call.answers.map((answer) =>
    answer.unit === unit ? { ...answer, absent: true } : answer,
  );
  return { ...standing, call: { ...standing.call, answers } };
}
