import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import { createFinder } from "../../geo/find.ts";
import { buildGrid } from "../../geo/grid.ts";
import { NOBODY, SEVERAL } from "../../geo/label.ts";
import { ownersIn } from "../../geo/reassign.ts";
import { UNITS_PER_DEGREE, toUnits } from "../../geo/units.ts";
import { meshOf, pointsOver, randomOf } from "../bench/mesh.ts";
import { ownersByHand } from "./reference.ts";

/** Coarse meshes write their edges in 32 bits, fine ones in 16: each form of leaf is met. */
const sizes = [16, 400, 4000];

function wrongAnswers(
  cells: readonly Cell[],
  points: readonly (readonly [number, number])[],
): readonly string[] {
  const grid = buildGrid(cells, "test");
  const find = createFinder(grid.index);
  const together = ownersIn(
    grid,
    Float64Array.from(points.flat(), (units) => units / UNITS_PER_DEGREE),
  );
  const boxes = cells.map((cell) => ({ cell, box: boxOf(cell) }));
  return points.flatMap(([x, y], place) => {
    const near = boxes.filter(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
    const owners = ownersByHand(
      near.map(({ cell }) => cell),
      x,
      y,
    );
    const found = find(x, y);
    const expected = owners.length === 0 ? NOBODY : SEVERAL;
    const isRight = owners.length === 1 ? cells[found]?.code === owners[0] : found === expected;
    if (isRight && together[place] === found) return [];
    return [`${x},${y}: got ${found}, among others ${together[place]}, expected ${owners.join(" ")}`];
  });
}

function boxOf({ rings }: Cell): readonly [number, number, number, number] {
  const corners = rings.flat(2);
  const xs = corners.map(([lng]) => toUnits(lng));
  const ys = corners.map(([, lat]) => toUnits(lat));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Random points, corners, the eight units round corners, and middles of sides. */
function hardPoints(cells: readonly Cell[], seed: number): readonly (readonly [number, number])[] {
  const random = randomOf(seed);
  const scattered = pointsOver(200, random);
  const corners = Array.from({ length: 60 }, () => {
    const ring = cells[Math.floor(random() * cells.length)]?.rings[0]?.[0] ?? [];
    const at = Math.floor(random() * ring.length);
    const [lng, lat] = ring[at] ?? [0, 0];
    const [nextLng, nextLat] = ring[(at + 1) % ring.length] ?? [0, 0];
    const [x, y] = [toUnits(lng), toUnits(lat)];
    const middle = [Math.round((x + toUnits(nextLng)) / 2), Math.round((y + toUnits(nextLat)) / 2)] as const;
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [x + dx, y + dy] as const));
    return [...around, middle];
  });
  const spread = Array.from({ length: 200 }, (_, place) => {
    return [toUnits(scattered[2 * place] ?? 0), toUnits(scattered[2 * place + 1] ?? 0)] as const;
  });
  return [...spread, ...corners.flat()];
}

describe.each(sizes)("a mesh of %i cells with crooked borders", (size) => {
  const cells = meshOf(size, randomOf(size));

  it("gives each point the owner that exact arithmetic gives it", () => {
    expect(wrongAnswers(cells, hardPoints(cells, 1))).toEqual([]);
  });

  it("tells gaps and overlaps as what they are", () => {
    const torn = cells.flatMap((cell, place) => {
      if (place % 7 === 3) return [];
      if (place % 5 !== 2) return [cell];
      const moved = cell.rings.map((part) => part.map((ring) => ring.map(([lng, lat]) => shifted(lng, lat))));
      return [cell, { ...cell, code: `${cell.code}9`, rings: moved }];
    });
    expect(wrongAnswers(torn, hardPoints(torn, 2))).toEqual([]);
  });

  it("answers for many points at once as for each alone, outside of the county too", () => {
    const grid = buildGrid(cells, "test");
    const find = createFinder(grid.index);
    const points = pointsOver(20_000, randomOf(3)).map((degrees, at) => degrees + (at % 3 === 0 ? 0.05 : 0));
    const alone = Array.from({ length: points.length / 2 }, (_, place) => {
      return find(toUnits(points[2 * place] ?? 0), toUnits(points[2 * place + 1] ?? 0));
    });
    expect(alone).toContain(NOBODY);
    expect(Array.from(ownersIn(grid, points))).toEqual(alone);
  });
});

/** Some way to the north-east, by whole units, so that borders still are what they were. */
function shifted(lng: number, lat: number): readonly [number, number] {
  return [(toUnits(lng) + 4321) / UNITS_PER_DEGREE, (toUnits(lat) + 1234) / UNITS_PER_DEGREE];
}
