import { describe, expect, it } from "vitest";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import type { Cell } from "../../../geo/cell.ts";
import { type CheckOptions, checkGrid } from "../../../geo/check/check.ts";
import { readDrawing } from "../../../geo/check/drawing.ts";
import type { GridFault } from "../../../geo/check/fault.ts";
import { fromWgs84 } from "../../../geo/datum.ts";

const { cells } = loadCounty();
const options: CheckOptions = { digits: 15, prefix: "371122", validFrom: "2027-01-01" };

type Corner = readonly [number, number];
type Ring = readonly Corner[];

interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** The demo county as a bureau would send it. */
function document(features: readonly Feature[], more: object = { datum: "cgcs2000" }): unknown {
  return { type: "FeatureCollection", ...more, features };
}

function featureOf(cell: Cell): Feature {
  const coordinates = cell.rings[0]?.map((ring) => [...ring, ...ring.slice(0, 1)]);
  return polygon({ code: cell.code, name: cell.name, communityCode: cell.communityCode }, coordinates);
}

function polygon(properties: Feature["properties"], coordinates: unknown): Feature {
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates } };
}

function faultsOf(input: unknown, more: Partial<CheckOptions> = {}): readonly GridFault[] {
  return checkGrid(readDrawing(input), { ...options, ...more }).faults;
}

function codesOf(faults: readonly GridFault[]): readonly string[] {
  return faults.map(({ code }) => code);
}

const features = cells.map(featureOf);
/** A cell that lies inside the county, with neighbours all round. */
const inner = "371122102284005";
const few = features.filter(({ properties }) => String(properties["code"]).startsWith("371122102284"));

function changed(code: string, change: (ring: Ring) => Ring): readonly Feature[] {
  return features.map((feature) => {
    if (feature.properties["code"] !== code) return feature;
    const rings = feature.geometry.coordinates as readonly Ring[];
    return polygon(feature.properties, rings.map(change));
  });
}

const square = (lng: number, lat: number, side: number): Ring => [
  [lng, lat],
  [lng + side, lat],
  [lng + side, lat + side],
  [lng, lat + side],
  [lng, lat],
];

describe("a grid without a mistake", () => {
  it("has no faults", () => {
    expect(faultsOf(document(features))).toEqual([]);
  });

  it("keeps every cell with its code, name and corners", () => {
    const checked = checkGrid(readDrawing(document(features)), options);
    expect(checked.cells).toHaveLength(cells.length);
    expect(checked.cells[7]).toMatchObject({ code: cells[7]?.code, validFrom: "2027-01-01" });
  });

  it("is read alike from TopoJSON", () => {
    const topology = {
      type: "Topology",
      datum: "wgs84",
      transform: { scale: [0.01, 0.01], translate: [118, 35] },
      arcs: [
        [
          [80, 50],
          [0, 10],
        ],
        [
          [80, 60],
          [-10, 0],
          [0, -10],
          [10, 0],
        ],
        [
          [80, 50],
          [10, 0],
          [0, 10],
          [-10, 0],
        ],
      ],
      objects: {
        cells: {
          type: "GeometryCollection",
          geometries: [
            { type: "Polygon", arcs: [[0, 1]], properties: { 网格编码: "371122001001001" } },
            { type: "Polygon", arcs: [[2, -1]], properties: { 网格编码: "371122001001002" } },
          ],
        },
      },
    };
    const checked = checkGrid(readDrawing(topology), options);
    expect(checked.faults).toEqual([]);
    expect(checked.cells.map(({ rings }) => rings[0]?.[0]?.[0]?.[0])).toEqual([118.8, 118.8]);
  });
});

describe("a single cell that is drawn wrongly", () => {
  const one = (ring: Ring, code = "371122001001001") => document([polygon({ code }, [ring])]);

  it.each<[string, Ring, string]>([
    ["is not closed", square(118.8, 35.5, 0.01).slice(0, -1), "notClosed"],
    [
      "has two corners",
      [
        [118.8, 35.5],
        [118.9, 35.5],
        [118.8, 35.5],
      ],
      "tooFewPoints",
    ],
    ["has a corner twice", [[118.8, 35.5], ...square(118.8, 35.5, 0.01)], "repeatedPoint"],
    [
      "is a bow tie",
      [
        [118.8, 35.5],
        [118.9, 35.6],
        [118.9, 35.5],
        [118.8, 35.6],
        [118.8, 35.5],
      ],
      "selfCrossing",
    ],
    [
      "has a spike",
      [
        [118.8, 35.5],
        [118.9, 35.5],
        [118.9, 35.7],
        [118.9, 35.6],
        [118.8, 35.6],
        [118.8, 35.5],
      ],
      "selfCrossing",
    ],
    ["is a sliver", square(118.8, 35.5, 0.00005), "sliver"],
    ["has a corner that is no number", [[118.8, Number.NaN], ...square(118.8, 35.5, 0.01)], "notANumber"],
  ])("says so when it %s", (_, ring, code) => {
    expect(codesOf(faultsOf(one(ring)))).toEqual([code]);
  });

  it.each([
    ["3711220010010", "codeLength"],
    ["371121001001001", "codePrefix"],
  ])("says so when its code is %s", (code, fault) => {
    expect(codesOf(faultsOf(one(square(118.8, 35.5, 0.01), code)))).toEqual([fault]);
  });

  it("says so when it has no code, a line for an area, or a code of another community", () => {
    const area = [square(118.8, 35.5, 0.01)];
    const line = { type: "LineString", coordinates: area[0] };
    const input = document([
      polygon({}, area),
      { type: "Feature", properties: { code: "371122001001002" }, geometry: line },
    ]);
    expect(codesOf(faultsOf(input))).toEqual(["notAnArea", "missingCode"]);
    const stray = polygon({ code: "371122001001001", communityCode: "371122001002" }, area);
    expect(faultsOf(document([stray]))).toMatchObject([{ code: "codePrefix", expected: "371122001002" }]);
  });
});

describe("cells that do not fit together", () => {
  it("shows a gap where one is missing, with its size and a place in it", () => {
    const faults = faultsOf(document(features.filter(({ properties }) => properties["code"] !== inner)));
    expect(codesOf(faults)).toEqual(["gap"]);
    expect(Number(faults[0]?.value)).toBeGreaterThan(100_000);
    expect(faults[0]?.cells.length).toBeGreaterThan(2);
  });

  it("shows a gap of a few metres round a cell that is drawn too small", () => {
    const shrunk = changed(inner, (ring) => {
      const [lng, lat] = middleOf(ring);
      return ring.map(([x, y]) => [lng + (x - lng) * 0.98, lat + (y - lat) * 0.98]);
    });
    const gap = faultsOf(document(shrunk)).find(({ code }) => code === "gap");
    expect(gap?.cells.length).toBeGreaterThan(2);
  });

  it("shows an overlap where a cell is drawn into its neighbours", () => {
    const grown = changed(inner, (ring) => {
      const [lng, lat] = middleOf(ring);
      return ring.map(([x, y]) => [lng + (x - lng) * 1.05, lat + (y - lat) * 1.05]);
    });
    const faults = faultsOf(document(grown));
    expect(codesOf(faults)).toContain("overlap");
    expect(faults.find(({ code }) => code === "overlap")?.cells).toContain(inner);
  });

  it("shows a cell that is there twice", () => {
    const twice = features.find(({ properties }) => properties["code"] === inner);
    const codes = codesOf(faultsOf(document([...features, ...(twice ? [twice] : [])])));
    expect(codes).toEqual(["repeatedCode", "overlap"]);
  });

  it("accepts corners of a neighbour on a long side", () => {
    const input = document([
      polygon({ code: "371122001001001" }, [square(118.8, 35.5, 0.02)]),
      polygon({ code: "371122001001002" }, [square(118.82, 35.5, 0.01)]),
      polygon({ code: "371122001001003" }, [square(118.82, 35.51, 0.01)]),
    ]);
    expect(faultsOf(input)).toEqual([]);
  });

  it("lets a dedicated cell lie on the others", () => {
    const market = polygon({ code: "371122102284900", 类型: "专属网格" }, [square(118.9, 35.7, 0.002)]);
    expect(faultsOf(document([...features, market]))).toEqual([]);
  });
});

describe("coordinates of another kind", () => {
  const mapped = (change: (corner: Corner) => Corner) =>
    features.map((feature) => {
      const rings = feature.geometry.coordinates as readonly Ring[];
      return polygon(
        feature.properties,
        rings.map((ring) => ring.map(change)),
      );
    });

  it("are asked for when the file does not state them", () => {
    expect(faultsOf(document(features, {}))).toMatchObject([{ code: "datumUnstated", severity: "warning" }]);
    expect(faultsOf(document(features, {}), { datum: "wgs84" })).toEqual([]);
  });

  it("are turned into WGS-84 when the file states GCJ-02", () => {
    const shifted = mapped(([lng, lat]) => {
      const point = fromWgs84({ lng, lat }, "gcj02");
      return [point.lng, point.lat];
    });
    const checked = checkGrid(readDrawing(document(shifted, { datum: "gcj02" })), options);
    const [lng = 0] = checked.cells[0]?.rings[0]?.[0]?.[0] ?? [];
    expect(lng).toBeCloseTo(cells[0]?.rings[0]?.[0]?.[0]?.[0] ?? 0, 7);
  });

  it("are suspected when the file says WGS-84 but everything lies half a kilometre to the east", () => {
    const shifted = mapped(([lng, lat]) => {
      const point = fromWgs84({ lng, lat }, "gcj02");
      return [point.lng, point.lat];
    });
    const faults = faultsOf(document(shifted), { published: cells });
    expect(faults).toMatchObject([{ code: "datumSuspected", expected: "gcj02" }]);
    expect(Math.abs(Number(faults[0]?.value) - 495)).toBeLessThan(20);
  });

  it("are recognised as swapped", () => {
    expect(codesOf(faultsOf(document(few.map(swap))))).toEqual(["swapped"]);
    expect(codesOf(faultsOf(document(few.map(swap)), { published: cells }))).toEqual(["swapped"]);
  });

  it("are refused in another province, with how far away they are", () => {
    const far = mapped(([lng, lat]) => [lng - 10, lat]);
    const [fault] = faultsOf(document(far), { published: cells });
    expect(fault).toMatchObject({ code: "elsewhere", severity: "error" });
    // Ten degrees of longitude at this latitude are some 900 km
    expect(Math.abs(Number(fault?.value) - 905)).toBeLessThan(50);
  });

  it("are refused in the sea beyond China, whether or not there is a county to compare with", () => {
    const sea = document(mapped(([lng, lat]) => [lng + 30, lat]));
    expect(codesOf(faultsOf(sea))).toEqual(["offTheMap"]);
    expect(codesOf(faultsOf(sea, { published: cells }))).toEqual(["offTheMap"]);
  });

  it("are told from metres of a projection, with the zone's number in front or not", () => {
    for (const zone of [0, 40_000_000]) {
      const metres = document(mapped(([lng, lat]) => [zone + (lng - 117) * 90_000 + 500_000, lat * 111_000]));
      expect(codesOf(faultsOf(metres))).toEqual(["projected"]);
      expect(codesOf(faultsOf(metres, { published: cells }))).toEqual(["projected"]);
    }
  });

  function swap(feature: Feature): Feature {
    const rings = feature.geometry.coordinates as readonly Ring[];
    return polygon(
      feature.properties,
      rings.map((ring) => ring.map(([lng, lat]): Corner => [lat, lng])),
    );
  }
});

describe("a file that is no grid", () => {
  it.each([[null], [{ type: "Sphere" }], [{ type: "FeatureCollection", features: [] }], [[1, 2]], ["text"]])(
    "is refused: %j",
    (input) => {
      expect(codesOf(faultsOf(input))).toEqual(["notAGrid"]);
    },
  );
});

function middleOf(ring: Ring): Corner {
  const sum = ring.reduce(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}
