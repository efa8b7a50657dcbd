import type { Edge } from "./edges.ts";

/**
 * The half-open rule: an edge counts at height y when y1 ≤ y < y2. Together with "strictly to the right of
 * the point" this equals moving every point a hair to the upper right, so that a point on a border or on a
 * corner has exactly one owner, on every machine and after every rebuild.
 */
export function spans(edge: Edge, y: number): boolean {
  return edge.y1 <= y && y < edge.y2;
}

/** Whether an edge that spans y crosses that height at x or to the right of it. Exact. */
export function crossesAtOrRightOf(edge: Edge, x: number, y: number): boolean {
  return (edge.x2 - edge.x1) * (y - edge.y1) >= (x - edge.x1) * (edge.y2 - edge.y1);
}

/** Whether an edge touches the square [left, left + size] × [bottom, bottom + size]. */
export function touchesSquare(edge: Edge, left: number, bottom: number, size: number): boolean {
  const right = left + size;
  const top = bottom + size;
  if (edge.y2 < bottom || edge.y1 > top) return false;
  if (Math.max(edge.x1, edge.x2) < left || Math.min(edge.x1, edge.x2) > right) return false;
  // Written out, for this is asked a million times while a grid is built.
  const southWest = side(edge, left, bottom);
  const southEast = side(edge, right, bottom);
  const northWest = side(edge, left, top);
  const northEast = side(edge, right, top);
  const isBeyond = southWest > 0 && southEast > 0 && northWest > 0 && northEast > 0;
  return !isBeyond && !(southWest < 0 && southEast < 0 && northWest < 0 && northEast < 0);
}

function side(edge: Edge, x: number, y: number): number {
  return (edge.x2 - edge.x1) * (y - edge.y1) - (x - edge.x1) * (edge.y2 - edge.y1);
}
