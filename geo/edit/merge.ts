import { nest } from "../atlas.ts";
import type { Position } from "../cell.ts";
import { loopsOf, pointKey } from "../loops.ts";
import { toUnits, UNITS_PER_DEGREE } from "../units.ts";
import { knit } from "./corners.ts";
import { type PenRefusal, refused, type Sheet } from "./sheet.ts";

/** Makes one cell of several neighbours; it keeps the code and the name of the first. */
export function mergeCells(sheet: Sheet, codes: readonly string[]): Sheet | PenRefusal {
  const [first, ...others] = codes;
  if (first === undefined || others.length === 0) return refused("tooFewCells");
  const chosen = sheet.filter(({ code }) => codes.includes(code));
  if (chosen.length < codes.length) return refused("noSuchCell");
  // Corners of one that lie on a side of the other: only then do their sides cancel
  const shared = chosen.flatMap(({ rings }) => rings.flat(2)).reduce(knit, chosen);
  const rings = nest(loopsOf(outerSides(shared)).map((loop) => loop.map(({ from }) => degrees(from))));
  const partsBefore = chosen.reduce((sum, cell) => sum + cell.rings.length, 0);
  if (rings.length > partsBefore - others.length) return refused("notNeighbours");
  return sheet.flatMap((cell) => {
    if (cell.code === first) return [{ ...cell, rings }];
    return others.includes(cell.code) ? [] : [cell];
  });
}

interface Side {
  readonly from: Position;
  readonly to: Position;
}

/** Sides that no other chosen cell runs along in the opposite direction; in index units. */
function outerSides(cells: Sheet): readonly Side[] {
  const sides = new Map<string, Side>();
  for (const ring of cells.flatMap((cell) => cell.rings.flat())) {
    const corners = ring.map(([lng, lat]): Position => [toUnits(lng), toUnits(lat)]);
    for (const [place, from] of corners.entries()) {
      const to = corners[(place + 1) % corners.length] ?? from;
      const back = `${pointKey(to)} ${pointKey(from)}`;
      if (sides.has(back)) sides.delete(back);
      else sides.set(`${pointKey(from)} ${pointKey(to)}`, { from, to });
    }
  }
  return [...sides.values()];
}

function degrees([x, y]: Position): Position {
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
}
