/** GET /api/overview: what the efficiency centre (效能中心) looks at, within the scope of whoever asks. */
import { Hono } from "hono";
import type { UnitCounts } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { addCounts, evaluate } from "../domain/evaluate.ts";
import { type Scope, scopeOf } from "../domain/permit.ts";
import type { OverviewAnswer, UnitFigures } from "../domain/screenAnswers.ts";
import { DAY, dayNumber, startOfDay } from "../domain/time.ts";
import { note } from "../openapi.ts";
import { overviewShape } from "../shapes/screens.ts";
import { caseRow } from "../view/caseRow.ts";
import type { Names } from "../view/names.ts";
import { notAnnouncedYears } from "./reference.ts";

const PERIOD = 30 * DAY;
const MOST_ROWS = 100;

export function overviewRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/overview",
    note({ tag: "案卷", summary: "效能总览", description: "单位数据为最近 30 天。", answer: overviewShape }),
    async (c) => c.json(await overviewAnswer(scopeOf(c.get("session").actor), deps)),
  );
}

async function overviewAnswer(
  scope: Scope,
  { store, clock, names, reference }: Deps,
): Promise<OverviewAnswer> {
  const now = clock.now();
  const today = startOfDay(dayNumber(now));
  const overdueFirst = { sort: "due", after: null, limit: MOST_ROWS } as const;
  const [all, dueToday, desk, reportedToday, late, holders, units] = await Promise.all([
    store.cases.counts(scope, {}, now),
    store.cases.counts(scope, { dueFrom: now, dueTo: today + DAY }, now),
    store.cases.counts(scope, { desk: true }, now),
    store.stats.reportedSince(scope, today),
    store.cases.list(scope, { dueTo: now }, overdueFirst, now),
    store.stats.byHolder(scope, now),
    store.stats.byUnit(scope, now - PERIOD, now, now),
  ]);
  const { severe, red, amber } = all.byLamp;
  const total = addCounts(units);
  return {
    open: all.total,
    overdue: red + severe,
    severe,
    warned: amber,
    dueToday: dueToday.total,
    reportedToday,
    closed: total.closed,
    ...ratesOf(total),
    desk: desk.total,
    overdueRows: late.rows.map((row) => caseRow(row, names)),
    holders: holders
      .map(({ holder, ...counts }) => ({ ...counts, holder: named(holder, names) }))
      .sort((a, b) => b.overdue - a.overdue || b.warned - a.warned),
    units: units.map((counts) => unitFigures(counts, names)),
    notAnnounced: notAnnouncedYears(reference.years),
    now,
  };
}

function unitFigures(counts: UnitCounts, names: Names): UnitFigures {
  return {
    unit: named(counts.unit, names),
    given: counts.given,
    open: counts.open,
    overdue: counts.overdue,
    ...ratesOf(counts),
    returned: counts.returns,
    reworked: counts.reworks,
  };
}

function ratesOf(counts: Parameters<typeof evaluate>[0]) {
  const { acceptedOnTime, handledOnTime, satisfied } = evaluate(counts);
  return {
    acceptedOnTime: acceptedOnTime.rate,
    handledOnTime: handledOnTime.rate,
    satisfied: satisfied.rate,
  };
}

function named(code: string, names: Names) {
  return names.holder(code) ?? { code, name: code };
}
