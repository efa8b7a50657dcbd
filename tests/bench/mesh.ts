/** Seeded grids of any size to measure with: cells of some 32 corners that share crooked borders, denser in towns. */
import type { Cell, Position } from "../../geo/cell.ts";

/** A county of 莒县's extent, in degrees. */
const WEST = 118.6;
const SOUTH = 35.3;
const WIDE = 0.5;
const HIGH = 0.7;

/** Corners between two crossings of borders. */
const PIECES = 8;

/** `count` is rounded down to a whole number of columns and rows. */
export function meshOf(count: number, random: () => number): readonly Cell[] {
  const columns = Math.floor(Math.sqrt(count));
  const rows = Math.floor(count / columns);
  const crossing = lattice(columns, rows, random);
  const along = borders({ columns, rows, step: 1 / columns }, crossing, random);
  return Array.from({ length: columns * rows }, (_, place) => {
    const [x, y] = [place % columns, Math.floor(place / columns)];
    const ring = [
      ...along(x, y, "east"),
      ...along(x + 1, y, "north"),
      ...along(x, y + 1, "east", "back"),
      ...along(x, y, "north", "back"),
    ];
    return cellOf(place, ring);
  });
}

type Unit = readonly [x: number, y: number];

/** Where borders cross, in a unit square: moved a little, but not on the rim. */
function lattice(columns: number, rows: number, random: () => number): (x: number, y: number) => Unit {
  const move = (at: number, size: number) =>
    (at === 0 || at === size ? at : at + (random() - 0.5) * 0.9) / size;
  const points = Array.from({ length: (columns + 1) * (rows + 1) }, (_, place): Unit => {
    return [move(place % (columns + 1), columns), move(Math.floor(place / (columns + 1)), rows)];
  });
  return (x, y) => points[y * (columns + 1) + x] ?? [0, 0];
}

type Along = (x: number, y: number, way: "east" | "north", turn?: "back") => readonly Position[];

/** Border lines between neighbouring crossings, each drawn once; without their last corner, ready to be joined. */
function borders(
  { columns, rows, step }: { readonly columns: number; readonly rows: number; readonly step: number },
  crossing: (x: number, y: number) => Unit,
  random: () => number,
): Along {
  const lines = { east: new Map<number, Position[]>(), north: new Map<number, Position[]>() };
  for (let y = 0; y <= rows; y += 1) {
    for (let x = 0; x <= columns; x += 1) {
      const key = y * (columns + 1) + x;
      if (x < columns) lines.east.set(key, crooked(crossing(x, y), crossing(x + 1, y), step, random));
      if (y < rows) lines.north.set(key, crooked(crossing(x, y), crossing(x, y + 1), step, random));
    }
  }
  return (x, y, way, turn) => {
    const line = lines[way].get(y * (columns + 1) + x) ?? [];
    return turn === "back" ? line.toReversed().slice(0, -1) : line.slice(0, -1);
  };
}

function crooked(from: Unit, to: Unit, step: number, random: () => number): Position[] {
  return Array.from({ length: PIECES + 1 }, (_, place) => {
    const share = place / PIECES;
    const sway = place === 0 || place === PIECES ? 0 : step * 0.2;
    const x = from[0] + (to[0] - from[0]) * share + (random() - 0.5) * sway;
    const y = from[1] + (to[1] - from[1]) * share + (random() - 0.5) * sway;
    return [round(WEST + WIDE * dense(x)), round(SOUTH + HIGH * dense(y))];
  });
}

/** Three towns in a row: there the cells are five times as narrow as a plain lattice has them. */
function dense(share: number): number {
  return share - (0.8 * Math.sin(6 * Math.PI * share)) / (6 * Math.PI);
}

/** Files carry six digits of a degree. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function cellOf(place: number, ring: readonly Position[]): Cell {
  const code = `371122${String(place + 1).padStart(9, "0")}`;
  return {
    code,
    name: code,
    townshipCode: code.slice(0, 9),
    communityCode: code.slice(0, 12),
    kind: "base",
    rings: [[ring]],
    validFrom: "2026-01-01",
  };
}

/** Points all over the mesh, in degrees: lng, lat in turn. */
export function pointsOver(count: number, random: () => number): Float64Array {
  return Float64Array.from({ length: 2 * count }, (_, place) => {
    return place % 2 === 0 ? WEST + WIDE * random() : SOUTH + HIGH * random();
  });
}

/** Numbers in 0..1, the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
