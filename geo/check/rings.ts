import type { Position, Ring } from "../cell.ts";
import { degreeScale } from "../near.ts";
import { toUnits } from "../units.ts";
import { binsOf, type UnitBox } from "./bins.ts";
import type { DrawnCell } from "./drawing.ts";
import { type GridFault, SLIVER_METRES } from "./fault.ts";

/** What is wrong with the rings of one cell, taken for itself. */
export function ringFaults(cell: DrawnCell): readonly GridFault[] {
  const rings = cell.rings.flat();
  if (rings.some((ring) => ring.some(([lng, lat]) => Number.isNaN(lng + lat)))) {
    return [{ code: "notANumber", severity: "error", cells: [cell.code] }];
  }
  const faults = rings.flatMap((ring) => faultsOf(ring).map((fault) => ({ ...fault, cells: [cell.code] })));
  const metres = rings.reduce((sum, ring, place) => sum + (place === 0 ? 1 : -1) * areaOf(ring), 0);
  if (cell.rings.length === 1 && faults.length === 0 && metres < SLIVER_METRES) {
    const at = rings[0]?.[0];
    const value = `${Math.round(metres)}`;
    return [{ code: "sliver", severity: "warning", cells: [cell.code], value, ...(at && { at }) }];
  }
  return faults;
}

/** Square metres inside a ring, whichever way round it is drawn. */
export function areaOf(ring: Ring): number {
  const [, lat = 0] = ring[0] ?? [];
  const scale = degreeScale(lat);
  return Math.abs(doubleArea(ring) / 2) * scale.lng * scale.lat;
}

/** Twice the area in square degrees; negative when the ring runs clockwise. */
export function doubleArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  return ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
}

type RingFault = Omit<GridFault, "cells">;

function faultsOf(ring: Ring): readonly RingFault[] {
  const [first] = ring;
  const last = ring.at(-1);
  if (!first || !last) return [{ code: "tooFewPoints", severity: "error", value: "0" }];
  const closed = isSame(first, last);
  const open = closed ? ring.slice(0, -1) : ring;
  const corners = open.filter((position, place) => !isSame(position, open.at(place - 1) ?? position));
  const faults: RingFault[] = [];
  if (!closed) faults.push({ code: "notClosed", severity: "error", at: last });
  if (corners.length < open.length) {
    const at = open.find((position, place) => place > 0 && isSame(position, open[place - 1] ?? first));
    faults.push({ code: "repeatedPoint", severity: "warning", ...(at && { at }) });
  }
  if (corners.length < 3) {
    return [...faults, { code: "tooFewPoints", severity: "error", at: first, value: `${corners.length}` }];
  }
  const crossing = crossingOf(corners.map(([lng, lat]) => [toUnits(lng), toUnits(lat)]));
  if (crossing !== undefined) {
    faults.push({ code: "selfCrossing", severity: "error", at: corners[crossing] ?? first });
  }
  return faults;
}

function isSame(a: Position, b: Position): boolean {
  return toUnits(a[0]) === toUnits(b[0]) && toUnits(a[1]) === toUnits(b[1]);
}

/** Below this, looking at every pair is quicker than sorting. */
const FEW_SIDES = 64;

/** The first corner whose side meets a side that is not its neighbour; by whole numbers, so that it is exact. */
function crossingOf(corners: readonly Position[]): number | undefined {
  const sides = corners.map((from, place): Side => [from, corners[(place + 1) % corners.length] ?? from]);
  const bins = sides.length > FEW_SIDES ? binsOf(sides.map(boxOf)) : null;
  for (const [i, one] of sides.entries()) {
    for (const j of bins?.beside(boxOf(one)) ?? sides.keys()) {
      const other = sides[j];
      if (other === undefined || j <= i) continue;
      const joined = j === i + 1 || (i === 0 && j === sides.length - 1);
      if (joined ? turnsBack(one, other) : touch(one, other)) return i;
    }
  }
  return undefined;
}

function boxOf([[x1, y1], [x2, y2]]: Side): UnitBox {
  return { west: Math.min(x1, x2), south: Math.min(y1, y2), east: Math.max(x1, x2), north: Math.max(y1, y2) };
}

type Side = readonly [Position, Position];

function touch([a, b]: Side, [c, d]: Side): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]))
    return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/** Neighbouring sides share a corner; they cross only when one runs back over the other. */
function turnsBack(one: Side, other: Side): boolean {
  const shared = isEqual(one[1], other[0]) ? one[1] : one[0];
  const a = isEqual(one[0], shared) ? one[1] : one[0];
  const b = isEqual(other[0], shared) ? other[1] : other[0];
  const forward = (a[0] - shared[0]) * (b[0] - shared[0]) + (a[1] - shared[1]) * (b[1] - shared[1]);
  return turn(shared, a, b) === 0 && forward > 0;
}

function isEqual(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
