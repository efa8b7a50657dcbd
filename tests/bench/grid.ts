/** Finding the cell of a point, against what npm offers for it: an R-tree of boxes and an exact point-in-polygon test. */
import { createRequire } from "node:module";
import Flatbush from "flatbush";
import { loadCounty } from "../../fixtures/demo/county.ts";
import type { Cell } from "../../geo/cell.ts";
import { buildGrid, type Grid } from "../../geo/grid.ts";
import { createBulkFinder, createFinder, type Finder } from "../../geo/find.ts";
import { ownersIn } from "../../geo/reassign.ts";
import { toUnits } from "../../geo/units.ts";
import { meshOf, pointsOver, randomOf } from "./mesh.ts";
import { compare, type Measure, measure, quantile, type Ratio } from "./rounds.ts";

/** It comes with turf and has no types of its own. */
const pointInPolygon = createRequire(import.meta.url)("point-in-polygon-hao") as (
  point: number[],
  polygon: unknown,
) => boolean | 0;

/** So many that a round of ours lasts long enough to be timed; the slower side is timed on the first of them. */
const POINTS = 1_000_000;
const THEIR_POINTS = 100_000;
const BUILDS = 3;

export interface GridBench {
  readonly ratios: readonly Ratio[];
  readonly cells: number;
  readonly build: BuildTime;
  readonly bytesPerCell: number;
}

/** Median milliseconds of builds. */
export interface BuildTime {
  readonly clock: number;
  /** Time of processors, compiling and collecting of memory included: what a machine to itself would take at most. */
  readonly worked: number;
}

export async function benchGrid(count: number | "county", rounds: number): Promise<GridBench> {
  const cells = cellsOf(count);
  const grid = buildGrid(cells, "bench");
  const build = await buildTimeOf(cells);
  const points = pointsInside(grid);
  const theirs = theirFinder(cells);
  const some = points.subarray(0, 2 * THEIR_POINTS);
  const raw = () => measure(THEIR_POINTS, () => sumOfTheirs(some, theirs));
  const find = createFinder(grid.index);
  const fill = createBulkFinder(grid.index);
  const owners = new Int32Array(POINTS);
  const single = await compare(`${cells.length} cells, single`, rounds, {
    ours: () => measure(POINTS, () => sumOfOurs(points, find)),
    raw,
  });
  const bulk = await compare(`${cells.length} cells, bulk`, rounds, {
    ours: () => measure(POINTS, () => fill(points, owners)),
    raw,
  });
  const bytesPerCell = Math.round(grid.index.byteLength / cells.length);
  return { ratios: [single, bulk], cells: cells.length, build, bytesPerCell };
}

async function buildTimeOf(cells: readonly Cell[]): Promise<BuildTime> {
  const builds: Measure[] = [];
  for (let round = 0; round < BUILDS; round += 1)
    builds.push(await measure(1, () => void buildGrid(cells, "timed")));
  return {
    clock: quantile(
      builds.map(({ perSecond }) => 1000 / perSecond),
      0.5,
    ),
    worked:
      quantile(
        builds.map(({ cpu }) => cpu),
        0.5,
      ) / 1000,
  };
}

/** How long it takes to give old points the cells of a redrawn grid. */
export function benchReassigning(
  count: number | "county",
  points: number,
): { cells: number; seconds: number } {
  const grid = buildGrid(cellsOf(count), "redrawn");
  const old = pointsInside(grid);
  const all = Float64Array.from({ length: 2 * points }, (_, place) => old[place % old.length] ?? 0);
  const start = performance.now();
  const owners = ownersIn(grid, all);
  const seconds = (performance.now() - start) / 1000;
  if (owners.some((owner) => owner < 0)) throw new Error("A point inside the grid was given to nobody.");
  return { cells: grid.cells.length, seconds };
}

function cellsOf(count: number | "county"): readonly Cell[] {
  return count === "county" ? loadCounty().cells : meshOf(count, randomOf(7));
}

type Find = (lng: number, lat: number) => number;

/** Points that some cell holds: where there is nothing, a tree of boxes has nothing to do. */
function pointsInside(grid: Grid): Float64Array {
  const random = randomOf(8);
  const kept: number[] = [];
  while (kept.length < 2 * POINTS) {
    const points = pointsOver(POINTS, random);
    const owners = ownersIn(grid, points);
    for (const [place, owner] of owners.entries()) {
      if (owner >= 0) kept.push(points[2 * place] ?? 0, points[2 * place + 1] ?? 0);
    }
  }
  return Float64Array.from(kept.slice(0, 2 * POINTS));
}

function theirFinder(cells: readonly Cell[]): Find {
  const tree = new Flatbush(cells.length);
  for (const { rings } of cells) tree.add(...boxOf(rings[0]?.[0] ?? []));
  tree.finish();
  const polygons = cells.map(({ rings }) => rings[0]?.map((ring) => [...ring, ring[0]]));
  return (lng, lat) => {
    const places = tree.search(lng, lat, lng, lat);
    return places.find((place) => pointInPolygon([lng, lat], polygons[place]) !== false) ?? -1;
  };
}

function boxOf(
  ring: readonly (readonly [number, number])[],
): [west: number, south: number, east: number, north: number] {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Summed, so that no compiler leaves the work out; each side in a loop of its own, so that it is compiled for itself. */
function sumOfOurs(points: Float64Array, find: Finder): void {
  let sum = 0;
  for (let at = 0; at < points.length; at += 2) {
    sum += find(toUnits(points[at] ?? 0), toUnits(points[at + 1] ?? 0));
  }
  if (Number.isNaN(sum)) throw new Error("A point has no owner at all.");
}

function sumOfTheirs(points: Float64Array, find: Find): void {
  let sum = 0;
  for (let at = 0; at < points.length; at += 2) sum += find(points[at] ?? 0, points[at + 1] ?? 0);
  if (Number.isNaN(sum)) throw new Error("A point has no owner at all.");
}
