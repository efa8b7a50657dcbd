/** Closed units with what they left open, and what was moved already. */
import type { Deps } from "../deps.ts";
import { isClosed, successionOf } from "../domain/departments.ts";
import type { ClosedUnit, MovedRow, NamedUnit, SuccessionsAnswer } from "../domain/succession/answers.ts";
import { dayNumber, dayOf } from "../domain/time.ts";

export async function successionsAnswer(deps: Deps): Promise<SuccessionsAnswer> {
  const { clock, reference } = deps;
  const today = dayOf(dayNumber(clock.now()));
  const closed: ClosedUnit[] = [];
  for (const { code, closedOn } of reference.units) {
    if (closedOn === undefined || closedOn > today) continue;
    const heir = successionOf(code, reference.unitsByCode, today)?.heir ?? null;
    const left = await leftBy(code, deps);
    closed.push({ ...named(code, deps), closedOn, heir: heir === null ? null : named(heir, deps), ...left });
  }
  return { closed, moved: await movedRows(deps), now: clock.now() };
}

/** What a unit has open, whether it is closed already or only about to be. */
export async function leftBy(
  unit: string,
  { store }: Deps,
): Promise<{ readonly leads: number; readonly parts: number; readonly calls: number }> {
  const [cases, calls] = await Promise.all([
    store.successions.casesOf(unit),
    store.successions.callsOf(unit),
  ]);
  const leads = cases.filter((row) => row.leads).length;
  return { leads, parts: cases.length - leads, calls: calls.length };
}

async function movedRows(deps: Deps): Promise<readonly MovedRow[]> {
  const today = dayOf(dayNumber(deps.clock.now()));
  const rows = new Map<string, MovedRow>();
  for (const { succeeded } of await deps.store.successions.moved()) {
    const { from, to, at } = succeeded;
    const unit = deps.reference.unitsByCode.get(from);
    const known = rows.get(`${from} ${to}`);
    rows.set(`${from} ${to}`, {
      from: named(from, deps),
      to: named(to, deps),
      at: Math.max(at, known?.at ?? 0),
      cases: (known?.cases ?? 0) + 1,
      canUndo: unit !== undefined && !isClosed(unit, today),
    });
  }
  return [...rows.values()].sort((a, b) => b.at - a.at);
}

function named(code: string, { names }: Deps): NamedUnit {
  return { code, name: names.any(code) };
}
