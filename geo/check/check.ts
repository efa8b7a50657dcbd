import type { Cell, Position } from "../cell.ts";
import { toWgs84 } from "../datum.ts";
import { MOST_CELLS } from "../label.ts";
import { systematicOffset } from "../offset.ts";
import type { Datum, Point } from "../point.ts";
import { type CodeRule, codeFaults } from "./codes.ts";
import { coverageFaults } from "./coverage.ts";
import type { Drawing, DrawnCell } from "./drawing.ts";
import type { GridFault } from "./fault.ts";
import { doubleArea, ringFaults } from "./rings.ts";

export interface CheckOptions extends CodeRule {
  /** The day from which the cells shall be in force. */
  readonly validFrom: string;
  /** What the person who imports says of the coordinates; the file's own statement goes before it. */
  readonly datum?: Datum;
  /** The grid in force, to see whether the new one lies elsewhere. */
  readonly published?: readonly Cell[];
}

/** A drawing that was judged: its cells in WGS-84, as far as they can be drawn at all, and all that is wrong. */
export interface CheckedGrid {
  readonly cells: readonly Cell[];
  readonly datum: Datum;
  readonly faults: readonly GridFault[];
}

/** Judges a drawing before it is published (导入检查). */
export function checkGrid(drawing: Drawing, options: CheckOptions): CheckedGrid {
  const datum = drawing.datum ?? options.datum ?? "wgs84";
  const stated = drawing.datum !== undefined || options.datum !== undefined;
  const corners = drawing.cells.reduce(
    (sum, { rings }) => sum + rings.flat().reduce((n, ring) => n + ring.length, 0),
    0,
  );
  if (corners > MOST_CORNERS) return { cells: [], datum, faults: [...drawing.faults, tooDetailed(corners)] };
  const ringsOf = new Map(drawing.cells.map((cell) => [cell, ringFaults(cell)]));
  const whole = drawing.cells.filter((cell) => !ringsOf.get(cell)?.some(isUndrawable));
  const cells = whole.map((cell) => cellOf(cell, datum, options));
  const misplaced = misplacedFaults(cells, options.published ?? []);
  const base = cells.filter(({ kind }) => kind === "base");
  return {
    cells,
    datum,
    faults: [
      ...drawing.faults,
      ...(stated || drawing.cells.length === 0 ? [] : [UNSTATED]),
      ...misplaced,
      ...[...ringsOf.values()].flat().filter(({ code }) => code !== "sliver" || misplaced.length === 0),
      ...codeFaults(drawing.cells, options),
      ...(misplaced.length > 0 || base.length > MOST_CELLS ? [] : coverageFaults(base)),
    ],
  };
}

/** A county of 20,000 finely drawn cells has a third of it; more is a slip of the export, and takes minutes and gigabytes. */
const MOST_CORNERS = 2_000_000;

function tooDetailed(corners: number): GridFault {
  return {
    code: "tooDetailed",
    severity: "error",
    cells: [],
    value: `${corners}`,
    expected: `${MOST_CORNERS}`,
  };
}

const UNSTATED: GridFault = { code: "datumUnstated", severity: "warning", cells: [], expected: "wgs84" };

function isUndrawable({ code }: GridFault): boolean {
  return code === "notANumber" || code === "tooFewPoints";
}

function cellOf(drawn: DrawnCell, datum: Datum, { validFrom }: CheckOptions): Cell {
  const { code, name, kind } = drawn;
  const rings = drawn.rings.map((part) => part.map((ring) => ring.map((corner) => inWgs84(corner, datum))));
  const communityCode = code.slice(0, 12);
  return { code, name, kind, communityCode, townshipCode: code.slice(0, 9), rings, validFrom };
}

function inWgs84([lng, lat]: Position, datum: Datum): Position {
  const point = toWgs84({ lng, lat }, datum);
  return [point.lng, point.lat];
}

/** Rough bounds of China: what lies outside is no county of ours. */
const CHINA: Bounds = { west: 73, east: 136, south: 3, north: 54 };

function misplacedFaults(cells: readonly Cell[], published: readonly Cell[]): readonly GridFault[] {
  const bounds = published.length > 0 ? boundsOf(published) : CHINA;
  const outside = cells.filter((cell) => !isWithin(boundsOf([cell]), bounds));
  const swapped = outside.filter((cell) => isWithin(transposed(boundsOf([cell])), bounds));
  const exchanged = new Set(swapped);
  const others = outside.filter((cell) => !exchanged.has(cell));
  return [
    ...faultAbout("swapped", swapped),
    ...faultAbout("offTheMap", others),
    ...suspectedDatum(cells, published),
  ];
}

/** One fault for all cells concerned: a thousand lines would say no more. */
function faultAbout(code: "swapped" | "offTheMap", cells: readonly Cell[]): readonly GridFault[] {
  const at = cells[0]?.rings[0]?.[0]?.[0];
  return at ? [{ code, severity: "error", cells: cells.map((cell) => cell.code), at }] : [];
}

function suspectedDatum(cells: readonly Cell[], published: readonly Cell[]): readonly GridFault[] {
  const knownByCode = new Map(published.map((cell) => [cell.code, middleOf(cell)]));
  const pairs = cells.flatMap((cell) => {
    const known = knownByCode.get(cell.code);
    return known ? [{ given: middleOf(cell), known }] : [];
  });
  const offset = systematicOffset(pairs);
  if (!offset) return [];
  const metres = Math.round(Math.hypot(offset.east, offset.north));
  const seen = { value: `${metres}`, expected: offset.datum ?? "" };
  return [{ code: "datumSuspected", severity: "error", cells: [], ...seen }];
}

/** The middle of the area that a cell's first ring encloses. */
function middleOf({ rings }: Cell): Point {
  const ring = rings[0]?.[0] ?? [];
  const twice = doubleArea(ring);
  const [x0, y0] = ring[0] ?? [Number.NaN, Number.NaN];
  let [lng, lat] = [0, 0];
  for (const [place, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    const part = (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
    lng += (part * (x - x0 + nextX - x0)) / (3 * twice);
    lat += (part * (y - y0 + nextY - y0)) / (3 * twice);
  }
  return twice === 0 ? { lng: x0, lat: y0 } : { lng: lng + x0, lat: lat + y0 };
}

interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boundsOf(cells: readonly Cell[]): Bounds {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lng, lat] of cells.flatMap(({ rings }) => rings.flat(2))) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

/** The bounds as they would be with latitude and longitude exchanged. */
function transposed({ west, east, south, north }: Bounds): Bounds {
  return { west: south, east: north, south: west, north: east };
}

/** A shift of datum moves a border by half a kilometre; that is told apart, so it is not off the map. */
const MARGIN_DEGREES = 0.05;
/** A hundred kilometres: no cell is that wide, so one of its corners must be wrong. */
const WIDEST_DEGREES = 1;

function isWithin(inner: Bounds, outer: Bounds): boolean {
  const isNarrow = inner.east - inner.west < WIDEST_DEGREES && inner.north - inner.south < WIDEST_DEGREES;
  return (
    isNarrow &&
    inner.west >= outer.west - MARGIN_DEGREES &&
    inner.east <= outer.east + MARGIN_DEGREES &&
    inner.south >= outer.south - MARGIN_DEGREES &&
    inner.north <= outer.north + MARGIN_DEGREES
  );
}
