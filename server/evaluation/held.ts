/** Where time is lost: the ledger of held time (时间账) of a period, by stage and by unit. */
import type { FigureQuestion, HeldRow, HeldSum, HeldWanted } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { HeldAnswer, HeldRowAnswer, HeldRowsAnswer } from "../domain/evaluate/answers.ts";
import type { CaseState } from "../domain/case.ts";
import { inScope, type Scope } from "../domain/permit.ts";
import type { Names } from "../view/names.ts";
import { catchUp } from "./figures.ts";
import type { Period } from "./question.ts";

/** Lawful pauses: granted by somebody else, nobody is blamed for them. */
const pauses: readonly CaseState[] = ["waiting", "suspended"];

export async function heldAnswer(question: FigureQuestion, period: Period, deps: Deps): Promise<HeldAnswer> {
  const now = deps.clock.now();
  const counting = await catchUp(deps);
  const sums = await deps.store.evaluation.heldTimes(question, now);
  return {
    from: period.days.from,
    to: period.days.to,
    total: totalOf(sums),
    byState: grouped(sums, ({ state }) => state).map(([state, rows]) => ({
      state,
      held: totalOf(rows),
      // A case that changed hands within a stage is counted for each of them
      cases: rows.reduce((all, row) => all + row.cases, 0),
      pause: pauses.includes(state),
    })),
    byUnit: grouped(sums, ({ unit }) => unit).map(([unit, rows]) => ({
      unit: namedUnit(unit, deps.names),
      held: totalOf(rows),
      paused: totalOf(rows.filter(({ state }) => pauses.includes(state))),
      states: rows.map(({ state, held, cases }) => ({ state, held, cases })).sort((a, b) => b.held - a.held),
    })),
    counting,
    now,
  };
}

export interface HeldAsked extends HeldWanted {
  readonly after: HeldCursor | null;
  readonly limit: number;
}

/** Pages go on as of the instant of the first: what still lies there would change its place between two. */
export interface HeldCursor {
  readonly now: number;
  readonly skip: number;
}

export async function heldRowsAnswer(
  question: FigureQuestion,
  period: Period,
  { after, limit, ...wanted }: HeldAsked,
  deps: Deps,
): Promise<HeldRowsAnswer> {
  const { now, skip } = after ?? { now: deps.clock.now(), skip: 0 };
  await catchUp(deps);
  const { evaluation } = deps.store;
  const sums = (await evaluation.heldTimes(question, now)).filter(
    ({ unit, state }) =>
      (wanted.unit === undefined || wanted.unit === unit) &&
      (wanted.state === undefined || wanted.state === state),
  );
  const rows = await evaluation.heldRows(question, wanted, { now, skip, limit });
  const total = sums.reduce((all, row) => all + row.cases, 0);
  return {
    ...period.days,
    state: wanted.state ?? null,
    unit: wanted.unit === undefined ? null : namedUnit(wanted.unit, deps.names),
    rows: rows.map((row) => rowAnswer(row, question.scope, deps.names)),
    total,
    held: totalOf(sums),
    next: skip + limit < total ? `${now}.${skip + limit}` : null,
    now,
  };
}

function rowAnswer(row: HeldRow, scope: Scope, names: Names): HeldRowAnswer {
  const { caseId, number, state, held, running } = row;
  return {
    caseId,
    number,
    item: names.item(row.itemCode),
    unit: namedUnit(row.unit, names),
    state,
    held,
    running,
    mayOpen: inScope(scope, { ...row, id: caseId }),
  };
}

function namedUnit(unit: string, names: Names) {
  return names.holder(unit) ?? { code: unit, name: unit };
}

/** The most time first. */
function grouped<Key extends string>(
  sums: readonly HeldSum[],
  key: (sum: HeldSum) => Key,
): readonly (readonly [Key, readonly HeldSum[]])[] {
  const groups = new Map<Key, HeldSum[]>();
  for (const sum of sums) groups.set(key(sum), [...(groups.get(key(sum)) ?? []), sum]);
  return [...groups].sort(([, a], [, b]) => totalOf(b) - totalOf(a));
}

function totalOf(sums: readonly HeldSum[]): number {
  return sums.reduce((all, { held }) => all + held, 0);
}
