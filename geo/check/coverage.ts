import { type Borders, bordersOf, encloses } from "../borders.ts";
import type { Cell, Position, Ring } from "../cell.ts";
import { UNITS_PER_DEGREE, toUnits } from "../units.ts";
import { loopsOf } from "../loops.ts";
import { numberOf } from "../weave.ts";
import { type Bins, binsOf } from "./bins.ts";
import type { GridFault } from "./fault.ts";
import { areaOf, doubleArea } from "./rings.ts";

/**
 * Gaps and overlaps between cells that should cover the county side by side. Sides that two neighbours draw in
 * opposite directions cancel; what remains is the outer border and every place where neighbours disagree. There cells are
 * counted one by one: an index knows two or three on one another for certain, a file may hold the same one a thousand times.
 */
export function coverageFaults(cells: readonly Cell[]): readonly GridFault[] {
  const loose = looseSides(cells);
  const borders = bordersOf(cells);
  const codes = cells.map(({ code }) => code);
  const ownersAt = ownersBy(borders, binsOf(borders));
  return [...gapsAmong(loose, ownersAt), ...overlapsAmong(loose, ownersAt)].map(({ owners, ...fault }) => ({
    ...fault,
    cells: owners.map((owner) => codes[owner] ?? ""),
  }));
}

/** All cells that hold a place. */
type OwnersAt = (x: number, y: number) => readonly number[];

/** One side of a cell, with the cell on its left; in index units. */
interface Side {
  readonly owner: number;
  readonly from: Position;
  readonly to: Position;
}

type FaultOfOwners = Omit<GridFault, "cells"> & { readonly owners: readonly number[] };

/** Two centimetres: beside a border, yet beyond its rounding. */
const BESIDE = 2;
/** Smaller holes come from corners that lie beside a neighbour's side instead of on it (T-junctions). */
const SMALLEST_GAP_METRES = 1;

/** Overlaps that are told. */
const MOST_OVERLAPS = 1000;
/** Owners met on the way, squared: where hundreds of cells lie on one another a look takes long. */
const MOST_LOOKS = 4_000_000;

function looseSides(cells: readonly Cell[]): readonly Side[] {
  const sides = cells.flatMap((cell, owner) =>
    cell.rings.flatMap((part) =>
      part.flatMap((ring, place) => {
        return sidesOf(ring, owner, place > 0);
      }),
    ),
  );
  const byStart = new Map<number, Side[]>();
  for (const side of sides) {
    const back = byStart.get(numberOf(side.to));
    const opposite = back?.findIndex(({ to }) => to[0] === side.from[0] && to[1] === side.from[1]) ?? -1;
    if (opposite >= 0) back?.splice(opposite, 1);
    else listAt(byStart, numberOf(side.from)).push(side);
  }
  return [...byStart.values()].flat();
}

/** Sides in order, with the area on the left: outer rings counter-clockwise, holes clockwise. */
function sidesOf(ring: Ring, owner: number, isHole: boolean): readonly Side[] {
  const inOrder = doubleArea(ring) < 0 === isHole ? ring : ring.toReversed();
  const corners = inOrder.map(([lng, lat]): Position => [toUnits(lng), toUnits(lat)]);
  return corners.flatMap((from, place) => {
    const to = corners[(place + 1) % corners.length] ?? from;
    return from[0] === to[0] && from[1] === to[1] ? [] : [{ owner, from, to }];
  });
}

function gapsAmong(loose: readonly Side[], ownersAt: OwnersAt): readonly FaultOfOwners[] {
  return loopsOf(loose).flatMap((loop) => {
    const ring = loop.map(({ from }): Position => [from[0] / UNITS_PER_DEGREE, from[1] / UNITS_PER_DEGREE]);
    if (doubleArea(ring) >= 0 || areaOf(ring) < SMALLEST_GAP_METRES) return [];
    const open = loop.map((side) => beside(side, -BESIDE)).find((spot) => ownersAt(...spot).length === 0);
    if (!open) return [];
    const owners = [...new Set(loop.map(({ owner }) => owner))];
    const value = `${Math.round(areaOf(ring))}`;
    return [{ code: "gap", severity: "error", owners, at: degrees(open), value }];
  });
}

function overlapsAmong(loose: readonly Side[], ownersAt: OwnersAt): readonly FaultOfOwners[] {
  const found = new Map<string, FaultOfOwners>();
  let looks = 0;
  for (const side of loose) {
    // A drawing that overlaps so much is refused already; the rest of a thousand faults would help nobody
    if (looks > MOST_LOOKS || found.size >= MOST_OVERLAPS) break;
    for (const spot of [beside(side, BESIDE), beside(side, -BESIDE)]) {
      const owners = ownersAt(...spot);
      looks += owners.length ** 2;
      if (owners.length < 2 || found.has(owners.join())) continue;
      found.set(owners.join(), { code: "overlap", severity: "error", owners, at: degrees(spot) });
    }
  }
  return [...found.values()];
}

/** The middle of a side, moved to its left (or right) by some units. */
function beside({ from, to }: Side, units: number): readonly [x: number, y: number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const x = (from[0] + to[0]) / 2 - (dy / length) * units;
  return [Math.round(x), Math.round((from[1] + to[1]) / 2 + (dx / length) * units)];
}

function ownersBy(borders: Borders, bins: Bins): OwnersAt {
  return (x, y) =>
    bins.at(x, y).filter((place) => {
      const border = borders[place];
      return border && encloses(border, { x, y });
    });
}

function degrees([x, y]: readonly [number, number]): Position {
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
}

function listAt(byStart: Map<number, Side[]>, start: number): Side[] {
  const known = byStart.get(start);
  if (known) return known;
  const made: Side[] = [];
  byStart.set(start, made);
  return made;
}
