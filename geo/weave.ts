import type { Atlas, AtlasCell } from "./atlas.ts";
import type { Cell } from "./cell.ts";
import { toUnits, UNITS_PER_DEGREE } from "./units.ts";

/** How far up the hierarchy both sides of a border differ. */
export type BorderLevel = "cell" | "community" | "township" | "rim";

/**
 * Any cells as an atlas: what two cells share is one line, cut where three or more meet. In index units, so that an
 * index built of it answers as exactly as one of the cells themselves. Spans of more than 6.7 degrees are refused.
 */
export function weaveAtlas(cells: readonly Cell[]): Atlas {
  const rings = cells.map((cell) => cell.rings.flat().map(spotsOf));
  const isKnot = knotsOf(rings.flat());
  const arcs: number[][] = [];
  const placeByKey = new Map<string, number>();
  const place = (line: Line): number => {
    const [forward, back] = [keyOf(line), keyOf([...line].reverse())];
    const known = placeByKey.get(forward);
    if (known !== undefined) return known;
    const reversed = placeByKey.get(back);
    if (reversed !== undefined) return -1 - reversed;
    placeByKey.set(forward, arcs.length);
    arcs.push(stepsOf(line));
    return arcs.length - 1;
  };
  const woven = cells.map(({ code, name, kind, validFrom }, index): AtlasCell => {
    return {
      code,
      name,
      kind,
      validFrom,
      arcs: (rings[index] ?? []).flatMap((ring) => cut(ring, isKnot).map(place)),
    };
  });
  return { unitsPerDegree: UNITS_PER_DEGREE, arcs, cells: woven };
}

/**
 * What each line of an atlas divides. Where neighbours have different corners a line knows only one of its sides;
 * `ownerAt` then says whose code lies beyond it, in index units, empty for nobody.
 */
export function levelsOf(atlas: Atlas, ownerAt: (x: number, y: number) => string): readonly BorderLevel[] {
  const owners: string[][] = atlas.arcs.map(() => []);
  for (const { code, arcs } of atlas.cells)
    for (const arc of arcs) owners[arc < 0 ? -1 - arc : arc]?.push(code);
  return atlas.arcs.map((arc, index) => {
    const known = owners[index] ?? [];
    const [one = "", other] = known;
    return levelBetween(one, other ?? beyond(arc, one, ownerAt));
  });
}

type Spot = readonly [x: number, y: number];
type Line = readonly Spot[];

function spotsOf(ring: readonly (readonly [number, number])[]): Line {
  const spots = ring.map(([lng, lat]): Spot => [toUnits(lng), toUnits(lat)]);
  return spots.filter(([x, y], at) => {
    const [nextX, nextY] = spots[(at + 1) % spots.length] ?? [x, y];
    return x !== nextX || y !== nextY;
  });
}

/** A knot is a spot from which lines lead to other than two spots. */
function knotsOf(rings: readonly Line[]): (spot: Spot) => boolean {
  const near = new Map<number, Set<number>>();
  const link = (from: number, to: number) => near.set(from, (near.get(from) ?? new Set<number>()).add(to));
  for (const ring of rings) {
    for (const [at, spot] of ring.entries()) {
      const [here, next] = [numberOf(spot), numberOf(ring[(at + 1) % ring.length] ?? spot)];
      link(here, next);
      link(next, here);
    }
  }
  return (spot) => near.get(numberOf(spot))?.size !== 2;
}

const SPREAD = 2 ** 26;

/** One number for a spot: exact, as both parts stay below 26 bits within a county. */
export function numberOf([x, y]: Spot): number {
  return (((x % SPREAD) + SPREAD) % SPREAD) * SPREAD + (((y % SPREAD) + SPREAD) % SPREAD);
}

/** Lines between the knots of a ring; a ring without one is a line that ends where it begins. */
function cut(ring: Line, isKnot: (spot: Spot) => boolean): readonly Line[] {
  const first = ring.findIndex(isKnot);
  const start = first < 0 ? lowest(ring) : first;
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const lines: Spot[][] = [];
  let line: Spot[] = [];
  for (const [at, spot] of turned.entries()) {
    line.push(spot);
    if (at > 0 && (at === turned.length - 1 || isKnot(spot))) {
      lines.push(line);
      line = [spot];
    }
  }
  return lines;
}

function lowest(ring: Line): number {
  return ring.reduce((best, spot, at) => (numberOf(spot) < numberOf(ring[best] ?? spot) ? at : best), 0);
}

function keyOf(line: Line): string {
  return [line[0], line[1], line.at(-2), line.at(-1), line.length].join(" ");
}

function stepsOf(line: Line): number[] {
  return line.flatMap(([x, y], at) => {
    const [beforeX, beforeY] = line[at - 1] ?? [0, 0];
    return [x - beforeX, y - beforeY];
  });
}

function levelBetween(one: string, other: string): BorderLevel {
  if (other === "" || one === "") return "rim";
  if (one.slice(0, 9) !== other.slice(0, 9)) return "township";
  return one.slice(0, 12) === other.slice(0, 12) ? "cell" : "community";
}

/** About two metres to either side of the middle of a line: one of them is the owner's, the other one the neighbour's. */
const ASIDE = 200;

function beyond(arc: readonly number[], own: string, ownerAt: (x: number, y: number) => string): string {
  const half = Math.max(1, Math.floor(arc.length / 4));
  let [x, y] = [arc[0] ?? 0, arc[1] ?? 0];
  for (let step = 1; step < half; step += 1) {
    x += arc[2 * step] ?? 0;
    y += arc[2 * step + 1] ?? 0;
  }
  const [dx, dy] = [arc[2 * half] ?? 0, arc[2 * half + 1] ?? 0];
  const length = Math.hypot(dx, dy) || 1;
  const [middleX, middleY] = [x + dx / 2, y + dy / 2];
  const sides = [1, -1].map((side) =>
    ownerAt(
      Math.round(middleX - (side * ASIDE * dy) / length),
      Math.round(middleY + (side * ASIDE * dx) / length),
    ),
  );
  return (
    sides.find((code) => code !== "" && code !== own) ?? (sides.every((code) => code === own) ? own : "")
  );
}
