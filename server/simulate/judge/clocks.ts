/** Are the clocks right? Every change of a clock is computed again by the slow oracle, from the frozen limit alone. */
import { calendarCode } from "../../domain/calendars.ts";
import type { Case, CaseEvent } from "../../domain/case.ts";
import { rulesOf } from "../../domain/caseRules.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Reference } from "../../domain/reference.ts";
import type { Findings } from "../findings.ts";
import { createSlowTime, type SlowTime } from "./slowTime.ts";

/** "To the second": what the fractions of days may differ by. */
const GRAIN = 1000;

/** Clocks of which nobody is warned: they end by themselves. */
const silent: ReadonlySet<string> = new Set(["suspend", "wait", "ladder"]);

export interface ClockJudge {
  /** @param before the clock as it stood; undefined for a new one. */
  judge(
    before: Clock | undefined,
    after: Clock,
    decided: { readonly case: Case; readonly events: readonly CaseEvent[] },
  ): void;
  /** How many due instants were computed again. */
  readonly checked: () => number;
}

export function createClockJudge(reference: Reference, findings: Findings): ClockJudge {
  const slow = new Map(reference.calendars.map((row) => [row.code, createSlowTime(row, reference)]));
  const [county] = reference.calendars;
  let checked = 0;

  const oracleOf = ({ policy }: Clock): SlowTime | null =>
    slow.get(calendarCode(policy.calendar) ?? county?.code ?? "") ?? null;

  function equal(name: string, clock: Clock, told: number, expected: number): void {
    checked += 1;
    if (Math.abs(told - expected) < GRAIN) return;
    const { value, unit } = clock.policy.budget;
    findings.blame(
      "clockExact",
      clock.caseId,
      `${clock.kind} ${name} ${say(told)} instead of ${say(expected)} (${value} ${unit} from ${say(clock.startedAt)})`,
    );
  }

  function begun(clock: Clock, found: Case, oracle: SlowTime): void {
    const { policy, startedAt, dueAt, warnAt, severeAt } = clock;
    if (clock.kind === "suspend") {
      const day = rulesOf(found).suspendedUntil;
      return equal("due", clock, dueAt, Date.parse(`${day}T00:00:00+08:00`));
    }
    equal("due", clock, dueAt, oracle.due(startedAt, policy.budget));
    equal("severe", clock, severeAt, oracle.due(startedAt, policy.budget, policy.severeFactor));
    const warned = silent.has(clock.kind) ? dueAt : oracle.warned(startedAt, policy.budget, policy.warn);
    equal("warn", clock, warnAt, warned);
  }

  function resumed(before: Clock, after: Clock, oracle: SlowTime): void {
    const stopped = before.stoppedAt ?? 0;
    const again = after.runningSince ?? after.stoppedAt ?? 0;
    const { unit } = after.policy.budget;
    for (const name of ["warnAt", "dueAt", "severeAt"] as const) {
      const expected = oracle.moved(before[name], stopped, again, unit);
      // A hair less than a morning ends at noon, a hair more in the afternoon: no time that counts lies between
      const isSame = oracle.between(after[name], expected, unit) < GRAIN;
      equal(`${name} resumed`, after, isSame ? expected : after[name], expected);
    }
  }

  function ran(before: Clock, after: Clock, events: readonly CaseEvent[], oracle: SlowTime): void {
    if (before.dueAt === after.dueAt) return;
    const extended = events.some(({ action }) => action === "grantExtension");
    equal(
      "extended",
      after,
      after.dueAt,
      extended ? oracle.extended(before.dueAt, after.policy.budget) : before.dueAt,
    );
  }

  return {
    checked: () => checked,
    judge(before, after, { case: found, events }) {
      const oracle = oracleOf(after);
      if (oracle === null) return;
      if (before === undefined) begun(after, found, oracle);
      else if (wentOn(before, after)) resumed(before, after, oracle);
      else ran(before, after, events, oracle);
      judgeEnd(before, after, findings);
      judgeFrozen(before, after, findings);
    },
  };
}

/** Also when it ends in the same act: a parked step of the ladder comes back to a unit that is late no more. */
function wentOn(before: Clock, after: Clock): boolean {
  if (before.runningSince !== null) return false;
  return after.runningSince !== null || after.stoppedAt !== before.stoppedAt;
}

/** Kept or missed is decided by the due instant alone. */
function judgeEnd(
  before: Clock | undefined,
  { id, kind, caseId, stoppedAt, dueAt, outcome }: Clock,
  findings: Findings,
): void {
  if (before?.id !== id || stoppedAt === null || before.outcome === outcome || silent.has(kind)) return;
  const late = stoppedAt >= dueAt;
  const told = outcome === "missed" ? late : outcome === "met" ? !late : true;
  if (!told)
    findings.blame(
      "clockExact",
      caseId,
      `${kind} is ${outcome}, stopped ${say(stoppedAt)}, due ${say(dueAt)}`,
    );
}

function judgeFrozen(before: Clock | undefined, after: Clock, findings: Findings): void {
  if (before === undefined) return;
  const same =
    before.kind === after.kind &&
    before.startedAt === after.startedAt &&
    before.policy.code === after.policy.code &&
    before.policy.budget.value === after.policy.budget.value;
  if (!same) findings.blame("clockExact", after.caseId, `${after.kind}: its frozen limit changed`);
}

/** A Chinese wall clock, for people who read the finding. */
function say(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
}
