import type { Area, Cell, CellKind, Position, Ring } from "./cell.ts";

/**
 * Cells drawn with shared border lines ("arcs"), so that neighbours cannot drift apart and a county stays
 * small on the wire. An arc is x, y and then steps dx, dy … in whole units.
 */
export interface Atlas {
  readonly unitsPerDegree: number;
  readonly arcs: readonly (readonly number[])[];
  readonly cells: readonly AtlasCell[];
}

/** `arcs` go once round the cell, counter-clockwise: k is arc k as drawn, −1−k is arc k backwards. */
export interface AtlasCell {
  readonly code: string;
  readonly name: string;
  readonly kind: CellKind;
  readonly validFrom: string;
  readonly arcs: readonly number[];
}

/**
 * The cells of an atlas with their rings. A hole comes as a part of its own: what two parts hold belongs to neither,
 * which is how the index reads them.
 */
export function cellsOf(atlas: Atlas): readonly Cell[] {
  return atlas.cells.map(({ arcs, ...cell }) => ({
    ...cell,
    townshipCode: cell.code.slice(0, 9),
    communityCode: cell.code.slice(0, 12),
    rings: ringsOf(arcs.map((arc) => walk(atlas, arc))).map((ring) => [ring]),
  }));
}

/** Lines in the order of their rings: where one does not begin at the end of the one before, a new ring begins. */
function ringsOf(lines: readonly Position[][]): readonly Ring[] {
  const rings: Position[][] = [];
  let end = "";
  for (const line of lines) {
    if (keyOf(line[0]) !== end || closes(rings.at(-1), line[0])) rings.push([]);
    rings.at(-1)?.push(...line.slice(0, -1));
    end = keyOf(line.at(-1));
  }
  return rings;
}

/** Two rings that touch in the spot where both begin are still two. */
function closes(ring: readonly Position[] | undefined, start: Position | undefined): boolean {
  return ring !== undefined && ring.length > 2 && keyOf(ring[0]) === keyOf(start);
}

/** The outline of all cells whose code starts with a prefix: a community's, a township's or the county's. */
export function outlineOf(atlas: Atlas, codePrefix: string): Area {
  const inside = atlas.cells.filter((cell) => cell.code.startsWith(codePrefix)).flatMap((cell) => cell.arcs);
  const directed = new Set(inside);
  const rim = inside.filter((arc) => !directed.has(-1 - arc));
  return nest(chain(rim.map((arc) => walk(atlas, arc))));
}

/** The positions along an arc, both ends included, in the direction asked for. */
function walk({ arcs, unitsPerDegree }: Atlas, arc: number): Position[] {
  const steps = arcs[arc < 0 ? -1 - arc : arc] ?? [];
  const line: Position[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    line.push([x / unitsPerDegree, y / unitsPerDegree]);
  }
  return arc < 0 ? line.reverse() : line;
}

/** Joins lines end to start into closed rings. */
function chain(lines: readonly Position[][]): Ring[] {
  const byStart = new Map(lines.map((line) => [keyOf(line[0]), line]));
  const rings: Ring[] = [];
  for (const first of lines) {
    const ring: Position[] = [];
    let line = byStart.get(keyOf(first[0]));
    while (line) {
      byStart.delete(keyOf(line[0]));
      ring.push(...line.slice(0, -1));
      line = byStart.get(keyOf(line.at(-1)));
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
}

/** Puts each hole (clockwise) behind the outer ring that holds it. */
export function nest(rings: readonly Ring[]): Area {
  const outers = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return outers.map((outer) => [outer, ...holes.filter((hole) => hole[0] && holds(outer, hole[0]))]);
}

function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function holds(ring: Ring, [x, y]: Position): boolean {
  return ring.reduce((inside, [x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    return crosses ? !inside : inside;
  }, false);
}

function keyOf(position: Position | undefined): string {
  return position ? position.join(" ") : "";
}
