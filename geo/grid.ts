import { type Borders, bordersOf } from "./borders.ts";
import type { Cell } from "./cell.ts";
import { edgesOf } from "./edges.ts";
import { frameAround } from "./frame.ts";
import { packIndex } from "./pack.ts";
import { labelsOf, MOST_CELLS } from "./label.ts";
import { squaresOf } from "./squares.ts";

/**
 * A version of the county's grid: its cells, and two structures made from them that answer
 * "who holds this point" (`index`, one Int32Array) and "how far is the border" (`borders`).
 */
export interface Grid {
  readonly version: string;
  readonly cells: readonly Cell[];
  readonly index: Int32Array;
  readonly borders: Borders;
}

/**
 * Builds the grid of a version. Gaps and overlaps between cells are allowed and will be reported point by
 * point, not repaired. Throws when there are more than 131,071 cells.
 */
export function buildGrid(cells: readonly Cell[], version: string): Grid {
  if (cells.length > MOST_CELLS) {
    throw new RangeError(`Got ${cells.length} cells, at most ${MOST_CELLS} fit into one grid.`);
  }
  const borders = bordersOf(cells);
  const labels = labelsOf(cells.length);
  const edges = edgesOf(borders, labels);
  const frame = frameAround(edges.ends, cells.length);
  const index = packIndex(frame, squaresOf(frame, edges), edges, labels);
  return { version, cells, index, borders };
}
