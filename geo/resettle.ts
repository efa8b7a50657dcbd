import { SEVERAL } from "./label.ts";
import { createPlacer } from "./locate.ts";
import type { Grid } from "./grid.ts";
import { ownersIn } from "./reassign.ts";

/**
 * The cell of each of many points in a grid, by the rules of placing: 专属网格 before 基础网格, the nearest border within
 * reach, null where no single cell can be named. Points are lng, lat in turn, in WGS-84 degrees.
 */
export function cellsAt(grid: Grid, points: Float64Array): readonly (string | null)[] {
  const locate = createPlacer(grid);
  return Array.from(ownersIn(grid, points), (owner, place) => {
    if (owner >= 0) return grid.cells[owner]?.code ?? null;
    // A few lie on several cells or beside all of them: those are placed one by one
    const placed = locate({ lng: points[2 * place] ?? 0, lat: points[2 * place + 1] ?? 0 });
    return placed.kind === "inside" || (owner !== SEVERAL && placed.kind === "near") ? placed.cell : null;
  });
}
