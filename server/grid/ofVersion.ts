/** Cells of any published version of the grid, to count, place and draw by it. */
import type { Cell } from "../../geo/cell.ts";
import { buildGrid, type Grid } from "../../geo/grid.ts";
import { cellsAt } from "../../geo/resettle.ts";
import type { Store } from "../../db/store.ts";
import { type Refusal, refuse } from "../domain/case.ts";
import type { GridVersion } from "../domain/gridVersion.ts";

export interface GridOfVersion {
  readonly row: GridVersion;
  readonly cells: readonly Cell[];
  readonly grid: Grid;
}

/** Pages ask for the same few again and again. */
const MOST_KEPT = 6;

const kept = new WeakMap<Store, Map<number, GridOfVersion>>();

/** @returns a refusal that names the versions of the governance grid where it is none of them. */
export async function gridOfVersion(
  version: number,
  { store }: { readonly store: Store },
): Promise<GridOfVersion | Refusal> {
  const versions = (await store.grid.versions()).filter(({ layer }) => layer === "governance");
  const row = versions.find((one) => one.version === version);
  if (row) return await heldVersion(row, { store });
  const there = versions.map((one) => one.version).join("、");
  const expected = there === "" ? "还没有发布网格版本" : `治理网格的版本号（${there}）`;
  return refuse("badValue", { field: "gridVersion", given: String(version), expected });
}

/** What is published never changes, so it is read once. */
export async function heldVersion(
  row: GridVersion,
  { store }: { readonly store: Store },
): Promise<GridOfVersion> {
  const known = kept.get(store) ?? new Map<number, GridOfVersion>();
  kept.set(store, known);
  const found = known.get(row.version);
  if (found) return found;
  const cells = await store.grid.cellsOf(row.version);
  const made = { row, cells, grid: buildGrid(cells, String(row.version)) };
  known.set(row.version, made);
  for (const oldest of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(oldest);
  return made;
}

interface Settled {
  /** Of its day; "" for none. */
  readonly cell: string;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** The cell of each row in a grid, "" for none: by its coordinates, or the cell of its day where the grid has it. */
export function resettled(rows: readonly Settled[], grid: Grid): readonly string[] {
  const known = new Set(grid.cells.map(({ code }) => code));
  const points = new Float64Array(2 * rows.length);
  for (const [place, { lng, lat }] of rows.entries()) points.set([lng ?? 0, lat ?? 0], 2 * place);
  const placed = cellsAt(grid, points);
  return rows.map(({ lng, cell }, place) => {
    if (lng === null) return known.has(cell) ? cell : "";
    return placed[place] ?? "";
  });
}
