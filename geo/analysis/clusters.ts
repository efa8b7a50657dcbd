import { degreeScale } from "../near.ts";
import type { Point } from "../point.ts";

export interface ClusterOptions {
  /** Points that are this near belong together. */
  readonly metres: number;
  /** So many within that distance, the point itself included, make the middle of a cluster. */
  readonly fewest: number;
}

/** Stands for a point that belongs to no cluster. */
export const ALONE = -1;

/** Clusters of points by density (DBSCAN, Ester and others 1996): the number of each point's cluster, or ALONE. */
export function clustersOf(points: readonly Point[], { metres, fewest }: ClusterOptions): Int32Array {
  const around = createNeighbourhood(points, metres);
  const clusters = new Int32Array(points.length).fill(ALONE);
  let count = 0;
  for (const [place] of points.entries()) {
    if (clusters[place] !== ALONE) continue;
    const near = around(place);
    if (near.length < fewest) continue;
    const queue = [...near];
    clusters[place] = count;
    for (const other of queue) {
      if (clusters[other] !== ALONE) continue;
      clusters[other] = count;
      const next = around(other);
      if (next.length >= fewest) queue.push(...next.filter((far) => clusters[far] === ALONE));
    }
    count += 1;
  }
  return clusters;
}

/** Points within a distance of one of them, itself included; found in squares as wide as the distance. */
function createNeighbourhood(points: readonly Point[], metres: number): (place: number) => readonly number[] {
  const scale = degreeScale(points[0]?.lat ?? 0);
  const xs = points.map(({ lng }) => (lng * scale.lng) / metres);
  const ys = points.map(({ lat }) => (lat * scale.lat) / metres);
  const squares = new Map<number, number[]>();
  const keyOf = (column: number, row: number) => column * 2 ** 24 + row;
  for (const [place, x] of xs.entries()) {
    const key = keyOf(Math.floor(x), Math.floor(ys[place] ?? 0));
    const square = squares.get(key);
    if (square) square.push(place);
    else squares.set(key, [place]);
  }
  return (place) => {
    const [x, y] = [xs[place] ?? 0, ys[place] ?? 0];
    const found: number[] = [];
    for (let column = Math.floor(x) - 1; column <= Math.floor(x) + 1; column += 1) {
      for (let row = Math.floor(y) - 1; row <= Math.floor(y) + 1; row += 1) {
        for (const other of squares.get(keyOf(column, row)) ?? []) {
          if (((xs[other] ?? 0) - x) ** 2 + ((ys[other] ?? 0) - y) ** 2 <= 1) found.push(other);
        }
      }
    }
    return found;
  };
}
