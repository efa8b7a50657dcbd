/** Which of the muted tints a township gets: never that of a neighbour, and all about equally often. */
import type { Atlas } from "../../geo/atlas.ts";

export const TINTS = 7;

export function tintsOf(atlas: Atlas): ReadonlyMap<string, number> {
  const near = neighbours(atlas);
  const tints = new Map<string, number>();
  for (const code of [...near.keys()].sort()) {
    const taken = new Set([...(near.get(code) ?? [])].map((other) => tints.get(other)));
    const counts = Array.from({ length: TINTS }, (_, tint) => {
      return [...tints.values()].filter((used) => used === tint).length + (taken.has(tint) ? 1000 : 0);
    });
    tints.set(code, counts.indexOf(Math.min(...counts)));
  }
  return tints;
}

function neighbours({ cells }: Atlas): ReadonlyMap<string, ReadonlySet<string>> {
  const owner = new Map<number, string>();
  const near = new Map<string, Set<string>>();
  for (const { code, arcs } of cells) {
    const township = code.slice(0, 9);
    if (!near.has(township)) near.set(township, new Set());
    for (const arc of arcs) {
      const line = arc < 0 ? -1 - arc : arc;
      const other = owner.get(line);
      owner.set(line, township);
      if (other === undefined || other === township) continue;
      near.get(township)?.add(other);
      near.get(other)?.add(township);
    }
  }
  return near;
}
