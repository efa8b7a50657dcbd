import { type Cell, cellsInForce } from "./cell.ts";
import { isSameShape } from "./sameShape.ts";

/** What a redrawing does to the cells in force. */
export interface GridChange {
  /** Cells that go on as they are. */
  readonly kept: readonly Cell[];
  /** Cells that end, with the day from which they no longer count. */
  readonly ended: readonly Cell[];
  /** Cells that begin: new codes, and old codes whose border or name changed. */
  readonly begun: readonly Cell[];
}

/**
 * The change from the cells in force to a newly drawn grid, from a day ("YYYY-MM-DD") on. Nothing is overwritten: a cell
 * that changes ends and begins again, so that cases keep the cell of their day and old figures stay as they were.
 */
export function changeTo(drawn: readonly Cell[], cells: readonly Cell[], day: string): GridChange {
  const inForce = cellsInForce(cells, day);
  const oldByCode = new Map(inForce.map((cell) => [cell.code, cell]));
  const isSame = (cell: Cell) => {
    const old = oldByCode.get(cell.code);
    if (old === undefined || old.name !== cell.name || old.kind !== cell.kind) return false;
    return isSameShape(old.rings, cell.rings);
  };
  const kept = new Set(drawn.filter(isSame).map((cell) => cell.code));
  return {
    kept: inForce.filter((cell) => kept.has(cell.code)),
    ended: inForce.filter((cell) => !kept.has(cell.code)).map((cell) => ({ ...cell, validTo: day })),
    begun: drawn.filter((cell) => !kept.has(cell.code)).map((cell) => ({ ...cell, validFrom: day })),
  };
}

/** All cells there ever were after a change. */
export function cellsAfter(cells: readonly Cell[], { ended, begun }: GridChange): readonly Cell[] {
  const endedByKey = new Map(ended.map((cell) => [lifeKey(cell), cell]));
  return [...cells.map((cell) => endedByKey.get(lifeKey(cell)) ?? cell), ...begun];
}

/** The days on which the grid changed, the first one first: each begins a version that is called by it. */
export function versionDays(cells: readonly Cell[]): readonly string[] {
  const days = cells.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === undefined ? [] : [validTo]),
  ]);
  return [...new Set(days)].sort();
}

/** The version in force on a day: the last change until then. */
export function versionOn(cells: readonly Cell[], day: string): string | undefined {
  return versionDays(cells).findLast((change) => change <= day);
}

/** A code may live several times, one life after the other. */
function lifeKey({ code, validFrom }: Cell): string {
  return `${code} ${validFrom}`;
}
