/** Open cases counted by cell: by the cells of their day, or by those of a chosen version of the grid. */
import type { Deps } from "../deps.ts";
import type { Actor, Refusal } from "../domain/case.ts";
import type { MapCountsAnswer } from "../domain/mapAnswers.ts";
import { scopeOf } from "../domain/permit.ts";
import { gridOfVersion, resettled } from "../grid/ofVersion.ts";

type Counted = Pick<Deps, "store" | "clock" | "names">;

export async function countsOfDay(actor: Actor, { store, clock, names }: Counted): Promise<MapCountsAnswer> {
  const counts = await store.stats.byCell(scopeOf(actor), clock.now());
  const cells = counts.map(({ cell, open, overdue }) => ({
    code: cell,
    name: names.cell(cell)?.name ?? cell,
    open,
    overdue,
  }));
  return { gridVersion: null, cells, beside: 0 };
}

export async function countsOnVersion(
  actor: Actor,
  version: number,
  { store, clock }: Counted,
): Promise<MapCountsAnswer | Refusal> {
  const found = await gridOfVersion(version, { store });
  if ("kind" in found) return found;
  const rows = await store.stats.openPlaces(scopeOf(actor), clock.now());
  const sums = new Map<string, { open: number; overdue: number }>();
  for (const [place, cell] of resettled(rows, found.grid).entries()) {
    const sum = sums.get(cell) ?? { open: 0, overdue: 0 };
    sums.set(cell, sum);
    sum.open += 1;
    sum.overdue += rows[place]?.isOverdue === true ? 1 : 0;
  }
  const cells = found.cells.flatMap(({ code, name }) => {
    const sum = sums.get(code);
    return sum === undefined ? [] : [{ code, name, ...sum }];
  });
  const { validFrom } = found.row;
  return { gridVersion: { version, validFrom }, cells, beside: sums.get("")?.open ?? 0 };
}
