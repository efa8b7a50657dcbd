/** The leader's cockpit (领导驾驶舱): few numbers, each beside its target and the period before. */
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import type { CockpitAnswer, CockpitFigure } from "./domain/cockpit/answers.ts";
import { worthAsking } from "./domain/cockpit/ask.ts";
import { rising } from "./domain/cockpit/rising.ts";
import type { CockpitFigureRule } from "./domain/cockpit/rules.ts";
import { counts } from "./domain/call/callFigures.ts";
import type { Figure } from "./domain/evaluate/figure.ts";
import { type Scope, scopeOf } from "./domain/permit.ts";
import { DAY, type Day, dayNumber, dayOf, type Instant, parseDay, startOfDay } from "./domain/time.ts";
import { catchUp, type CountedFigures, figuresOf } from "./evaluation/figures.ts";
import { caseRow } from "./view/caseRow.ts";

/** Overdue cases that are looked through for the few to ask about; the longest overdue, should there be more. */
const MOST_LATE = 1000;
/** Calls of two periods; the county's own calls of a year are fewer. */
const MOST_CALLS = 5000;

/** Days that are compared with as many before them, today included: the worklist knows the same week (近 7 天上报). */
const WEEK = 7;

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export async function cockpitAnswer(actor: Actor, deps: Deps): Promise<CockpitAnswer> {
  const { store, clock, names, reference } = deps;
  const { ask, worst, rising: growth, figures: chosen } = reference.cockpit;
  const scope = scopeOf(actor);
  const now = clock.now();
  const last = { from: startOfDay(dayNumber(now) - WEEK + 1), to: now + 1 };
  const before = earlier(last);
  const { month, monthBefore } = monthsOf(now);
  await catchUp(deps);
  const [open, reported, reportedBefore, items, itemsBefore, late, figures, figuresBefore, counted] =
    await Promise.all([
      store.stats.openByTownship(scope, now),
      store.stats.reportedBy(scope, "township", last),
      store.stats.reportedBy(scope, "township", before),
      store.stats.reportedBy(scope, "item", last),
      store.stats.reportedBy(scope, "item", before),
      store.cases.list(scope, { dueTo: now }, { sort: "due", after: null, limit: MOST_LATE }, now),
      figuresOf({ scope, ...month }, "unit", deps),
      figuresOf({ scope, ...monthBefore }, "unit", deps),
      countsOf(scope, { now, last, before }, deps),
    ]);
  const named = (code: string) => names.holder(code) ?? { code, name: code };
  const codes = [...new Set([...open.map(({ township }) => township), ...reported.keys()])].sort();
  return {
    figures: chosen.map((rule) => figureOf(rule, { figures, figuresBefore, counted }, reference.evaluation)),
    month: { from: dayAt(month.from), to: dayAt(month.to - 1) },
    townships: codes.map((code) => {
      const { open: count = 0, overdue = 0 } = open.find(({ township }) => township === code) ?? {};
      return {
        township: names.township(code) ?? { code, name: code },
        open: count,
        overdue,
        reported: reported.get(code) ?? 0,
        before: reportedBefore.get(code) ?? 0,
      };
    }),
    worst: worstOf(figures.groups, worst, { named, indicators: reference.evaluation.indicators }),
    rising: rising({ now: items, before: itemsBefore }, growth).map(({ code, ...row }) => ({
      item: names.item(code) ?? { code, name: code },
      ...row,
    })),
    ask: worthAsking(late.rows, { now, most: ask.most }).map(({ row, reasons }) => ({
      row: caseRow(row, actor, names),
      reasons,
    })),
    now,
  };
}

type Counted = Readonly<Record<"reported" | "calls", { readonly value: number; readonly before: number }>>;

/** 今日上报 beside the same hours a week ago; 呼叫 of the last days beside as many before. */
async function countsOf(
  scope: Scope,
  { now, last, before }: { readonly now: Instant; readonly last: Span; readonly before: Span },
  { store }: Deps,
): Promise<Counted> {
  const today = { from: startOfDay(dayNumber(now)), to: now + 1 };
  const page = { sort: "newest", after: null, limit: MOST_CALLS } as const;
  const [reported, weekAgo, calls] = await Promise.all([
    store.stats.reportedIn(scope, today),
    store.stats.reportedIn(scope, earlier(today)),
    store.calls.list(scope, { launchedFrom: before.from, launchedTo: last.to }, page),
  ]);
  const launched = (span: Span) =>
    calls.rows.filter((call) => counts(call) && call.launchedAt >= span.from && call.launchedAt < span.to);
  return {
    reported: { value: reported, before: weekAgo },
    calls: { value: launched(last).length, before: launched(before).length },
  };
}

interface Material {
  readonly figures: CountedFigures;
  readonly figuresBefore: CountedFigures;
  readonly counted: Counted;
}

function figureOf(
  rule: CockpitFigureRule,
  { figures, figuresBefore, counted }: Material,
  { indicators }: Deps["reference"]["evaluation"],
): CockpitFigure {
  const { kind, target } = rule;
  if (kind !== "indicator")
    return {
      kind,
      code: kind,
      name: countNames[kind],
      target,
      ...counted[kind],
      better: null,
      counted: null,
    };
  const { indicator: code } = rule;
  const { name = code, better = "high" } = indicators.find((row) => row.code === code) ?? {};
  const { value = null, over = 0, of = 0 } = figures.total[code] ?? {};
  const before = figuresBefore.total[code]?.value ?? null;
  return { kind, code, name, value, before, target, better, counted: { over, of } };
}

const countNames = { reported: "今日上报", calls: "呼叫" } as const;

/** The end of the list by one indicator; a sample too small to compare has no place in it. */
function worstOf(
  groups: CountedFigures["groups"],
  { indicator: code, most }: Deps["reference"]["cockpit"]["worst"],
  { named, indicators }: Naming,
): CockpitAnswer["worst"] {
  const { name = code, better = "high" } = indicators.find((row) => row.code === code) ?? {};
  const sign = better === "high" ? 1 : -1;
  const all = [...groups].flatMap(([unit, figures]) => rowOf(unit, figures[code]));
  const rows = all
    .filter(({ small }) => !small)
    .sort((a, b) => sign * (a.value - b.value) || (a.unit < b.unit ? -1 : 1))
    .slice(0, most)
    .map(({ unit, value, of }) => ({ unit: named(unit), value, of }));
  return { indicator: { code, name }, rows, small: all.filter(({ small }) => small).length };
}

interface Naming {
  readonly named: (code: string) => { readonly code: string; readonly name: string };
  readonly indicators: Deps["reference"]["evaluation"]["indicators"];
}

function rowOf(unit: string, figure: Figure | undefined) {
  if (unit === "" || figure === undefined || figure.value === null) return [];
  return [{ unit, value: figure.value, of: figure.of, small: figure.small }];
}

/** The same hours of the week before. */
function earlier({ from, to }: Span): Span {
  return { from: from - WEEK * DAY, to: to - WEEK * DAY };
}

/** This month up to today, and the one before up to the same day (上月同期). */
function monthsOf(now: Instant): { readonly month: Span; readonly monthBefore: Span } {
  const today = dayNumber(now);
  const first = numberOf(`${dayOf(today).slice(0, 8)}01`);
  const firstBefore = numberOf(`${dayOf(first - 1).slice(0, 8)}01`);
  const lastBefore = Math.min(first, firstBefore + (today - first) + 1);
  return {
    month: { from: startOfDay(first), to: startOfDay(today + 1) },
    monthBefore: { from: startOfDay(firstBefore), to: startOfDay(lastBefore) },
  };
}

function numberOf(day: Day): number {
  const number = parseDay(day);
  if (number === null) throw new Error(`Expected a day, got ${day}`);
  return number;
}

function dayAt(at: Instant): Day {
  return dayOf(dayNumber(at));
}
