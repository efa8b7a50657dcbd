/** 督办墙: lists that wait for a decision, reports by day and month beside the year before, matters and places of the week. */
import type { Deps } from "./deps.ts";
import type { Named } from "./domain/named.ts";
import type { Actor } from "./domain/case.ts";
import type { Mark } from "./domain/marks.ts";
import { type Scope, scopeOf } from "./domain/permit.ts";
import { dayNumber, dayOf, parseDay, startOfDay } from "./domain/time.ts";
import type { Hot, TrendPoint, WallAnswer } from "./domain/wallAnswers.ts";

const DAYS = 30;
const MONTHS = 12;
const WEEK = 7;
const MOST_HOT = 8;

/** What somebody must decide or see to. */
const needs: readonly Mark[] = [
  "request:extension",
  "request:suspension",
  "request:wait",
  "review:overdue",
  "review:unreasonable",
  "ladder:circulate",
  "unheard",
  "note",
];

type ByDay = ReadonlyMap<number, number>;

export async function wallAnswer(actor: Actor, { store, clock, names }: Deps): Promise<WallAnswer> {
  const scope = scopeOf(actor);
  const now = clock.now();
  const today = dayNumber(now);
  const months = monthsUntil(dayOf(today).slice(0, 7), MONTHS);
  const oldest = parseDay(`${yearBefore(months[0] ?? "")}-01`) ?? today;
  const span = (from: number, to: number) => ({ from: startOfDay(from), to: startOfDay(to) });
  const [week, before] = [span(today - WEEK + 1, today + 1), span(today - 2 * WEEK + 1, today - WEEK + 1)];
  const [byDay, counts, items, itemsBefore, cells, cellsBefore] = await Promise.all([
    store.stats.reportedByDay(scope, span(oldest, today + 1)),
    store.supervision.byMark(scope),
    store.stats.reportedBy(scope, "item", week),
    store.stats.reportedBy(scope, "item", before),
    store.stats.reportedBy(scope, "cell", week),
    store.stats.reportedBy(scope, "cell", before),
  ]);
  const first = Math.min(...byDay.keys());
  return {
    // Whoever decides is told what waits for it; that an extension is asked for is not for units that assist
    needs: decides(scope) ? needs.map((mark) => ({ mark, count: counts[mark] ?? 0 })) : [],
    days: Array.from({ length: DAYS }, (_, at) => pointOf(dayOf(today - DAYS + 1 + at), byDay, first)),
    months: months.map((month) => pointOf(month, byDay, first)),
    items: hottest(items, itemsBefore, (code) => names.item(code) ?? { code, name: code }),
    places: hottest(cells, cellsBefore, (code) => names.cell(code) ?? { code, name: code }),
    now,
  };
}

function decides({ kind }: Scope): boolean {
  return kind === "all" || kind === "township";
}

/** @param first number of the first day that anything was reported on: before it there is nothing to compare with. */
function pointOf(when: string, byDay: ByDay, first: number): TrendPoint {
  const was = yearBefore(when);
  const isKept = (parseDay(was.length === 7 ? `${was}-01` : was) ?? first) >= first;
  return { when, reported: countOn(when, byDay), lastYear: isKept ? countOn(was, byDay) : null };
}

function countOn(when: string, byDay: ByDay): number {
  if (when.length === 10) return byDay.get(parseDay(when) ?? -1) ?? 0;
  let sum = 0;
  for (const [day, count] of byDay) if (dayOf(day).startsWith(when)) sum += count;
  return sum;
}

/** 2026-11-20 → 2025-11-20; the 29th of February has none. */
function yearBefore(when: string): string {
  return `${Number(when.slice(0, 4)) - 1}${when.slice(4)}`;
}

/** The months until this one, this one last. */
function monthsUntil(last: string, count: number): readonly string[] {
  const [year = 0, month = 0] = last.split("-").map(Number);
  return Array.from({ length: count }, (_, at) => {
    const number = year * 12 + month - 1 - (count - 1 - at);
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
  });
}

function hottest(
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  nameOf: (code: string) => Named,
): readonly Hot[] {
  return [...now]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_HOT)
    .map(([code, reported]) => ({ of: nameOf(code), reported, before: before.get(code) ?? 0 }));
}
