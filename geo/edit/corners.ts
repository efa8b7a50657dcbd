import type { Position } from "../cell.ts";
import { ringFaults } from "../check/rings.ts";
import { toUnits } from "../units.ts";
import {
  type DrawnOnSheet,
  isSame,
  type PenRefusal,
  refused,
  rounded,
  type Sheet,
  withRings,
} from "./sheet.ts";

/** Two centimetres: a corner that lies so near a side lies on it, for rounding allows no better. */
const ON_SIDE_UNITS = 2;

/**
 * Makes a place a corner of every ring whose border passes through it: afterwards all neighbours have it in common.
 * Rings that have it already, or that do not pass there, stay as they are.
 */
export function knit(sheet: Sheet, at: Position): Sheet {
  return withRings(sheet, (ring) => {
    if (ring.some((corner) => isSame(corner, at))) return ring;
    const side = ring.findIndex((from, place) => liesOn(at, from, ring[(place + 1) % ring.length] ?? from));
    return side < 0 ? ring : ring.toSpliced(side + 1, 0, rounded(at));
  });
}

/** Moves a corner for all cells that have it. */
export function moveCorner(sheet: Sheet, from: Position, to: Position): Sheet | PenRefusal {
  const shared = knit(sheet, from);
  const target = rounded(to);
  const moved = withRings(shared, (ring) =>
    ring.some((corner) => isSame(corner, from))
      ? ring.map((corner) => (isSame(corner, from) ? target : corner))
      : ring,
  );
  return sound(sheet, moved);
}

/** Takes a corner out of all borders that have it, unless three cells meet there. */
export function removeCorner(sheet: Sheet, at: Position): Sheet | PenRefusal {
  const shared = knit(sheet, at);
  if (waysFrom(shared, at).size > 2) return refused("junction");
  const without = withRings(shared, (ring) =>
    ring.some((corner) => isSame(corner, at)) ? ring.filter((corner) => !isSame(corner, at)) : ring,
  );
  return sound(sheet, without);
}

/** Where borders lead from a corner. */
function waysFrom(sheet: Sheet, at: Position): ReadonlySet<string> {
  const ways = new Set<string>();
  for (const ring of sheet.flatMap(({ rings }) => rings.flat())) {
    const place = ring.findIndex((corner) => isSame(corner, at));
    if (place < 0) continue;
    for (const next of [ring.at(place - 1), ring[(place + 1) % ring.length]]) ways.add(String(next));
  }
  return ways;
}

/** The sheet after an act, unless the act did nothing or spoilt a border that was whole. */
function sound(before: Sheet, after: Sheet): Sheet | PenRefusal {
  const changed = after.filter((cell, place) => cell !== before[place]);
  if (changed.length === 0) return refused("noCorner");
  if (changed.some(({ rings }) => rings.flat().some((ring) => ring.length < 3)))
    return refused("tooFewCorners");
  const isCrossed = changed.some(
    (cell) => crosses(cell) && !crosses(before.find(({ code }) => code === cell.code)),
  );
  return isCrossed ? refused("selfCrossing") : after;
}

/** Whether a border of a cell crosses itself. */
export function crosses(cell: DrawnOnSheet | undefined): boolean {
  if (cell === undefined) return false;
  const closed = cell.rings.map((part) => part.map((ring) => [...ring, ...ring.slice(0, 1)]));
  return ringFaults({ ...cell, hasCode: true, rings: closed }).some(({ code }) => code === "selfCrossing");
}

/** Whether a place lies on a side, its ends left out. */
export function liesOn(at: Position, from: Position, to: Position): boolean {
  const [x, y] = at.map(toUnits) as [number, number];
  const [x1, y1] = from.map(toUnits) as [number, number];
  const [dx, dy] = [toUnits(to[0]) - x1, toUnits(to[1]) - y1];
  const squared = dx * dx + dy * dy;
  const along = (x - x1) * dx + (y - y1) * dy;
  if (along <= 0 || along >= squared) return false;
  const away = Math.abs((x - x1) * dy - (y - y1) * dx) / Math.sqrt(squared);
  return away <= ON_SIDE_UNITS;
}
