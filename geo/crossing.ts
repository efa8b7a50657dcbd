/**
 * The exact tests. An edge is given by the place of its x1, y1, x2, y2 in an array of ends, the lower end first.
 *
 * The half-open rule: an edge counts at height y when y1 ≤ y < y2. Together with "strictly to the right of
 * the point" this equals moving every point a hair to the upper right, so that a point on a border or on a
 * corner has exactly one owner, on every machine and after every rebuild.
 */
export function spans(ends: Int32Array, edge: number, y: number): boolean {
  return (ends[edge + 1] ?? 0) <= y && y < (ends[edge + 3] ?? 0);
}

/** Positive when the edge's line runs right of a point, negative when left of it, 0 when through it. */
export function leanOf(ends: Int32Array, edge: number, x: number, y: number): number {
  const x1 = ends[edge] ?? 0;
  const y1 = ends[edge + 1] ?? 0;
  return ((ends[edge + 2] ?? 0) - x1) * (y - y1) - (x - x1) * ((ends[edge + 3] ?? 0) - y1);
}

/** A rectangle in index units. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Whether an edge enters a box. One that only touches the box's rim is right or left of all points inside. */
export function entersBox(ends: Int32Array, edge: number, { left, bottom, right, top }: Box): boolean {
  const x1 = ends[edge] ?? 0;
  const x2 = ends[edge + 2] ?? 0;
  if ((ends[edge + 3] ?? 0) <= bottom || (ends[edge + 1] ?? 0) >= top) return false;
  if ((x1 <= left && x2 <= left) || (x1 >= right && x2 >= right)) return false;
  // Its line runs between the two corners that lie farthest from it, one on each side.
  const isRightward = x2 > x1;
  return (
    leanOf(ends, edge, left, isRightward ? top : bottom) > 0 &&
    leanOf(ends, edge, right, isRightward ? bottom : top) < 0
  );
}
