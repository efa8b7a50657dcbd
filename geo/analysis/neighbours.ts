import type { Cell } from "../cell.ts";
import { toUnits } from "../units.ts";

/** For each cell, the places in the list of those that share a side with it. */
export function neighboursOf(cells: readonly Cell[]): readonly (readonly number[])[] {
  const firstBySide = new Map<string, number>();
  const neighbours = cells.map(() => new Set<number>());
  for (const [place, cell] of cells.entries()) {
    for (const side of sidesOf(cell)) {
      const other = firstBySide.get(side);
      if (other === undefined) firstBySide.set(side, place);
      else if (other !== place) {
        neighbours[other]?.add(place);
        neighbours[place]?.add(other);
      }
    }
  }
  return neighbours.map((places) => [...places].sort((a, b) => a - b));
}

/** The same text for a side whichever way it is drawn. */
function sidesOf({ rings }: Cell): readonly string[] {
  return rings.flat().flatMap((ring) => {
    const corners = ring.map(([lng, lat]) => `${toUnits(lng)},${toUnits(lat)}`);
    return corners.map((corner, place) => {
      const next = corners[(place + 1) % corners.length] ?? corner;
      return corner < next ? `${corner} ${next}` : `${next} ${corner}`;
    });
  });
}
