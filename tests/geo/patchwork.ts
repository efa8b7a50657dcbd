import type { Cell, CellKind, Ring } from "../../geo/cell.ts";
import { UNITS_PER_DEGREE } from "../../geo/units.ts";

/** South-west corner and side of the test patchwork, in index units. */
export const WEST = 1_188_000_000;
export const SOUTH = 355_000_000;
export const STEP = 10_000;

/**
 * `size` × `size` crooked quadrilaterals that tile a square: a lattice whose inner corners are moved by
 * `jitter`, which gives whole numbers in −1..1. Neighbours share their corners exactly.
 */
export function patchwork(size: number, jitter: () => number): readonly Cell[] {
  const corner = Array.from({ length: (size + 1) ** 2 }, (_, place) => {
    const [column, row] = [place % (size + 1), Math.floor(place / (size + 1))];
    const inner = column > 0 && row > 0 && column < size && row < size;
    const move = () => (inner ? Math.round(jitter() * STEP * 0.45) : 0);
    return degrees(WEST + column * STEP + move(), SOUTH + row * STEP + move());
  });
  return Array.from({ length: size ** 2 }, (_, place) => {
    const [column, row] = [place % size, Math.floor(place / size)];
    const first = row * (size + 1) + column;
    const ring = [first, first + 1, first + size + 2, first + size + 1].map((at) => corner[at] ?? [0, 0]);
    return cell(place, ring as Ring);
  });
}

/** A cell of the patchwork's county with the given serial number. */
export function cell(serial: number, ring: Ring, kind: CellKind = "base"): Cell {
  const code = `371122001001${String(serial + 1).padStart(3, "0")}`;
  return {
    code,
    name: `第${serial + 1}网格`,
    townshipCode: code.slice(0, 9),
    communityCode: code.slice(0, 12),
    kind,
    rings: [[ring]],
    validFrom: "2026-01-01",
  };
}

/** A ring around a box given in lattice steps from the south-west corner. */
export function box(west: number, south: number, east: number, north: number): Ring {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return corners.map(([x, y]) => degrees(WEST + x * STEP, SOUTH + y * STEP));
}

/** Index units to a position in degrees. */
export function degrees(x: number, y: number): readonly [number, number] {
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
}

/** A small generator of −1..1 for a seed, so that a failing patchwork can be made again. */
export function jitterOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
