/** Limits tried on the clocks of the last month: how many would have been late, and which another line would measure. */
import type { ClockOfCase } from "../../db/store/county.ts";
import { type Clock, spentUntil } from "../domain/clock.ts";
import type { CountyTrial, TrialTable } from "../domain/county/answers.ts";
import { generalCode } from "../domain/limits.ts";
import { scopeOf } from "../domain/permit.ts";
import type { PolicyCode, Reference } from "../domain/reference.ts";
import type { Budget } from "../domain/taxonomy.ts";
import { DAY } from "../domain/time.ts";
import { clockWords } from "../domain/words.ts";
import { amountOf, deadline } from "../domain/worktime.ts";
import { brief, budgetText } from "../print/format.ts";
import { MOST_CLOCKS, MOST_ROWS, TRIAL_DAYS, type Trying } from "./trying.ts";

/** What counts already is not changed: a clock keeps the limit it began with. */
export async function tryLimits(trying: Trying): Promise<CountyTrial> {
  const { deps, after } = trying;
  const from = deps.clock.now() - TRIAL_DAYS * DAY;
  const clocks = await deps.store.county.clocks({ from, limit: MOST_CLOCKS });
  const judged = clocks.filter(({ clock }) => clock.outcome !== "void");
  const changed = changedLines(deps.reference, after);
  const comingAndGoing = linesOfOne(deps.reference, after);
  const switched = judged.flatMap((row) => switchOf(row, comingAndGoing, trying));
  const lines = comingAndGoing.map((line) => ({
    ...line,
    measured: switched.filter(({ before, next }) => before.code === line.code || next.code === line.code),
  }));
  const rows = [
    ...changed.map((line) => changedRow(line, judged, trying)),
    ...lines.map((line) => lineRow(line, trying)),
  ].map((cells) => ({ caseId: null, cells }));
  const [coming, going] = [true, false].map((comes) => lines.filter((line) => line.comes === comes).length);
  return {
    words: [
      `近 ${TRIAL_DAYS} 天起算的计时共 ${clocks.length} 个；时限改动 ${changed.length} 项，新增 ${coming} 项，取消 ${going} 项。`,
      ...lines.map(lineSentence),
      "事项或立案条件自己写明时限的不受影响。已经开始的计时不变，新时限只对生效后开始的起作用。",
    ],
    columns: ["时限", "现行", "改为", `近 ${TRIAL_DAYS} 天件数`, "按现行超期", "按新时限超期"],
    rows,
    total: rows.length,
    ...(lines.length > 0 && { cases: casesOf(switched, trying) }),
  };
}

/** A line that stands before and after, with another limit. */
interface ChangedLine {
  readonly code: PolicyCode;
  readonly before: Budget;
  readonly next: Budget;
}

function changedLines(before: Reference, after: Reference): readonly ChangedLine[] {
  return [...after.policies].flatMap(([code, { budget }]) => {
    const old = before.policies.get(code)?.budget;
    if (old === undefined || (old.value === budget.value && old.unit === budget.unit)) return [];
    return [{ code, before: old, next: budget }];
  });
}

function changedRow({ code, before, next }: ChangedLine, clocks: readonly ClockOfCase[], trying: Trying) {
  const asked = clocks.flatMap(({ clock }) => (clock.policy.code === code ? [clock] : []));
  const late = (budget: Budget) => asked.filter((clock) => isLate(clock, budget, trying)).length;
  return [
    trying.after.policyTexts.get(code)?.name ?? code,
    budgetText(before),
    budgetText(next),
    String(asked.length),
    String(late(before)),
    String(late(next)),
  ];
}

/** A line that the draft brings or takes away: a county may do without some. */
interface Line {
  readonly code: PolicyCode;
  readonly name: string;
  readonly budget: Budget;
  readonly comes: boolean;
}

interface MeasuringLine extends Line {
  readonly measured: readonly Switch[];
}

function linesOfOne(before: Reference, after: Reference): readonly Line[] {
  const without = (one: Reference, other: Reference, comes: boolean) =>
    [...one.policies].flatMap(([code, { budget }]) =>
      other.policies.has(code) ? [] : [{ code, name: nameOf(code, one), budget, comes }],
    );
  return [...without(after, before, true), ...without(before, after, false)];
}

/** A clock that one line measures and that would have begun by another. */
interface Switch {
  readonly row: ClockOfCase;
  readonly before: Limit;
  readonly next: Limit;
}

type Limit = Pick<Line, "code" | "name" | "budget">;

/** Limits of matters, of stages and of emergencies are none of the county's general lines: their clocks stay. */
function switchOf(row: ClockOfCase, lines: readonly Line[], { deps, after }: Trying): readonly Switch[] {
  const { clock, urgency } = row;
  const before = limitOf(clock.policy.code, deps.reference);
  const next = limitOf(generalCode(clock.kind, { urgency }, after), after);
  if (before === null || next === null || before.code === next.code) return [];
  return lines.some(({ code }) => code === before.code || code === next.code) ? [{ row, before, next }] : [];
}

/** @returns null where the code is none of the county's lines. */
function limitOf(code: string, reference: Reference): Limit | null {
  const [found] = [...reference.policies].filter(([name]) => name === code);
  if (found === undefined) return null;
  return { code: found[0], name: nameOf(found[0], reference), budget: found[1].budget };
}

function nameOf(code: PolicyCode, { policyTexts }: Reference): string {
  return policyTexts.get(code)?.name ?? code;
}

function lineRow({ name, budget, comes, measured }: MeasuringLine, trying: Trying): readonly string[] {
  const late = (side: "before" | "next") =>
    measured.filter((one) => isLate(one.row.clock, one[side].budget, trying)).length;
  return [
    name,
    comes ? "没有这一项" : budgetText(budget),
    comes ? budgetText(budget) : "取消",
    String(measured.length),
    String(late("before")),
    String(late("next")),
  ];
}

function lineSentence({ name, budget, comes, measured }: MeasuringLine): string {
  const line = `${comes ? "新增" : "取消"}${limitText({ name, budget })}`;
  if (measured.length === 0) return `${line}：近 ${TRIAL_DAYS} 天没有案卷${comes ? "会用到它" : "用到它"}。`;
  const cases = new Set(measured.map(({ row }) => row.caseId)).size;
  const others = new Set(measured.map(({ before, next }) => limitText(comes ? before : next)));
  const other = [...others].join("、");
  const change = comes ? `会由它计，不再按${other}` : `失去它，改按${other}`;
  return `${line}：近 ${TRIAL_DAYS} 天有 ${cases} 件案卷的 ${measured.length} 个计时${change}，逐件列在下面。`;
}

/** The newest first. */
function casesOf(switched: readonly Switch[], { actor, deps }: Trying): TrialTable {
  const seesAll = scopeOf(actor).kind === "all";
  return {
    columns: ["案卷", "计时", "现行时限", "改后时限", "按现行到期", "改后到期"],
    rows: switched
      .slice(-MOST_ROWS)
      .reverse()
      .map(({ row: { clock, caseId, number }, before, next }) => {
        const calendar = deps.calendars.frozen(clock.policy.calendar);
        const due = ({ budget }: Limit) => brief(deadline(clock.startedAt, budget, calendar));
        return {
          caseId: seesAll ? caseId : null,
          cells: [number, clockWords[clock.kind], cellText(before), cellText(next), due(before), due(next)],
        };
      }),
    total: switched.length,
  };
}

function cellText({ name, budget }: Limit): string {
  return `${name} ${budgetText(budget)}`;
}

function limitText({ name, budget }: Pick<Limit, "name" | "budget">): string {
  return `“${name}”（${budgetText(budget)}）`;
}

/** By the time that counted, pauses taken out, where the limit is of the same unit; else by the calendar. */
function isLate(clock: Clock, budget: Budget, { deps }: Trying): boolean {
  const calendar = deps.calendars.frozen(clock.policy.calendar);
  const now = deps.clock.now();
  if (clock.policy.budget.unit === budget.unit) return spentUntil(clock, now, calendar) >= amountOf(budget);
  return (clock.stoppedAt ?? now) >= deadline(clock.startedAt, budget, calendar);
}
