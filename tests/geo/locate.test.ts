import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer } from "../../geo/locate.ts";
import { SOUTH, STEP, WEST, box, cell, degrees, jitterOf, patchwork } from "./patchwork.ts";

// A lattice step is 1e-3 degree: about 90.6 m west to east and 111 m south to north.
const cells = patchwork(4, () => 0);
const locate = createPlacer(buildGrid(cells, "2026-01-01"));
const at = (x: number, y: number) => {
  const [lng, lat] = degrees(WEST + Math.round(x * STEP), SOUTH + Math.round(y * STEP));
  return { lng, lat };
};
const middle = at(1.5, 1.5);

describe("a point inside a cell", () => {
  it("belongs to it, with the way to its border", () => {
    expect(locate(middle)).toEqual({
      kind: "inside",
      cell: "371122001001006",
      borderMetres: 45.36,
      rule: "contained",
      gridVersion: "2026-01-01",
      datum: "wgs84",
      point: middle,
    });
  });

  it("belongs to it when the accuracy circle ends before the border", () => {
    expect(locate({ ...middle, accuracy: 45 })).toMatchObject({ kind: "inside" });
  });

  it("has several candidates when the accuracy circle reaches other cells", () => {
    const placement = locate({ ...at(1.9, 1.5), accuracy: 20 });
    expect(placement).toMatchObject({ kind: "ambiguous", rule: "accuracyCircle" });
    expect("candidates" in placement && placement.candidates).toEqual([
      { cell: "371122001001006", metres: 0 },
      { cell: "371122001001007", metres: 9.07 },
    ]);
  });

  it("is certain at the county's rim, where the circle reaches no other cell", () => {
    expect(locate({ ...at(0.1, 0.5), accuracy: 20 })).toMatchObject({ kind: "inside", borderMetres: 9.07 });
  });

  it("names at most eight candidates for a hopeless accuracy", () => {
    const placement = locate({ ...middle, accuracy: 5000 });
    expect("candidates" in placement && placement.candidates).toHaveLength(8);
  });

  it("is converted from the datum of the phone first", () => {
    const placement = locate({ ...fromWgs84(middle, "gcj02"), datum: "gcj02" });
    expect(placement).toMatchObject({ kind: "inside", cell: "371122001001006", datum: "gcj02" });
  });
});

describe("a point outside all cells", () => {
  it("belongs to the nearest cell while a border is within 30 m", () => {
    expect(locate(at(-0.2, 0.5))).toMatchObject({
      kind: "near",
      cell: "371122001001001",
      metres: 18.15,
      rule: "nearestBorder",
    });
  });

  it("belongs to none farther out, but the nearest is named", () => {
    expect(locate(at(-0.5, 0.5))).toMatchObject({
      kind: "outside",
      nearest: { cell: "371122001001001", metres: 45.36 },
      rule: "outsideGrid",
    });
  });

  it("has a candidate farther out when the accuracy circle reaches it", () => {
    expect(locate({ ...at(-0.5, 0.5), accuracy: 50 })).toMatchObject({
      kind: "ambiguous",
      candidates: [{ cell: "371122001001001", metres: 45.36 }],
    });
  });

  it("has several candidates when the accuracy circle reaches several", () => {
    expect(locate({ ...at(-0.2, 0.95), accuracy: 25 })).toMatchObject({
      kind: "ambiguous",
      candidates: [
        { cell: "371122001001001", metres: 18.15 },
        { cell: "371122001001005", metres: 18.97 },
      ],
    });
  });

  it("belongs to the nearest of two cells that are both within 30 m, when the point is exact", () => {
    expect(locate(at(-0.2, 0.95))).toMatchObject({ kind: "near", cell: "371122001001001", metres: 18.15 });
  });

  it("has no nearest cell in an empty grid", () => {
    const placement = createPlacer(buildGrid([], "empty"))(middle);
    expect(placement).toMatchObject({ kind: "outside" });
    expect(placement).not.toHaveProperty("nearest");
  });

  it("follows the distance it is told to", () => {
    const strict = createPlacer(buildGrid(cells, "v1"), { edgeMetres: 5 });
    expect(strict(at(-0.2, 0.5))).toMatchObject({ kind: "outside" });
  });
});

describe("a point in several cells", () => {
  const school = cell(20, box(1.2, 1.2, 1.8, 1.8), "dedicated");
  const market = cell(21, box(1.4, 1.4, 2.2, 1.8), "dedicated");

  it("belongs to the 专属网格 before the 基础网格 under it", () => {
    const placement = createPlacer(buildGrid([...cells, school], "v1"))(middle);
    expect(placement).toMatchObject({ kind: "inside", cell: school.code, rule: "dedicatedFirst" });
  });

  it("is asked about when its circle touches a 专属网格 in the middle of its 基础网格", () => {
    const locateBeside = createPlacer(
      buildGrid([...cells, cell(20, box(1.4, 1.4, 1.6, 1.6), "dedicated")], "v1"),
    );
    const beside = locateBeside({ ...at(1.3, 1.5), accuracy: 20 });
    expect(beside).toMatchObject({ kind: "ambiguous", rule: "accuracyCircle" });
    expect("candidates" in beside && beside.candidates).toEqual([
      { cell: "371122001001006", metres: 0 },
      { cell: school.code, metres: 9.07 },
    ]);
    expect(locateBeside({ ...at(1.3, 1.5), accuracy: 9 })).toMatchObject({
      kind: "inside",
      rule: "contained",
    });
  });

  it("is left to a person between two 专属网格", () => {
    const placement = createPlacer(buildGrid([...cells, school, market], "v1"))(middle);
    expect(placement).toMatchObject({
      kind: "ambiguous",
      rule: "severalOwners",
      candidates: [
        { cell: "371122001001006", metres: 0 },
        { cell: school.code, metres: 0 },
        { cell: market.code, metres: 0 },
      ],
    });
  });

  it("belongs to the upper one on the border of two 专属网格", () => {
    const lower = cell(20, box(1.2, 1.2, 1.8, 1.5), "dedicated");
    const upper = cell(21, box(1.2, 1.5, 1.8, 1.8), "dedicated");
    const placement = createPlacer(buildGrid([...cells, lower, upper], "v1"))(middle);
    expect(placement).toMatchObject({ kind: "inside", cell: upper.code, rule: "dedicatedFirst" });
  });

  it("is left to a person between two 基础网格", () => {
    const twice = [...cells, cell(30, box(1, 1, 2, 2))];
    expect(createPlacer(buildGrid(twice, "v1"))(middle)).toMatchObject({ rule: "severalOwners" });
  });
});

describe("a point that cannot be one", () => {
  it.each([
    ["lng", { ...middle, lng: Number.NaN }],
    ["lng", { ...middle, lng: 181 }],
    ["lat", { lng: middle.lat, lat: middle.lng }],
    ["lat", { ...middle, lat: Infinity }],
    ["accuracy", { ...middle, accuracy: -1 }],
    ["accuracy", { ...middle, accuracy: Number.NaN }],
    ["datum", { ...middle, datum: "mars" as "wgs84" }],
  ])("is refused for its %s", (field, reported) => {
    expect(locate(reported)).toMatchObject({ kind: "refusal", code: "badPoint", field });
  });
});

describe("placing anywhere in a county without gaps", () => {
  const crooked = createPlacer(buildGrid(patchwork(4, jitterOf(5)), "v1"));
  const steps = fc.double({ min: 0, max: 3.999, noNaN: true });

  it("always finds exactly one cell for an exact point", () => {
    fc.assert(fc.property(steps, steps, (x, y) => crooked(at(x, y)).kind === "inside"));
  });

  it("never changes the cell of a point that is surer than its way to the border", () => {
    fc.assert(
      fc.property(steps, steps, fc.double({ min: 0, max: 200, noNaN: true }), (x, y, accuracy) => {
        const exact = crooked(at(x, y));
        const vague = crooked({ ...at(x, y), accuracy });
        if (exact.kind === "inside" && accuracy <= exact.borderMetres) expect(vague).toEqual(exact);
        if (vague.kind === "ambiguous") expect(vague.candidates[0]).toMatchObject({ metres: 0 });
      }),
    );
  });
});
