import { encloses, metresToBorder, metresToBox, type Spot, spotAt } from "./borders.ts";
import { toWgs84 } from "./datum.ts";
import { createFinder } from "./find.ts";
import type { Grid } from "./grid.ts";
import { NOBODY, SEVERAL } from "./label.ts";
import type { BadPoint, Candidate, Placement } from "./placement.ts";
import type { Datum, Point, ReportedPoint } from "./point.ts";

/** Says to which cell a reported point belongs, and by which rule. */
export type Placer = (reported: ReportedPoint) => Placement | BadPoint;

export interface PlacerOptions {
  /** A point outside all cells still belongs to a cell whose border is within this many metres. */
  readonly edgeMetres: number;
}

/** A circle may touch hundreds of cells; a person can choose among this many. */
const MOST_CANDIDATES = 8;

/** A placer for one version of the grid. It keeps nothing between calls. */
export function createPlacer(grid: Grid, options: PlacerOptions = { edgeMetres: 30 }): Placer {
  const find = createFinder(grid.index);
  const all = [...grid.cells.keys()];
  const dedicated = all.filter((index) => grid.cells[index]?.kind === "dedicated");

  return function locate(reported) {
    const fault = faultOf(reported);
    if (fault) return fault;
    const datum = reported.datum ?? "wgs84";
    const point = toWgs84(reported, datum);
    const context = {
      grid,
      all,
      dedicated,
      spot: spotAt(point.lng, point.lat),
      accuracy: reported.accuracy ?? 0,
      datum,
      point,
    };
    const owner = find(context.spot.x, context.spot.y);
    if (owner === NOBODY) return placeOutside(context, options.edgeMetres);
    if (owner === SEVERAL) return placeOverlap(context);
    return placeInside(context, owner, "contained");
  };
}

interface Context {
  readonly grid: Grid;
  /** Indices of cells: all, and those of 专属网格. */
  readonly all: readonly number[];
  readonly dedicated: readonly number[];
  readonly spot: Spot;
  readonly accuracy: number;
  readonly datum: Datum;
  readonly point: Point;
}

/**
 * The point is in one cell: this is certain only while the accuracy circle stays inside the cell's border and clear of
 * every 专属网格, for these lie inside other cells without being cut out of them.
 */
function placeInside(context: Context, owner: number, rule: "contained" | "dedicatedFirst"): Placement {
  const { grid, spot, datum, point } = context;
  const cell = codeOf(grid, owner);
  const border = grid.borders[owner];
  const borderMetres = border ? toCentimetres(metresToBorder(border, spot)) : 0;
  const common = { gridVersion: grid.version, datum, point };
  const others = touchedBeside(context, cell, borderMetres);
  if (others.length > 0) {
    const candidates = [{ cell, metres: 0 }, ...others].slice(0, MOST_CANDIDATES);
    return { kind: "ambiguous", candidates, rule: "accuracyCircle", ...common };
  }
  return { kind: "inside", cell, borderMetres, rule, ...common };
}

function touchedBeside(context: Context, cell: string, borderMetres: number): Candidate[] {
  const { accuracy, all, dedicated } = context;
  // An exact point has its one owner on a border too.
  if (accuracy === 0) return [];
  const asked = accuracy > borderMetres ? all : dedicated;
  return cellsWithin(context, accuracy, asked).filter((candidate) => candidate.cell !== cell);
}

/** Several cells hold the point: a single 专属网格 goes before the 基础网格 under it; otherwise a person decides. */
function placeOverlap(context: Context): Placement {
  const { grid, spot, datum, point } = context;
  const owners = grid.cells.flatMap((_, index) => {
    const border = grid.borders[index];
    return border && metresToBox(border, spot) === 0 && encloses(border, spot) ? [index] : [];
  });
  const dedicated = owners.filter((index) => grid.cells[index]?.kind === "dedicated");
  const [only] = dedicated;
  if (only !== undefined && dedicated.length === 1) return placeInside(context, only, "dedicatedFirst");
  const candidates = owners.map((index) => ({ cell: codeOf(grid, index), metres: 0 }));
  return { kind: "ambiguous", candidates, rule: "severalOwners", gridVersion: grid.version, datum, point };
}

function placeOutside(context: Context, edgeMetres: number): Placement {
  const { grid, accuracy, datum, point } = context;
  const common = { gridVersion: grid.version, datum, point };
  const within = cellsWithin(context, Math.max(edgeMetres, accuracy), context.all);
  const touched = within.filter((candidate) => candidate.metres <= accuracy);
  const [nearest] = within;
  if (nearest && nearest.metres <= edgeMetres && touched.length < 2) {
    return { kind: "near", ...nearest, rule: "nearestBorder", ...common };
  }
  if (touched.length > 0) {
    const candidates = touched.slice(0, MOST_CANDIDATES);
    return { kind: "ambiguous", candidates, rule: "accuracyCircle", ...common };
  }
  const farther = nearestCell(context);
  return { kind: "outside", ...(farther && { nearest: farther }), rule: "outsideGrid", ...common };
}

/** Those of some cells whose area comes within a distance of the spot: the nearest first, equal ones by code. */
function cellsWithin({ grid, spot }: Context, metres: number, asked: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  for (const index of asked) {
    const border = grid.borders[index];
    if (border === undefined || metresToBox(border, spot) > metres) continue;
    const away = encloses(border, spot) ? 0 : toCentimetres(metresToBorder(border, spot));
    if (away <= metres) found.push({ cell: codeOf(grid, index), metres: away });
  }
  return found.sort((a, b) => a.metres - b.metres || (a.cell < b.cell ? -1 : 1));
}

function nearestCell({ grid, spot }: Context): Candidate | undefined {
  let nearest: Candidate | undefined;
  for (const [index, border] of grid.borders.entries()) {
    if (nearest && metresToBox(border, spot) >= nearest.metres) continue;
    const metres = toCentimetres(metresToBorder(border, spot));
    if (!nearest || metres < nearest.metres) nearest = { cell: codeOf(grid, index), metres };
  }
  return nearest;
}

function codeOf(grid: Grid, index: number): string {
  return grid.cells[index]?.code ?? "";
}

/** Coordinates are known to a centimetre; more digits would only pretend. */
function toCentimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}

const DATUMS: readonly string[] = ["wgs84", "cgcs2000", "gcj02", "bd09"] satisfies Datum[];

function faultOf({ lng, lat, accuracy = 0, datum = "wgs84" }: ReportedPoint): BadPoint | undefined {
  if (!(lng >= -180 && lng <= 180)) return badPoint("lng", lng, "-180..180");
  if (!(lat >= -90 && lat <= 90)) return badPoint("lat", lat, "-90..90");
  if (!(accuracy >= 0 && accuracy < Infinity)) return badPoint("accuracy", accuracy, "0..");
  if (!DATUMS.includes(datum)) return badPoint("datum", datum, DATUMS.join(" | "));
  return undefined;
}

function badPoint(field: BadPoint["field"], value: unknown, expected: string): BadPoint {
  return { kind: "refusal", code: "badPoint", field, value: String(value), expected };
}
