/** Finding the cell of a point, against what npm offers for it: an R-tree of boxes and an exact point-in-polygon test. */
import { createRequire } from "node:module";
import { loadCounty } from "../../fixtures/demo/county.ts";
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid, type Grid } from "../../geo/grid.ts";
import { ownersIn } from "../../geo/reassign.ts";
import { toUnits } from "../../geo/units.ts";
import { meshOf, pointsOver, randomOf } from "./mesh.ts";
import { compare, measure, type Ratio } from "./rounds.ts";

/** Both come with turf and have no types of their own. */
const load = createRequire(import.meta.url);
const RBush = load("rbush") as new () => Tree;
const pointInPolygon = load("point-in-polygon-hao") as (point: number[], polygon: unknown) => boolean | 0;

interface Tree {
  readonly load: (boxes: readonly Box[]) => void;
  readonly search: (box: Omit<Box, "place">) => readonly Box[];
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly place: number;
}

const POINTS = 100_000;

export interface GridBench {
  readonly ratios: readonly Ratio[];
  readonly cells: number;
  readonly buildMs: number;
  readonly bytesPerCell: number;
}

export async function benchGrid(count: number | "county", rounds: number): Promise<GridBench> {
  const cells = count === "county" ? loadCounty().cells : meshOf(count, randomOf(7));
  // The first build of a size teaches the compiler; the second one is timed.
  buildGrid(cells, "warm");
  const start = performance.now();
  const grid = buildGrid(cells, "bench");
  const buildMs = Math.round(performance.now() - start);
  const points = pointsInside(grid);
  const theirs = theirFinder(cells);
  const raw = () => measure(POINTS, () => sumOfTheirs(points, theirs));
  const single = await compare(`${cells.length} cells, single`, rounds, {
    ours: () => measure(POINTS, () => sumOfOurs(points, grid)),
    raw,
  });
  const bulk = await compare(`${cells.length} cells, bulk`, rounds, {
    ours: () => measure(POINTS, () => void ownersIn(grid, points)),
    raw,
  });
  const bytesPerCell = Math.round(grid.index.byteLength / cells.length);
  return { ratios: [single, bulk], cells: cells.length, buildMs, bytesPerCell };
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
  const tree = new RBush();
  const polygons = cells.map(({ rings }) => rings[0]?.map((ring) => [...ring, ring[0]]));
  tree.load(cells.map(({ rings }, place) => boxOf(rings[0]?.[0] ?? [], place)));
  return (lng, lat) => {
    const boxes = tree.search({ minX: lng, minY: lat, maxX: lng, maxY: lat });
    return boxes.find(({ place }) => pointInPolygon([lng, lat], polygons[place]) !== false)?.place ?? -1;
  };
}

function boxOf(ring: readonly (readonly [number, number])[], place: number): Box {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return {
    minX: Math.min(...lngs),
    minY: Math.min(...lats),
    maxX: Math.max(...lngs),
    maxY: Math.max(...lats),
    place,
  };
}

/** Summed, so that no compiler leaves the work out; each side in a loop of its own, so that it is compiled for itself. */
function sumOfOurs(points: Float64Array, { index }: Grid): void {
  const find = createFinder(index);
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
