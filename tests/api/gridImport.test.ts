import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import type { GridAnswer, GridCellsAnswer, GridTrialAnswer } from "../../server/domain/gridAnswers.ts";
import { DAY } from "../../server/domain/time.ts";
import { cells, openHouse, reported } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";
import { shapefileParts } from "../support/shapefile.ts";
import { draftOf, publishing, sent, splitFile } from "../support/gridFile.ts";

/** The head of a .shp without a shape: a hundred bytes, and it says so. */
const bareShape = new Uint8Array(100);
bareShape.set([0, 0, 0x27, 0x0a]);
new DataView(bareShape.buffer).setInt32(24, 50);

const one = cells[0]?.rings[0]?.[0] ?? [];

describe("a grid that is imported", () => {
  it("leaves nothing behind for the draft that follows it once it is thrown away", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const imported = await draftOf(await sent(admin, JSON.stringify(splitFile()), "&datum=cgcs2000"));
    expect(imported.cells).toHaveLength(4);
    const { layer, revision } = imported;
    expect((await admin.post("/api/grid/draft/discard", { layer, revision })).status).toBeLessThan(300);
    const begun = await draftOf(await admin.post("/api/grid/draft/begin", { layer }));
    expect(begun.revision).toBe(revision);
    expect(begun.cells.map(({ code }) => code)).toEqual(cells.map(({ code }) => code));
  });

  it("is a draft with its columns, tried out, published, and in use from its day on", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const worker = await house.as("gridWorker");
    const before = await reported(worker);
    expect(before.cell?.code).toBe("371122001001001");
    // Its circle touches a cell beside that stays as it is: it waits for a person, and no drawing moves it
    expect((await reported(worker, { point: { lng: 118.9001, lat: 35.58, accuracy: 100 } })).cell).toBeNull();
    const draft = await draftOf(await sent(admin, JSON.stringify(splitFile()), "&datum=cgcs2000"));
    expect(draft).toMatchObject({ revision: 1, datum: "cgcs2000", stated: true, faults: [], by: "王admin" });
    expect(draft.fields.map(({ name }) => name)).toEqual(["编号", "名称"]);
    const asked = { layer: "governance", revision: 1, validFrom: "2026-03-12" };
    const trial = (await (await admin.post("/api/grid/draft/trial", asked)).json()) as GridTrialAnswer;
    expect(trial).toMatchObject({ kept: 2, begun: 2, ended: 1, open: { looked: 2, moved: 1 } });
    expect(trial.open.rows).toEqual([
      { number: before.number, before: "371122001001001", after: "371122001001003" },
    ]);
    expect(trial.cells.map(({ change }) => change)).toEqual(["changed", "begun"]);
    const answer = await admin.post("/api/grid/draft/publish", {
      ...publishing,
      revision: 1,
      validFrom: "2026-03-12",
    });
    const listed = (await answer.json()) as GridAnswer;
    expect(listed.versions[0]).toMatchObject({
      version: 2,
      note: "一组太大",
      source: "a.geojson",
      inForce: false,
      kept: 2,
      begun: 2,
      ended: 1,
    });
    expect(listed.drafts).toEqual([]);
    expect((await reported(worker)).cell?.code).toBe("371122001001001");
    house.clock.advance(2 * DAY);
    expect(await house.deps.grid.refresh()).toBe(true);
    const after = await reported(await house.as("gridWorker"));
    expect(after.cell).toEqual({ code: "371122001001003", name: "城阳三组" });
    const kept = await house.store.cases.byId(before.id);
    expect(kept?.cellCode).toBe("371122001001001");
    expect(kept?.placement).toMatchObject({ gridVersion: "1" });
  });

  it("shows what each version kept, began and ended", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    const answer = await (await house.as("lights")).get("/api/grid/versions/2");
    const shown = (await answer.json()) as GridCellsAnswer;
    expect(shown.kept.map(({ code }) => code)).toEqual(["371122001001002", "371122102001001"]);
    expect(shown.begun.map(({ name }) => name)).toEqual(["城阳一组", "城阳三组"]);
    expect(shown.ended.map(({ rings }) => rings)).toEqual([[[one]]]);
  });

  it("is found to be shifted as GCJ-02 shifts, and put right by one tap", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const many = Array.from(
      { length: 6 },
      (_, place) => [`37112200100110${place}`, 118.8 + place * 0.01] as const,
    );
    const fileOf = (change: (corner: readonly [number, number]) => readonly number[]) => ({
      type: "FeatureCollection",
      features: many.map(([code, lng]) => ({
        type: "Feature",
        properties: { 编号: code },
        geometry: {
          type: "Polygon",
          coordinates: [
            (
              [
                [0, 0],
                [0.01, 0],
                [0.01, 0.01],
                [0, 0.01],
                [0, 0],
              ] as const
            ).map(([x, y]) => change([lng + x, 35.5 + y])),
          ],
        },
      })),
    });
    await sent(admin, JSON.stringify(fileOf((corner) => corner)), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    const shifted = fileOf(([lng, lat]) => Object.values(fromWgs84({ lng, lat }, "gcj02")));
    const draft = await draftOf(await sent(admin, JSON.stringify(shifted), "&datum=wgs84"));
    const suspected = draft.faults.find(({ code }) => code === "datumSuspected");
    expect(suspected).toMatchObject({ grave: true, correction: { kind: "datum", datum: "gcj02" } });
    const mended = await admin.post("/api/grid/draft/correct", {
      layer: "governance",
      revision: 1,
      correction: suspected?.correction,
    });
    expect(await draftOf(mended)).toMatchObject({ revision: 2, datum: "gcj02", faults: [] });
  });

  it("is put right when latitude stands before longitude or rings are left open", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const swapped = splitFile(([lng, lat]) => [lat ?? 0, lng ?? 0]);
    const draft = await draftOf(await sent(admin, JSON.stringify(swapped), "&datum=wgs84"));
    expect(draft.faults.find(({ code }) => code === "swapped")?.correction).toEqual({ kind: "swapped" });
    const asked = { layer: "governance", revision: 1, correction: { kind: "swapped" } };
    expect((await draftOf(await admin.post("/api/grid/draft/correct", asked))).faults).toEqual([]);
    expect((await admin.post("/api/grid/draft/correct", asked)).status).toBe(409);
  });

  it.each([
    ["nothing", "", "空的"],
    ["half a file", '{"type":"FeatureColl', "没有传完"],
    ["a rar", new Uint8Array([0x52, 0x61, 0x72, 0x21, 0, 1]), "rar"],
    ["a bare .shp", bareShape, "一起压成一个 zip"],
    ["half a zip", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), "zip 打不开"],
    ["a zip without shapes", zipSync({ "a.dbf": strToU8("x") }), "没有 .shp"],
    ["a zip with two layers", zipSync({ "a.shp": strToU8("x"), "b.shp": strToU8("x") }), "a.shp、b.shp"],
    [
      "a zip of Xi'an 1980",
      zipSync({ "a.shp": strToU8("x"), "a.prj": strToU8('PROJCS["Xian_1980_3_Degree"]') }),
      "西安 80",
    ],
    ["broken shapes", zipSync({ "a.shp": strToU8("x") }), "读不出来"],
    ["a picture", new Uint8Array([137, 80, 78, 71, 0, 0]), "不认识这种文件"],
  ])("is told apart from %s, and the draft stays", async (_, bytes, words) => {
    const house = await openPublished();
    const admin = await house.as("admin");
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    const answer = await sent(admin, bytes, "&revision=1");
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain(words);
    expect(await house.store.grid.draft("governance")).toMatchObject({ revision: 1 });
  });
});

describe("a zipped shapefile", () => {
  const degrees = 'GEOGCS["China_2000",DATUM["D_China_2000"]]';
  const metres =
    'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",120],PARAMETER["Scale_Factor",1],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]';
  const box = (west: number, south: number, side: number) =>
    [
      [west, south],
      [west, south + side],
      [west + side, south + side],
      [west + side, south],
      [west, south],
    ] as const;
  const fields = { 编号: "371122001001009", 名称: "九组" };
  const inDegrees = [{ ring: box(118.83, 35.58, 0.01), fields }];
  const inMetres = [{ ring: box(394_000, 3_939_000, 1000), fields }];
  const upload = async (parts: Readonly<Record<string, Uint8Array>>, query = "") => {
    const admin = await (await openPublished()).as("admin");
    return { admin, answer: await sent(admin, zipSync(parts), query) };
  };
  const told = async (answer: Response) => ((await answer.json()) as { detail: string }).detail;

  it("is read whole: degrees as they stand, metres by their projection", async () => {
    for (const [rows, prj] of [
      [inDegrees, degrees],
      [inMetres, metres],
    ] as const) {
      const draft = await draftOf((await upload(shapefileParts(rows, prj))).answer);
      expect(draft).toMatchObject({ datum: "cgcs2000", stated: true, faults: [] });
      const [lng = 0, lat = 0] = draft.cells[0]?.rings[0]?.[0]?.[0] ?? [];
      expect([lng.toFixed(1), lat.toFixed(1)]).toEqual(["118.8", "35.6"]);
    }
  });

  it.each([".shp", ".dbf"] as const)(
    "says of a %s that was cut off how long it should be and is",
    async (ending) => {
      const parts = shapefileParts(inDegrees, degrees);
      const name = `网格${ending}` as const;
      const whole = parts[name];
      // The mark of the end of a .dbf is no row of it, and many programs leave it out
      const expected = whole.length - (ending === ".dbf" ? 1 : 0);
      const { answer } = await upload({ ...parts, [name]: whole.subarray(0, whole.length - 20) });
      expect(answer.status).toBe(422);
      const detail = await told(answer);
      expect(detail).toContain(`${name} 应有 ${expected} 字节，只有 ${whole.length - 20} 字节`);
    },
  );

  it("says so of a bare .shp that was cut off, too", async () => {
    const whole = shapefileParts(inDegrees, degrees)["网格.shp"];
    const admin = await (await openPublished()).as("admin");
    expect(await told(await sent(admin, whole.slice(0, 150)))).toContain(
      `应有 ${whole.length} 字节，只有 150 字节`,
    );
    expect(await told(await sent(admin, whole.slice(0, 60)))).toContain("应有 100 字节，只有 60 字节");
  });

  it("tells which companion is missing, and goes on without the index but not without the table", async () => {
    const { "网格.dbf": table, "网格.shx": index, ...rest } = shapefileParts(inDegrees, degrees);
    const unindexed = await draftOf((await upload({ ...rest, "网格.dbf": table })).answer);
    expect(unindexed.faults).toMatchObject([
      {
        code: "noIndex",
        grave: false,
        message: "整个文件：zip 里没有 网格.shx（索引）：不影响，图形已按 .shp 读出，可以继续",
      },
    ]);
    const nameless = await draftOf((await upload({ ...rest, "网格.shx": index })).answer);
    expect(nameless.faults).toMatchObject([{ code: "noTable", grave: true }, { code: "missingCode" }]);
    expect(nameless.cells).toHaveLength(1);
  });

  it("asks where a projection stands beside degrees, and takes the answer by one tap", async () => {
    const { admin, answer } = await upload(shapefileParts(inDegrees, metres));
    const draft = await draftOf(answer);
    expect(draft).toMatchObject({ stated: false });
    expect(draft.cells[0]?.rings[0]?.[0]?.[0]).toEqual([118.83, 35.58]);
    const [asked] = draft.faults;
    expect(asked).toMatchObject({
      code: "degreesNotMetres",
      grave: true,
      message: expect.stringContaining("CGCS2000_3_Degree_GK_CM_120E") as string,
      correction: { kind: "datum", datum: "cgcs2000" },
    });
    const mended = await admin.post("/api/grid/draft/correct", {
      layer: "governance",
      revision: draft.revision,
      correction: asked?.correction,
    });
    expect(await draftOf(mended)).toMatchObject({ datum: "cgcs2000", stated: true, faults: [] });
  });

  it("only reminds of it where the person said the datum of the degrees", async () => {
    const { answer } = await upload(shapefileParts(inDegrees, metres), "&datum=wgs84");
    const { faults, stated } = await draftOf(answer);
    expect(stated).toBe(true);
    expect(faults).toMatchObject([{ code: "degreesNotMetres", grave: false }]);
  });

  it("does not guess a projection where metres stand beside degrees", async () => {
    const { faults } = await draftOf((await upload(shapefileParts(inMetres, degrees))).answer);
    expect(faults.map(({ code, grave }) => [code, grave])).toEqual([
      ["metresNotDegrees", true],
      ["datumUnstated", false],
      ["projected", true],
    ]);
  });
});

describe("a county without a grid", () => {
  it("says what to do, places nothing, and takes its first grid from any day", async () => {
    const house = await openHouse({ cells: [] });
    const admin = await house.as("admin");
    const listed = (await (await admin.get("/api/grid")).json()) as GridAnswer;
    expect(listed).toMatchObject({ versions: [], hint: expect.stringContaining("huying grid import") });
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    const first = { ...publishing, revision: 1, validFrom: "2025-01-01" };
    expect((await admin.post("/api/grid/draft/publish", first)).status).toBe(200);
    expect((await reported(await house.as("gridWorker"))).cell?.code).toBe("371122001001003");
  });
});
