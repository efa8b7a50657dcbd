/** Points of the ground in squares, so that what lies in a box is found without looking at the rest. */
import type { Box } from "./near.ts";
import type { Point } from "./point.ts";

export interface Nearby<Thing> {
  /** A key that is known already gets the new point and the new thing. */
  put(key: string, point: Point, thing: Thing): void;
  /** An unknown key is no mistake. */
  drop(key: string): void;
  clear(): void;
  /** Everything within a box, its edges included, in no order. */
  inBox(box: Box): Thing[];
  /** Dropping the one in hand while going through them is allowed. */
  things(): Iterable<Thing>;
  size(): number;
}

/** Side of a square in degrees: some 500 m, between the radius of a duplicate and that of an explosion. */
const SIDE = 0.005;
/** More rows of squares than there are from pole to pole. */
const ROWS = 65_536;

interface Placed<Thing> {
  readonly key: string;
  readonly lng: number;
  readonly lat: number;
  readonly square: number;
  readonly thing: Thing;
}

export function createNearby<Thing>(): Nearby<Thing> {
  const placedByKey = new Map<string, Placed<Thing>>();
  const squares = new Map<number, Placed<Thing>[]>();

  function drop(key: string): void {
    const placed = placedByKey.get(key);
    if (placed === undefined) return;
    placedByKey.delete(key);
    const members = squares.get(placed.square) ?? [];
    const last = members.pop();
    if (last !== undefined && last !== placed) members[members.indexOf(placed)] = last;
    if (members.length === 0) squares.delete(placed.square);
  }

  function collect(members: readonly Placed<Thing>[], box: Box, found: Thing[]): void {
    for (const { lng, lat, thing } of members)
      if (lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north) found.push(thing);
  }

  return {
    put(key, { lng, lat }, thing) {
      drop(key);
      const square = squareOf(columnOf(lng), rowOf(lat));
      const placed = { key, lng, lat, square, thing };
      placedByKey.set(key, placed);
      const members = squares.get(square);
      if (members === undefined) squares.set(square, [placed]);
      else members.push(placed);
    },
    drop,
    clear() {
      placedByKey.clear();
      squares.clear();
    },
    inBox(box) {
      const found: Thing[] = [];
      const [left, right] = [columnOf(box.west), columnOf(box.east)];
      const [bottom, top] = [rowOf(box.south), rowOf(box.north)];
      // A box wider than the county, or no box at all: every square that holds something is looked at.
      if (!((right - left + 1) * (top - bottom + 1) <= squares.size)) {
        for (const members of squares.values()) collect(members, box, found);
        return found;
      }
      for (let column = left; column <= right; column += 1)
        for (let row = bottom; row <= top; row += 1) {
          const members = squares.get(squareOf(column, row));
          if (members !== undefined) collect(members, box, found);
        }
      return found;
    },
    *things() {
      for (const { thing } of placedByKey.values()) yield thing;
    },
    size: () => placedByKey.size,
  };
}

function columnOf(lng: number): number {
  return Math.floor((lng + 180) / SIDE);
}

function rowOf(lat: number): number {
  return Math.floor((lat + 90) / SIDE);
}

function squareOf(column: number, row: number): number {
  return column * ROWS + row;
}
