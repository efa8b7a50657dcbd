import { createBulkFinder } from "./find.ts";
import type { Grid } from "./grid.ts";

/**
 * Which cell of a grid holds each of many points: places in `grid.cells`, or NOBODY or SEVERAL. Points are lng, lat in
 * turn, in WGS-84 degrees. A table of ten million old cases is re-assigned to a redrawn grid in about a second.
 */
export function ownersIn(grid: Pick<Grid, "index">, points: Float64Array): Int32Array {
  const owners = new Int32Array(points.length / 2);
  createBulkFinder(grid.index)(points, owners);
  return owners;
}

/** How many points each cell holds, in the order of the cells; those of nobody and of several are not counted. */
export function countsIn(grid: Pick<Grid, "index" | "cells">, points: Float64Array): Int32Array {
  const counts = new Int32Array(grid.cells.length);
  for (const owner of ownersIn(grid, points)) {
    if (owner >= 0) counts[owner] = (counts[owner] ?? 0) + 1;
  }
  return counts;
}
