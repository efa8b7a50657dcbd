/** What is asked about figures, as it stands in the address, made into a question to the store. */
import * as v from "valibot";
import type { FigureQuestion } from "../../db/store.ts";
import { type Actor, type Refusal, refuse } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import { DAY, type Day, dayNumber, dayOf, type Instant, parseDay, startOfDay } from "../domain/time.ts";
import { code, day } from "../schema.ts";

export const periodEntries = {
  /** First and last day that count; by default the month of today. */
  from: v.optional(day),
  to: v.optional(day),
} as const;

export const groupingEntry = v.optional(v.picklist(["unit", "township", "item", "month", "cell"]), "unit");

export const gridVersionEntry = v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, "网格版本号")));

export const figureEntries = {
  ...periodEntries,
  by: groupingEntry,
  township: v.optional(code),
  unit: v.optional(code),
  item: v.optional(code),
  /** Count by the cells of this version of the grid instead of those of each case's day. */
  gridVersion: gridVersionEntry,
} as const;

export interface Period {
  readonly from: Instant;
  /** The instant after the last day. */
  readonly to: Instant;
  readonly days: { readonly from: Day; readonly to: Day };
}

/** Longer periods are asked in pieces, so that no question grows with the archive. */
const LONGEST = 366;

export function periodOf(
  sent: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Instant,
): Period | Refusal {
  const today = dayOf(dayNumber(now));
  const days = { from: sent.from ?? `${(sent.to ?? today).slice(0, 7)}-01`, to: sent.to ?? today };
  const [first, last] = [parseDay(days.from), parseDay(days.to)];
  if (first === null) return refuse("badValue", { field: "from", given: days.from, expected: "真实的日期" });
  if (last === null) return refuse("badValue", { field: "to", given: days.to, expected: "真实的日期" });
  if (last < first || last - first >= LONGEST)
    return refuse("badValue", { field: "to", given: days.to, expected: `${days.from} 起 ${LONGEST} 天以内` });
  return { from: startOfDay(first), to: startOfDay(last) + DAY, days };
}

export function questionOf(
  sent: {
    readonly township?: string | undefined;
    readonly unit?: string | undefined;
    readonly item?: string | undefined;
  },
  { from, to }: Period,
  actor: Actor,
): FigureQuestion {
  const { township, unit, item } = sent;
  return { scope: scopeOf(actor), from, to, township, unit, item };
}

/** Figures are for units and those above them: a grid worker or an administrator is shown none. */
export function mayEvaluate(actor: Actor): boolean {
  return ["centre", "leader", "township", "department"].includes(actor.role);
}
