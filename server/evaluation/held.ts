/** Where time is lost: the ledger of held time (时间账) of a period, by stage and by unit. */
import type { FigureQuestion, HeldSum } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { HeldAnswer } from "../domain/evaluate/answers.ts";
import type { CaseState } from "../domain/case.ts";
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
      unit: deps.names.holder(unit) ?? { code: unit, name: unit },
      held: totalOf(rows),
      paused: totalOf(rows.filter(({ state }) => pauses.includes(state))),
      states: rows.map(({ state, held, cases }) => ({ state, held, cases })).sort((a, b) => b.held - a.held),
    })),
    counting,
    now,
  };
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
