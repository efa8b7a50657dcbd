import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { type Office, openOffice } from "../support/terminal.ts";

const WEST = "371122001001001";
const EAST = "371122001001002";

function square(code: string, lng: number, lat: number): object {
  const side = 0.01;
  const ring = [
    [lng, lat],
    [lng + side, lat],
    [lng + side, lat + side],
    [lng, lat + side],
    [lng, lat],
  ];
  return { type: "Feature", properties: { code }, geometry: { type: "Polygon", coordinates: [ring] } };
}

function put(office: Office, name: string, content: string | object): string {
  const file = join(office.folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function gridOf(...features: readonly object[]): object {
  return { type: "FeatureCollection", datum: "cgcs2000", features };
}

const twoCells = gridOf(square(WEST, 118.8, 35.5), square(EAST, 118.81, 35.5));

describe("huying locate --grid --in", () => {
  it("answers each point with its cell, or null with the reason", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", twoCells);
    const points = put(
      office,
      "points.csv",
      "lng,lat\n118.805,35.505\n118.815,35.505\n118.81,35.505\n118.9,35.5\n35.505,118.805\n118.8201,35.505\n,35\n",
    );
    const { code, out } = await office.run("locate", "--grid", grid, "--in", points, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { line: 2, lng: 118.805, lat: 35.505, cell: WEST, flags: [] },
      { cell: EAST, flags: [] },
      { cell: EAST, flags: [], metres: 0 },
      { cell: null, flags: ["outsideGrid"] },
      {
        cell: null,
        flags: ["badPoint", "swapped"],
        correction: { kind: "swapped", point: { lng: 118.805, lat: 35.505 }, cell: WEST },
      },
      { cell: EAST, flags: ["nearestBorder"] },
      { cell: null, flags: ["badPoint"], lng: null },
    ]);
  });

  it("answers 0 when each point has its cell, and prints a table without --json", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", twoCells);
    const points = put(office, "points.csv", "经度,纬度\n118.805,35.505\n");
    expect(await office.run("locate", "--grid", grid, "--in", points)).toMatchObject({
      code: 0,
      out: `lng,lat,cell,flags\n118.805,35.505,${WEST},\n`,
    });
  });

  it("asks when the circle of accuracy touches two cells, and takes no point outside when told so", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", twoCells);
    const points = put(office, "points.csv", "lng,lat,accuracy\n118.8099,35.505,30\n118.7999,35.505,0\n");
    const said = await office.run("locate", "--grid", grid, "--in", points, "--edge", "0", "--json");
    expect(JSON.parse(said.out)).toMatchObject([
      { cell: null, flags: ["accuracyCircle"], candidates: [{ cell: WEST }, { cell: EAST }] },
      { cell: null, flags: ["outsideGrid"] },
    ]);
  });

  it.each([
    ["a file that is not there", "nowhere.geojson", 3, "没有这个文件"],
    ["a file that is no JSON", "points.csv", 3, "不是 JSON"],
  ])("says what is wrong with %s", async (_, name, code, words) => {
    const office = openOffice();
    const points = put(office, "points.csv", "lng,lat\n1,2\n");
    const said = await office.run("locate", "--grid", join(office.folder, name), "--in", points);
    expect(said).toMatchObject({ code, err: expect.stringContaining(words) as string });
  });
});

describe("huying grid check", () => {
  it("answers 0 for a grid that may be published", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", twoCells);
    expect(await office.run("grid", "check", grid, "--prefix", "371122")).toMatchObject({
      code: 0,
      out: "2 个网格（cgcs2000）：可以发布。\n",
    });
  });

  it("names the cells, the place and what is wrong with them", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", gridOf(square(WEST, 118.8, 35.5), square("12", 118.805, 35.5)));
    const { code, out } = await office.run("grid", "check", grid);
    expect(code).toBe(1);
    expect(out).toMatch(/编码“12”应为 15 位数字/);
    expect(out).toMatch(/371122001001001、12（118\.\d+, 35\.\d+）：网格相互重叠/);
  });

  it("recognises the offset of GCJ-02 against the grid in force", async () => {
    const office = openOffice();
    const cells = Array.from(
      { length: 6 },
      (_, place) => [`37112200100100${place}`, 118.8 + place * 0.01] as const,
    );
    const published = put(
      office,
      "old.geojson",
      gridOf(...cells.map(([code, lng]) => square(code, lng, 35.5))),
    );
    const drawn = gridOf(
      ...cells.map(([code, lng]) => {
        const shifted = fromWgs84({ lng, lat: 35.5 }, "gcj02");
        return square(code, shifted.lng, shifted.lat);
      }),
    );
    const { code, out } = await office.run(
      "grid",
      "check",
      put(office, "new.geojson", drawn),
      "--against",
      published,
    );
    expect(code).toBe(1);
    expect(out).toContain("GCJ-02");
  });

  it("gives programs the faults as JSON", async () => {
    const office = openOffice();
    const grid = put(office, "grid.geojson", { ...gridOf(square(WEST, 118.8, 35.5)), datum: "" });
    const { code, out } = await office.run("grid", "check", grid, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      cells: 1,
      faults: [{ code: "datumUnstated", severity: "warning" }],
    });
  });
});

describe("huying place", () => {
  it("finds the crossing of two roads", async () => {
    const office = openOffice({ DEMO: "on" });
    const { code, out } = await office.run("place", "振兴路与莒州路交叉口东50米", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      guesses: [{ name: "振兴路与莒州路交叉口东50米", precision: "point", heard: "spelled" }],
    });
  });

  it("answers 1 when a person has to choose or nothing was said", async () => {
    const office = openOffice({ DEMO: "on" });
    expect(await office.run("place", "东杨家庄子村")).toMatchObject({
      code: 1,
      out: expect.stringContaining("棋山镇东杨家庄子村") as string,
    });
    expect(await office.run("place", "路灯不亮")).toMatchObject({ code: 1, out: "没有听出地名。\n" });
  });
});

describe("files that cannot be opened or hold nothing", () => {
  it.each([
    ["grid check", (folder: string) => ["grid", "check", folder], "这是文件夹，应为文件"],
    [
      "the grid of locate",
      (folder: string) => ["locate", "--grid", folder, "--in", folder],
      "这是文件夹，应为文件",
    ],
  ])("are told as what they are, not as a fault of the program: a folder as %s", async (_, words, told) => {
    const office = openOffice();
    expect(await office.run(...words(office.folder))).toMatchObject({
      code: 3,
      err: expect.stringContaining(told) as string,
    });
  });

  it.each([
    ["a folder", "", "这是文件夹，应为文件"],
    ["an empty table", "points.csv", "是空的"],
    ["nothing", "none.csv", "没有这个文件"],
  ])("are told of the points too: %s", async (_, name, told) => {
    const office = openOffice();
    put(office, "points.csv", "");
    const grid = put(office, "grid.geojson", twoCells);
    const points = name === "" ? office.folder : join(office.folder, name);
    expect(await office.run("locate", "--grid", grid, "--in", points)).toMatchObject({
      code: 3,
      err: expect.stringContaining(told) as string,
    });
  });
});
