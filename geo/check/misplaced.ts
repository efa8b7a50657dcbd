/** Cells that lie where the county does not: what is probably wrong with their coordinates. */
import type { Cell, Position } from "../cell.ts";
import { type Extent, extentOf, middleOf } from "../extent.ts";
import { metresBetween } from "../near.ts";
import { systematicOffset } from "../offset.ts";
import type { Point } from "../point.ts";
import type { GridFault } from "./fault.ts";
import { doubleArea } from "./rings.ts";

/** Rough bounds of China: what lies outside is no county of ours. */
const CHINA: Extent = { west: 73, east: 136, south: 3, north: 54 };

/** @param published the grid in force; without one all of China is looked at. */
export function misplacedFaults(cells: readonly Cell[], published: readonly Cell[]): readonly GridFault[] {
  const county = published.length > 0 ? extentOf(published) : CHINA;
  const outside = cells.filter((cell) => !isWithin(extentOf([cell]), county));
  const causes = outside.map((cell) => causeFor(extentOf([cell]), county));
  return [
    ...CAUSES.flatMap((code) =>
      faultAbout(
        code,
        outside.filter((_, place) => causes[place] === code),
        middleOf(county),
      ),
    ),
    ...suspectedDatum(cells, published),
  ];
}

const CAUSES = ["projected", "swapped", "offTheMap", "elsewhere"] as const;

function causeFor(bounds: Extent, county: Extent): (typeof CAUSES)[number] {
  if (Math.min(Math.abs(bounds.west), Math.abs(bounds.south)) > MOST_DEGREES) return "projected";
  if (isWithin(transposed(bounds), county)) return "swapped";
  return county === CHINA || !isWithin(bounds, CHINA) ? "offTheMap" : "elsewhere";
}

/** What is more is metres: 高斯-克吕格 coordinates have six to eight digits. */
const MOST_DEGREES = 180;

/** One fault for all cells concerned: a thousand lines would say no more. Told where the corner is that lies farthest away. */
function faultAbout(
  code: (typeof CAUSES)[number],
  cells: readonly Cell[],
  middle: Point,
): readonly GridFault[] {
  let [at, farthest]: [Position | undefined, number] = [undefined, -1];
  for (const corner of cells.flatMap(({ rings }) => rings.flat(2))) {
    const metres = metresBetween({ lng: corner[0], lat: corner[1] }, middle);
    if (metres > farthest) [at, farthest] = [corner, metres];
  }
  if (at === undefined) return [];
  const value = code === "elsewhere" ? { value: `${Math.round(farthest / 1000)}` } : {};
  return [{ code, severity: "error", cells: cells.map((cell) => cell.code), at, ...value }];
}

function suspectedDatum(cells: readonly Cell[], published: readonly Cell[]): readonly GridFault[] {
  const knownByCode = new Map(published.map((cell) => [cell.code, centroidOf(cell)]));
  const pairs = cells.flatMap((cell) => {
    const known = knownByCode.get(cell.code);
    return known ? [{ given: centroidOf(cell), known }] : [];
  });
  const offset = systematicOffset(pairs);
  if (!offset) return [];
  const metres = Math.round(Math.hypot(offset.east, offset.north));
  const seen = { value: `${metres}`, expected: offset.datum ?? "" };
  return [{ code: "datumSuspected", severity: "error", cells: [], ...seen }];
}

/** The middle of the area that a cell's first ring encloses. */
function centroidOf({ rings }: Cell): Point {
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

/** The bounds as they would be with latitude and longitude exchanged. */
function transposed({ west, east, south, north }: Extent): Extent {
  return { west: south, east: north, south: west, north: east };
}

/** A shift of datum moves a border by half a kilometre; that is told apart, so it is not off the map. */
const MARGIN_DEGREES = 0.05;
/** A hundred kilometres: no cell is that wide, so one of its corners must be wrong. */
const WIDEST_DEGREES = 1;

function isWithin(inner: Extent, outer: Extent): boolean {
  const isNarrow = inner.east - inner.west < WIDEST_DEGREES && inner.north - inner.south < WIDEST_DEGREES;
  return (
    isNarrow &&
    inner.west >= outer.west - MARGIN_DEGREES &&
    inner.east <= outer.east + MARGIN_DEGREES &&
    inner.south >= outer.south - MARGIN_DEGREES &&
    inner.north <= outer.north + MARGIN_DEGREES
  );
}
