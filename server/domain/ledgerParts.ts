/**
 * The ledger of held time as it is shown: every minute from the report on belongs to one holder or to one lawful pause
 * (挂账, 等待诉求人), and the parts add up to the whole.
 */
import type { CalendarBook } from "./calendars.ts";
import type { Held } from "./ledger.ts";
import { timeSpent } from "./worktime.ts";

export interface LedgerPart {
  /** Unit or cell in whose hands it was; during a pause nobody is charged. */
  readonly holder: string;
  readonly pause: "suspended" | "waiting" | null;
  /** Milliseconds by the wall clock. */
  readonly elapsed: number;
  /** Milliseconds of the holder's own working time. */
  readonly office: number;
  readonly times: number;
}

/** In the order in which each first had it. */
export function ledgerParts(stretches: readonly Held[], calendars: CalendarBook): readonly LedgerPart[] {
  const parts = new Map<string, LedgerPart>();
  let last = "";
  for (const { holder, state, from, to } of stretches) {
    const pause = state === "suspended" || state === "waiting" ? state : null;
    const key = `${holder} ${pause ?? ""}`;
    const known = parts.get(key) ?? { holder, pause, elapsed: 0, office: 0, times: 0 };
    parts.set(key, {
      ...known,
      elapsed: known.elapsed + to - from,
      office: known.office + timeSpent(from, to, "workHour", calendars.of(holder)),
      times: known.times + (key === last ? 0 : 1),
    });
    last = key;
  }
  return [...parts.values()];
}
