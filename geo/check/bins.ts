/** Boxes in a raster of bins, so that what lies at a spot or beside a box is found without looking at the rest. */

/** In index units, edges included. */
export interface UnitBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Bins {
  /** Places of the boxes that hold a spot, in rising order. */
  at(x: number, y: number): readonly number[];
  /** Places of boxes that may touch one, each once, in no order. */
  beside(box: UnitBox): Iterable<number>;
}

/** About as many bins as boxes: a box of common size then lies in few of them. */
const FEWEST = 8;

export function binsOf(boxes: readonly UnitBox[]): Bins {
  const { west, south, east, north } = boxAround(boxes);
  const side = Math.max(FEWEST, Math.ceil(Math.sqrt(boxes.length)));
  const [wide, high] = [(east - west) / side || 1, (north - south) / side || 1];
  const columnOf = (x: number) => Math.min(side - 1, Math.max(0, Math.floor((x - west) / wide)));
  const rowOf = (y: number) => Math.min(side - 1, Math.max(0, Math.floor((y - south) / high)));
  const bins: number[][] = [];
  for (const [place, box] of boxes.entries())
    for (const bin of binsUnder(box)) (bins[bin] ??= []).push(place);

  function* binsUnder(box: UnitBox): Iterable<number> {
    const [first, last] = [columnOf(box.west), columnOf(box.east)];
    for (let row = rowOf(box.south); row <= rowOf(box.north); row += 1)
      for (let column = first; column <= last; column += 1) yield row * side + column;
  }

  return {
    at: (x, y) =>
      (bins[rowOf(y) * side + columnOf(x)] ?? []).filter((place) => {
        const box = boxes[place];
        return box && x >= box.west && x <= box.east && y >= box.south && y <= box.north;
      }),
    *beside(box) {
      const seen = new Set<number>();
      for (const bin of binsUnder(box))
        for (const place of bins[bin] ?? []) {
          if (seen.has(place)) continue;
          seen.add(place);
          yield place;
        }
    },
  };
}

/** The box around all of them; a loop, because a million boxes are too many to spread into a call. */
function boxAround(boxes: readonly UnitBox[]): UnitBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    west = Math.min(west, box.west);
    south = Math.min(south, box.south);
    east = Math.max(east, box.east);
    north = Math.max(north, box.north);
  }
  return { west, south, east, north };
}
