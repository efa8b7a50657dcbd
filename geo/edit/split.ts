import type { Position, Ring } from "../cell.ts";
import { areaOf } from "../check/rings.ts";
import { degreeScale } from "../near.ts";
import { crosses, knit } from "./corners.ts";
import { type DrawnOnSheet, isSame, type PenRefusal, refused, rounded, type Sheet } from "./sheet.ts";

export interface Split {
  /** The cell to be cut. */
  readonly code: string;
  /** The line that cuts it, from border to border; it may begin and end outside. */
  readonly line: Ring;
  /** How near to the border an end of the line may stop, in metres. */
  readonly reach: number;
  /** What the smaller piece is called; the larger keeps the old code. */
  readonly as: Pick<DrawnOnSheet, "code" | "name">;
}

/** Cuts a cell in two along a line. Where the line meets the border, the neighbours get a corner too. */
export function splitCell(sheet: Sheet, { code, line, reach, as }: Split): Sheet | PenRefusal {
  const cell = sheet.find((row) => row.code === code);
  if (!cell) return refused("noSuchCell");
  if (sheet.some((row) => row.code === as.code)) return refused("takenCode");
  const drawn = line.map(rounded);
  const part = cell.rings.findIndex(([outer = []]) => meetings(outer, drawn, reach).length > 1);
  const outer = cell.rings[part]?.[0];
  if (!outer) return refused("lineMissesCell");
  const [entry, exit, ...more] = meetings(outer, drawn, reach);
  if (!entry || !exit || more.length > 0)
    return refused(more.length > 0 ? "lineCrossesAgain" : "lineMissesCell");
  const path = [entry.at, ...between(drawn, entry.along, exit.along), exit.at];
  if (!holds(outer, middleOf(path))) return refused("lineMissesCell");
  const shared = knit(knit(sheet, entry.at), exit.at);
  const cut = shared.find((row) => row.code === code);
  if (!cut) return refused("noSuchCell");
  return replaced(shared, cut, piecesOf(cut, { part, path, as }));
}

interface Cut {
  readonly part: number;
  readonly path: Ring;
  readonly as: Split["as"];
}

function piecesOf(cell: DrawnOnSheet, { part, path, as }: Cut): readonly DrawnOnSheet[] | PenRefusal {
  const [outer = [], ...holes] = cell.rings[part] ?? [];
  const inner = path.slice(1, -1);
  if (holes.some((hole) => meetings(hole, path, 0).length > 0)) return refused("lineCrossesAgain");
  const one = [...arcOf(outer, path[0], path.at(-1)), ...inner.toReversed()];
  const other = [...arcOf(outer, path.at(-1), path[0]), ...inner];
  const [larger, smaller] = areaOf(one) >= areaOf(other) ? [one, other] : [other, one];
  const holesIn = (ring: Ring) => holes.filter((hole) => hole[0] !== undefined && holds(ring, hole[0]));
  const rest = cell.rings.filter((_, place) => place !== part);
  const pieces = [
    { ...cell, rings: [[larger, ...holesIn(larger)], ...rest] },
    { ...cell, ...as, rings: [[smaller, ...holesIn(smaller)]] },
  ];
  if (pieces.some(({ rings }) => (rings[0]?.[0]?.length ?? 0) < 3)) return refused("lineMissesCell");
  return pieces.some(crosses) ? refused("selfCrossing") : pieces;
}

function replaced(
  sheet: Sheet,
  cell: DrawnOnSheet,
  pieces: readonly DrawnOnSheet[] | PenRefusal,
): Sheet | PenRefusal {
  return "kind" in pieces ? pieces : sheet.flatMap((row) => (row === cell ? pieces : [row]));
}

/** The corners of a ring from one of them on until before another. */
function arcOf(ring: Ring, from: Position | undefined, to: Position | undefined): Ring {
  const start = ring.findIndex((corner) => isSame(corner, from));
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const end = turned.findIndex((corner) => isSame(corner, to));
  return turned.slice(0, end + 1);
}

/** Where a line meets a border: how far along the line, in segments, and the place. */
interface Meeting {
  readonly along: number;
  readonly at: Position;
}

/** A corner so near is meant, in metres: a cut does not leave slivers of a hand's width. */
const SNAP_METRES = 0.5;

function meetings(ring: Ring, line: Ring, reach: number): readonly Meeting[] {
  const found = [...endsNear(ring, line, reach), ...crossings(ring, line)].map(({ along, at }) => {
    const corner = ring.find((candidate) => metres(candidate, at) <= SNAP_METRES);
    return { along, at: corner ?? rounded(at) };
  });
  return found
    .toSorted((a, b) => a.along - b.along)
    .filter(
      ({ at }, place, all) =>
        !all.slice(0, place).some((other) => metres(other.at, at) <= Math.max(reach, SNAP_METRES)),
    );
}

/** Ends of the line that stop just short of the border, or just beyond it. */
function endsNear(ring: Ring, line: Ring, reach: number): readonly Meeting[] {
  return [0, line.length - 1].flatMap((along) => {
    const end = line[along];
    const at = end && nearestOn(ring, end);
    return end && at && reach > 0 && metres(at, end) <= reach ? [{ along, at }] : [];
  });
}

function crossings(ring: Ring, line: Ring): readonly Meeting[] {
  return line.slice(0, -1).flatMap((from, segment) => {
    const to = line[segment + 1] ?? from;
    return ring.flatMap((corner, place) => {
      const next = ring[(place + 1) % ring.length] ?? corner;
      const share = crossing(from, to, { from: corner, to: next });
      if (share === undefined) return [];
      const at: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      return [{ along: segment + share, at }];
    });
  });
}

/** How far along a segment it crosses a side, from 0 to 1. */
function crossing(
  [x1, y1]: Position,
  [x2, y2]: Position,
  { from: [x3, y3], to: [x4, y4] }: { readonly from: Position; readonly to: Position },
): number | undefined {
  const across = (x2 - x1) * (y4 - y3) - (y2 - y1) * (x4 - x3);
  if (across === 0) return undefined;
  const share = ((x3 - x1) * (y4 - y3) - (y3 - y1) * (x4 - x3)) / across;
  const side = ((x3 - x1) * (y2 - y1) - (y3 - y1) * (x2 - x1)) / across;
  return share >= 0 && share <= 1 && side >= 0 && side <= 1 ? share : undefined;
}

function between(line: Ring, from: number, to: number): Ring {
  return line.filter((_, place) => place > from && place < to);
}

function nearestOn(ring: Ring, [lng, lat]: Position): Position | undefined {
  const scale = degreeScale(lat);
  let nearest: Position | undefined;
  for (const [place, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
    const [dx, dy] = [(x2 - x1) * scale.lng, (y2 - y1) * scale.lat];
    const share = ((lng - x1) * scale.lng * dx + (lat - y1) * scale.lat * dy) / (dx * dx + dy * dy || 1);
    const kept = Math.max(0, Math.min(1, share));
    const at: Position = [x1 + kept * (x2 - x1), y1 + kept * (y2 - y1)];
    if (!nearest || metres(at, [lng, lat]) < metres(nearest, [lng, lat])) nearest = at;
  }
  return nearest;
}

function middleOf(path: Ring): Position {
  const [[x1, y1], [x2, y2]] = [path[0] ?? [0, 0], path[1] ?? [0, 0]];
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

function holds(ring: Ring, [x, y]: Position): boolean {
  return ring.reduce((inside, [x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    return crosses ? !inside : inside;
  }, false);
}

function metres([lng, lat]: Position, [otherLng, otherLat]: Position): number {
  const scale = degreeScale(lat);
  return Math.hypot((lng - otherLng) * scale.lng, (lat - otherLat) * scale.lat);
}
