import type { Cell } from "../../geo/cell.ts";

/**
 * The plain truth to hold the index against: every cell, every side, whole numbers of any length.
 * A point on a border belongs to the side it falls on when moved a hair up and then a smaller hair right.
 */
export function ownersByHand(cells: readonly Cell[], x: number, y: number): readonly string[] {
  return cells.filter((cell) => holds(cell, BigInt(x), BigInt(y))).map((cell) => cell.code);
}

function holds(cell: Cell, x: bigint, y: bigint): boolean {
  let crossings = 0;
  for (const ring of cell.rings.flat()) {
    ring.forEach((start, place) => {
      const end = ring[(place + 1) % ring.length] ?? start;
      const [lower, upper] = start[1] <= end[1] ? [start, end] : [end, start];
      const [x1, y1, x2, y2] = [...lower, ...upper].map((degree) => BigInt(Math.round(degree * 1e7))) as [
        bigint,
        bigint,
        bigint,
        bigint,
      ];
      const spans = y1 <= y && y < y2;
      if (spans && x1 * (y2 - y1) + (x2 - x1) * (y - y1) > x * (y2 - y1)) crossings += 1;
    });
  }
  return crossings % 2 === 1;
}
