import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import type { GridAnswer, GridCellsAnswer, GridTrialAnswer } from "../../server/domain/gridAnswers.ts";
import { DAY } from "../../server/domain/time.ts";
import { cells, openHouse, reported } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";
import { draftOf, publishing, sent, splitFile } from "../support/gridFile.ts";

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
    ["a bare .shp", new Uint8Array([0, 0, 0x27, 0x0a, 0, 0]), "一起压成一个 zip"],
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
