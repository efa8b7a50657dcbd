/**
 * The ledger of held time (时间账): every minute of a case belongs to exactly one holder, from the report until it is
 * over. Read from the events alone, so that anybody who replays them gets the same account of whose time it was.
 */
import type { Calendar } from "./calendar.ts";
import type { CaseEvent, CaseState, ClockEvent } from "./case.ts";
import type { Instant } from "./time.ts";
import { timeSpent } from "./worktime.ts";

/** A stretch in one unit's hands at one stage. */
export interface Held {
  /** Unit or cell code. */
  readonly holder: string;
  readonly state: CaseState;
  readonly from: Instant;
  readonly to: Instant;
}

/** What one holder kept it, all stretches together. */
export interface HeldTotal {
  readonly holder: string;
  /** Milliseconds by the wall clock. */
  readonly elapsed: number;
  /** Milliseconds of office time. */
  readonly office: number;
}

type Trace = Pick<CaseEvent, "action" | "at" | "to" | "facts">;

const ringing: ReadonlySet<string> = new Set(["warn", "overdue", "severe"] satisfies ClockEvent[]);

/**
 * @param events a whole history, in order.
 * @param now end of the last stretch of a case that is not over.
 * @returns stretches without gap or overlap; none of length zero.
 */
export function ledgerOf(events: readonly Trace[], now: Instant): readonly Held[] {
  // A warning or a miss changes neither holder nor state and would only cut a stretch in two.
  const acts = events.filter((event) => !ringing.has(event.action));
  const stretches: Held[] = [];
  let holder: string | null = null;
  for (const [index, act] of acts.entries()) {
    if ("holder" in act.facts) holder = holderIn(act.facts["holder"]);
    const to = acts[index + 1]?.at ?? now;
    if (holder !== null && to > act.at) lengthen(stretches, { holder, state: act.to, from: act.at, to });
  }
  return stretches;
}

/** Acts that change neither holder nor state do not cut a stretch. */
function lengthen(stretches: Held[], next: Held): void {
  const last = stretches.at(-1);
  const same = last && last.holder === next.holder && last.state === next.state && last.to === next.from;
  if (same) stretches[stretches.length - 1] = { ...last, to: next.to };
  else stretches.push(next);
}

/** Totals per holder, in the order in which they first held the case. */
export function totalsOf(stretches: readonly Held[], calendar: Calendar): readonly HeldTotal[] {
  const totals = new Map<string, HeldTotal>();
  for (const { holder, from, to } of stretches) {
    const before = totals.get(holder) ?? { holder, elapsed: 0, office: 0 };
    const office = before.office + timeSpent(from, to, "workHour", calendar);
    totals.set(holder, { holder, elapsed: before.elapsed + to - from, office });
  }
  return [...totals.values()];
}

function holderIn(fact: unknown): string | null {
  return typeof fact === "string" ? fact : null;
}
