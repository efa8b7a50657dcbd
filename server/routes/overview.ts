/** GET /api/overview: what the efficiency centre (效能中心) looks at, within the scope of whoever asks. */
import { Hono } from "hono";
import type { UnitCounts } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { scopeOf } from "../domain/permit.ts";
import type { OverviewAnswer, UnitFigures } from "../domain/overviewAnswers.ts";
import { DAY, dayNumber, dayOf, startOfDay } from "../domain/time.ts";
import { catchUp, type CountedFigures, figuresOf } from "../evaluation/figures.ts";
import { type Period, periodOf } from "../evaluation/question.ts";
import { note } from "../openapi.ts";
import { overviewShape } from "../shapes/overview.ts";
import { wallShape } from "../shapes/wall.ts";
import { wallAnswer } from "../wall.ts";
import { caseRow } from "../view/caseRow.ts";
import type { Names } from "../view/names.ts";
import { notAnnouncedYears } from "./reference.ts";

/** 近 30 天, today included. */
const PERIOD = 29 * DAY;
const MOST_ROWS = 100;

export function overviewRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/overview",
      note({
        tag: "案卷",
        summary: "效能总览",
        description: "指标值为最近 30 天，与评价页同一口径。",
        answer: overviewShape,
      }),
      async (c) => c.json(await overviewAnswer(c.get("session").actor, deps)),
    )
    .get(
      "/api/overview/wall",
      note({
        tag: "案卷",
        summary: "督办墙：待办、趋势和热点",
        description: "近 30 天和 12 个月的上报数与去年同期；近 7 天上报最多的事项和网格；等我处理的清单。",
        answer: wallShape,
      }),
      async (c) => c.json(await wallAnswer(c.get("session").actor, deps)),
    );
}

async function overviewAnswer(actor: Actor, deps: Deps): Promise<OverviewAnswer> {
  const scope = scopeOf(actor);
  const { store, clock, names, reference } = deps;
  const now = clock.now();
  const today = startOfDay(dayNumber(now));
  const overdueFirst = { sort: "due", after: null, limit: MOST_ROWS } as const;
  const period = lastDays(now);
  await catchUp(deps);
  const [all, dueToday, desk, reportedToday, late, holders, figures, openUnits] = await Promise.all([
    store.cases.counts(scope, {}, now),
    store.cases.counts(scope, { dueFrom: now, dueTo: today + DAY }, now),
    store.cases.counts(scope, { desk: true }, now),
    store.stats.reportedIn(scope, { from: today, to: now + 1 }),
    store.cases.list(scope, { dueTo: now }, overdueFirst, now),
    store.stats.byHolder(scope, now),
    figuresOf({ scope, ...period }, "unit", deps),
    store.stats.openByUnit(scope, now),
  ]);
  const { severe, red, amber } = all.byLamp;
  return {
    open: all.total,
    overdue: red + severe,
    severe,
    warned: amber,
    dueToday: dueToday.total,
    reportedToday,
    ...period.days,
    figures: figures.total,
    desk: desk.total,
    overdueRows: late.rows.map((row) => caseRow(row, actor, names)),
    holders: holders
      .map(({ holder, ...counts }) => ({ ...counts, holder: named(holder, names) }))
      .sort((a, b) => b.overdue - a.overdue || b.warned - a.warned),
    units: unitFigures(figures.groups, openUnits, names),
    notAnnounced: notAnnouncedYears(reference.years),
    now,
  };
}

function lastDays(now: number): Period {
  const day = (at: number) => dayOf(dayNumber(at));
  const period = periodOf({ from: day(now - PERIOD), to: day(now) }, now);
  if ("kind" in period) throw new Error(`The last days are no period: ${period.given ?? ""}`);
  return period;
}

function unitFigures(
  figures: CountedFigures["groups"],
  open: readonly UnitCounts[],
  names: Names,
): readonly UnitFigures[] {
  const codes = new Set([...figures.keys(), ...open.map(({ unit }) => unit)].filter((code) => code !== ""));
  return [...codes].sort().map((code) => {
    const { open: count = 0, overdue = 0 } = open.find(({ unit }) => unit === code) ?? {};
    return { unit: named(code, names), open: count, overdue, figures: figures.get(code) ?? {} };
  });
}

function named(code: string, names: Names) {
  return names.holder(code) ?? { code, name: code };
}
