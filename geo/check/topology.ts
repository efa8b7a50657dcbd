import type { Position } from "../cell.ts";
import { type Json, type PositionsOf, isRecord, positionOf, positionsOfRing } from "./json.ts";

/** Reads rings of a TopoJSON: shared arcs, possibly counted in steps of a coarse grid. */
export function arcReader(document: Json): PositionsOf {
  const transform = isRecord(document["transform"]) ? document["transform"] : undefined;
  const [scaleX, scaleY] = positionOf(transform?.["scale"] ?? [1, 1]);
  const [moveX, moveY] = positionOf(transform?.["translate"] ?? [0, 0]);
  const drawn = (Array.isArray(document["arcs"]) ? document["arcs"] : []).map(positionsOfRing);
  const arcs = drawn.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => {
      [x, y] = transform ? [x + dx, y + dy] : [dx, dy];
      return [x * scaleX + moveX, y * scaleY + moveY];
    });
  });
  return (ring) => {
    const numbers = Array.isArray(ring) ? ring.filter((arc) => typeof arc === "number") : [];
    const lines = numbers.map((arc) => (arc < 0 ? (arcs[~arc]?.toReversed() ?? []) : (arcs[arc] ?? [])));
    return lines.flatMap((line, place) => (place === 0 ? line : line.slice(1)));
  };
}
