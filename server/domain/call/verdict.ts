/** Rated both ways a call is over; "not in place" reopens it once for the department it is about. */
import { type Answer, type Call, taking } from "./call.ts";
import { departmentClocks, levelOf, stopClocks, voidClocks } from "./callClocks.ts";
import { type CallWorld, toUnit } from "./callWorld.ts";
import { afterReopen } from "./foldCall.ts";
import { type CallStanding, hear, tell } from "./standing.ts";

/**
 * What follows from the ratings so far. The township's verdict reopens at once, without waiting for the departments'
 * own marks; a party that lets its limit for rating run out is not waited for.
 */
export function ended(standing: CallStanding, at: number, world: CallWorld): CallStanding {
  const { call } = standing;
  if (call.state !== "signedOff") return standing;
  const parts = taking(call);
  const isJudged = parts.every(({ ratedBy }) => ratedBy !== null);
  const poor = isJudged ? parts.filter((answer) => isPoor(answer, call, world)) : [];
  if (poor.length > 0 && call.reopens === 0) return reopened(standing, poor, at, world);
  const isWaiting = call.clocks.some(
    ({ kind, stoppedAt, stage }) => kind === "rate" && stoppedAt === null && stage === "running",
  );
  if (isWaiting) return standing;
  const closed: Call = { ...call, state: "closed", closedAt: at };
  return tell({ ...standing, call: closed }, "close", at, { units: codes(poor) }, world, "signedOff");
}

/** 不到位: any mark of the township's at or below the county's line. */
function isPoor({ ratedBy }: Answer, { level }: Call, { reference }: CallWorld): boolean {
  const { notInPlace } = levelOf(level, reference);
  return ratedBy !== null && Object.values(ratedBy).some((score: number) => score <= notInPlace);
}

function reopened(
  standing: CallStanding,
  poor: readonly Answer[],
  at: number,
  world: CallWorld,
): CallStanding {
  const { call } = standing;
  const answers = call.answers.map((answer) => afterReopen(answer, codes(poor)));
  const freed = voidClocks(call, ({ kind }) => kind === "rate", at);
  const next: Call = { ...freed, answers, reopens: 1, state: "open" };
  const begun = poor.flatMap(({ unit }) => departmentClocks(unit, next, world));
  const told = tell(
    { ...standing, call: { ...next, clocks: [...next.clocks, ...begun] } },
    "reopen",
    at,
    { units: codes(poor) },
    world,
    "signedOff",
  );
  return hear(
    told,
    poor.map(({ unit }) => toUnit(call, "reopen", unit, world)),
  );
}

/** The township's own limit for rating ends with its last mark. */
export function ratedAll(call: Call, at: number): Call {
  const isJudged = taking(call).every(({ ratedBy }) => ratedBy !== null);
  return isJudged
    ? stopClocks(call, ({ kind, unit }) => kind === "rate" && unit === call.township, at)
    : call;
}

function codes(answers: readonly Answer[]): readonly string[] {
  return answers.map(({ unit }) => unit);
}
