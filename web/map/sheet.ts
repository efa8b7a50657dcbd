/** The base map as it comes, made into paths that a canvas draws at any scale. */
import { type Atlas, outlineOf } from "../../geo/atlas.ts";
import type { Ring } from "../../geo/cell.ts";
import type { BaseMapAnswer, LineKind } from "../../server/domain/mapAnswers.ts";
import type { PlaceKind } from "../../geo/places/place.ts";
import { type Box, worldOf } from "./frame.ts";
import { tintsOf } from "./tints.ts";

/** Paths are drawn in pixels of this zoom around the sheet's middle: small numbers, so that 32-bit floats suffice. */
export const SHEET_ZOOM = 12;

type XY = readonly [x: number, y: number];

export interface Sheet {
  /** In world pixels at zoom 0. */
  readonly origin: XY;
  readonly box: Box;
  readonly townships: readonly Township[];
  /** Each border once, by what it divides. */
  readonly borders: Readonly<Record<"cell" | "community" | "township" | "rim", Path2D>>;
  readonly lines: readonly SheetLine[];
  readonly places: readonly SheetPlace[];
  /** The ground of one cell. */
  readonly cellPath: (code: string) => Path2D | null;
}

interface Township {
  readonly code: string;
  readonly tint: number;
  readonly ground: Path2D;
}

export interface SheetLine {
  readonly kind: LineKind;
  readonly name: string;
  readonly path: Path2D;
  readonly spots: readonly XY[];
}

export interface SheetPlace {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly spot: XY;
}

export function readSheet(answer: BaseMapAnswer): Sheet {
  const { atlas, levels, lines, places } = answer;
  const box = boxAround(answer);
  const origin = worldOf({ lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 });
  const project = projector(origin, atlas.unitsPerDegree);
  const arcs = atlas.arcs.map((steps) => walk(steps, project));
  const codes = [...new Set(atlas.cells.map(({ code }) => code.slice(0, 9)))];
  const tints = tintsOf(atlas);
  return {
    origin,
    box,
    townships: codes.map((code) => ({
      code,
      tint: tints.get(code) ?? 0,
      ground: groundOf(outlineOf(atlas, code).flat(), (spot) => project(spot, 1)),
    })),
    borders: {
      cell: pathOf(arcs.filter((_, at) => levels[at] === "n")),
      community: pathOf(arcs.filter((_, at) => levels[at] === "c")),
      township: pathOf(arcs.filter((_, at) => levels[at] === "t")),
      rim: pathOf(arcs.filter((_, at) => levels[at] === "r")),
    },
    lines: lines.map(({ kind, name, steps }) => {
      const spots = walk(steps, project);
      return { kind, name, spots, path: pathOf([spots]) };
    }),
    places: places.map(({ kind, name, at }) => ({ kind, name, spot: project(at, 1) })),
    cellPath: cellPaths(atlas, arcs),
  };
}

/** Paths of cells, each made when it is first asked for. */
function cellPaths({ cells }: Atlas, arcs: readonly (readonly XY[])[]): Sheet["cellPath"] {
  const roundByCode = new Map(cells.map((cell) => [cell.code, cell.arcs]));
  const made = new Map<string, Path2D>();
  return (code) => {
    const round = roundByCode.get(code);
    if (!round) return null;
    const path =
      made.get(code) ??
      joined(round.map((arc) => (arc < 0 ? [...(arcs[-1 - arc] ?? [])].reverse() : (arcs[arc] ?? []))));
    made.set(code, path);
    return path;
  };
}

/** Lines that go on where the one before ended are one ring. */
function joined(lines: readonly (readonly XY[])[]): Path2D {
  const path = new Path2D();
  let end: XY | undefined;
  for (const line of lines) {
    for (const [at, [x, y]] of line.entries()) {
      if (at > 0) path.lineTo(x, y);
      else if (end?.[0] !== x || end[1] !== y) path.moveTo(x, y);
    }
    end = line.at(-1);
  }
  return path;
}

function projector(origin: XY, unitsPerDegree: number) {
  const scale = 2 ** SHEET_ZOOM;
  return ([lng, lat]: XY, units = unitsPerDegree): XY => {
    const [x, y] = worldOf({ lng: lng / units, lat: lat / units });
    return [(x - origin[0]) * scale, (y - origin[1]) * scale];
  };
}

function walk(steps: readonly number[], project: (spot: XY) => XY): readonly XY[] {
  const spots: XY[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    spots.push(project([x, y]));
  }
  return spots;
}

function pathOf(lines: readonly (readonly XY[])[]): Path2D {
  const path = new Path2D();
  for (const line of lines)
    for (const [at, [x, y]] of line.entries()) path[at === 0 ? "moveTo" : "lineTo"](x, y);
  return path;
}

function groundOf(rings: readonly Ring[], project: (spot: XY) => XY): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (const [at, spot] of ring.entries()) path[at === 0 ? "moveTo" : "lineTo"](...project(spot));
    path.closePath();
  }
  return path;
}

function boxAround({ atlas, places }: BaseMapAnswer): Box {
  let box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const hold = (lng: number, lat: number) => {
    box = {
      west: Math.min(box.west, lng),
      south: Math.min(box.south, lat),
      east: Math.max(box.east, lng),
      north: Math.max(box.north, lat),
    };
  };
  for (const steps of atlas.arcs) {
    walk(steps, (spot) => {
      hold(spot[0] / atlas.unitsPerDegree, spot[1] / atlas.unitsPerDegree);
      return spot;
    });
  }
  for (const { at } of places) hold(...at);
  return box.west <= box.east ? box : { west: 73, south: 18, east: 135, north: 54 };
}
