import type { Position } from "./cell.ts";

/** Joins sides end to start into loops that visit no corner twice. */
export function loopsOf<Side extends { readonly from: Position; readonly to: Position }>(
  sides: readonly Side[],
): readonly (readonly Side[])[] {
  const byStart = new Map<string, Side[]>();
  for (const side of sides) {
    const starting = byStart.get(pointKey(side.from));
    if (starting) starting.push(side);
    else byStart.set(pointKey(side.from), [side]);
  }
  const loops: Side[][] = [];
  for (const { from } of sides) {
    const path: Side[] = [];
    const placeOf = new Map<string, number>();
    let here = pointKey(from);
    for (let side = byStart.get(here)?.pop(); side; side = byStart.get(here)?.pop()) {
      placeOf.set(here, path.length);
      path.push(side);
      here = pointKey(side.to);
      const start = placeOf.get(here);
      if (start !== undefined) loops.push(forget(path.splice(start), placeOf));
    }
  }
  return loops;
}

function forget<Side extends { readonly from: Position }>(
  loop: Side[],
  placeOf: Map<string, number>,
): Side[] {
  for (const { from } of loop) placeOf.delete(pointKey(from));
  return loop;
}

export function pointKey([x, y]: Position): string {
  return `${x},${y}`;
}
