/** What a version of the grid is, in one line to compare: the same cells give the same hash in every database. */
import { createHash } from "node:crypto";
import type { Cell } from "../geo/cell.ts";
import { toUnits } from "../geo/units.ts";

/** SHA-256 over code, name, kind and borders (in whole units of 1e-7 degree) of all cells, by code. */
export function hashOfCells(cells: readonly Cell[]): string {
  const hash = createHash("sha256");
  for (const { code, name, kind, rings } of cells.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const units = rings.map((part) => part.map((ring) => ring.map((corner) => corner.map(toUnits))));
    hash.update(`${JSON.stringify([code, name, kind, units])}\n`);
  }
  return hash.digest("hex");
}
