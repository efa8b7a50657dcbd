import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import type {
  GridAnswer,
  GridCellsAnswer,
  GridDraftAnswer,
  GridTrialAnswer,
} from "../../server/domain/gridAnswers.ts";
import type { EvaluationAnswer, EvaluationRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import type { BaseMapAnswer, MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import { DAY } from "../../server/domain/time.ts";
import { cells, type Client, moved, openHouse, reported } from "../support/app.ts";
import { openPublished } from "../support/gridHouse.ts";

const [one, two, three] = cells.map((cell) => cell.rings[0]?.[0] ?? []);

/** The squares, the first of them in two halves: 城阳一组 keeps the west, the east is 城阳三组. */
function splitFile(change: (corner: readonly number[]) => readonly number[] = (corner) => corner): object {
  const [west, east] = [
    [
      [118.8, 35.55],
      [118.825, 35.55],
      [118.825, 35.65],
      [118.8, 35.65],
    ],
    [
      [118.825, 35.55],
      [118.9, 35.55],
      [118.9, 35.65],
      [118.825, 35.65],
    ],
  ];
  const square = (code: string, name: string, ring: readonly (readonly number[])[] = []) => ({
    type: "Feature",
    properties: { 编号: code, 名称: name },
    geometry: { type: "Polygon", coordinates: [[...ring, ring[0] ?? []].map(change)] },
  });
  return {
    type: "FeatureCollection",
    features: [
      square("371122001001001", "城阳一组", west),
      square("371122001001003", "城阳三组", east),
      square("371122001001002", "城阳二组", two),
      square("371122102001001", "招贤一组", three),
    ],
  };
}

async function sent(client: Client, file: BodyInit, query = ""): Promise<Response> {
  return await client.request(`/api/grid/import?layer=governance&file=a.geojson&code=编号${query}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
  });
}

async function draftOf(answer: Response): Promise<GridDraftAnswer> {
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as GridDraftAnswer;
}

const publishing = { layer: "governance", note: "一组太大" };

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
    const draft = await draftOf(await sent(admin, JSON.stringify(splitFile()), "&datum=cgcs2000"));
    expect(draft).toMatchObject({ revision: 1, datum: "cgcs2000", stated: true, faults: [], by: "王admin" });
    expect(draft.fields.map(({ name }) => name)).toEqual(["编号", "名称"]);
    const asked = { layer: "governance", revision: 1, validFrom: "2026-03-12" };
    const trial = (await (await admin.post("/api/grid/draft/trial", asked)).json()) as GridTrialAnswer;
    expect(trial).toMatchObject({ kept: 2, begun: 2, ended: 1, open: { looked: 1, moved: 1 } });
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

describe("a grid that is drawn", () => {
  it("begins as the one in force, is saved by whoever saw the newest, and may be thrown away", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const layer = "governance";
    const begun = await draftOf(await admin.post("/api/grid/draft/begin", { layer }));
    expect(begun).toMatchObject({ revision: 1, faults: [] });
    expect(begun.cells.map(({ code }) => code)).toEqual(cells.map(({ code }) => code));
    const renamed = begun.cells.map((cell, place) => (place === 0 ? { ...cell, name: "城阳东组" } : cell));
    const save = async (revision: number) =>
      await admin.post("/api/grid/draft/save", { layer, revision, cells: renamed });
    expect(await draftOf(await save(1))).toMatchObject({
      revision: 2,
      cells: [{ name: "城阳东组" }, {}, {}],
    });
    expect((await save(1)).status).toBe(409);
    expect((await admin.post("/api/grid/draft/begin", { layer })).status).toBe(409);
    const answer = await admin.post("/api/grid/draft/discard", { layer, revision: 2 });
    expect(((await answer.json()) as GridAnswer).drafts).toEqual([]);
  });

  it("is not published with errors, without a change, in the past, or before a version that is to come", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const layer = "governance";
    const { cells: drawn } = await draftOf(await admin.post("/api/grid/draft/begin", { layer }));
    const publish = async (revision: number, validFrom: string) => {
      const answer = await admin.post("/api/grid/draft/publish", { ...publishing, revision, validFrom });
      return { status: answer.status, text: await answer.text() };
    };
    expect(await publish(1, "2026-03-10")).toMatchObject({
      status: 422,
      text: expect.stringContaining("没有任何变化"),
    });
    const save = async (revision: number, given: typeof drawn) =>
      await draftOf(await admin.post("/api/grid/draft/save", { layer, revision, cells: given }));
    const [first, ...others] = drawn;
    if (!first) throw new Error("No cell.");
    await save(1, [{ ...first, code: "12" }, ...others]);
    expect(await publish(2, "2026-03-10")).toMatchObject({
      status: 422,
      text: expect.stringContaining("1 处错误"),
    });
    await save(2, [{ ...first, name: "新名" }, ...others]);
    expect(await publish(3, "2026-03-09")).toMatchObject({
      status: 422,
      text: expect.stringContaining("不早于今天"),
    });
    expect((await publish(3, "2026-05-01")).status).toBe(200);
    await admin.post("/api/grid/draft/begin", { layer });
    await save(1, [{ ...first, name: "更新的名" }, ...others]);
    expect(await publish(2, "2026-04-01")).toMatchObject({
      status: 422,
      text: expect.stringContaining("2026-05-01"),
    });
  });
});

describe("figures by cell", () => {
  it("stay with the cell of each case's day, or follow the version that is asked for", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    const first = await reported(await house.as("gridWorker"));
    await moved(await house.as("township"), first.id, { action: "file", itemCode: "020101" });
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    await reported(await house.as("gridWorker"));
    const centre = await house.as("centre");
    const asked = "from=2026-03-01&to=2026-03-31&by=cell&township=371122001";
    const groups = async (query: string) => {
      const answer = await centre.get(`/api/evaluation?${asked}${query}`);
      return ((await answer.json()) as EvaluationAnswer).groups.map(({ group }) => group.code);
    };
    expect(await groups("")).toEqual(["371122001001001", "371122001001003"]);
    expect(await groups("&gridVersion=1")).toEqual(["371122001001001"]);
    expect(await groups("&gridVersion=2")).toEqual(["371122001001003"]);
    const behind = async (group: string) => {
      const part = `gridVersion=2&group=${group}&indicator=filedOnTime&part=of`;
      const answer = await centre.get(`/api/evaluation/cases?${asked}&${part}`);
      return ((await answer.json()) as EvaluationRowsAnswer).rows.map(({ caseId }) => caseId);
    };
    expect(await behind("371122001001003")).toEqual([first.id]);
    expect(await behind("371122001001001")).toEqual([]);
    const all = `/api/evaluation/cases?${asked}&gridVersion=2&indicator=filedOnTime&part=of`;
    expect(await (await centre.get(all)).json()).toMatchObject({
      gridVersion: { version: 2, validFrom: "2026-03-10" },
      rows: [{ caseId: first.id }],
    });
    const unknown = await centre.get(`/api/evaluation?${asked}&gridVersion=9`);
    expect(unknown.status).toBe(422);
    expect(await unknown.text()).toContain("治理网格的版本号（2、1）");
    expect((await centre.get("/api/evaluation?by=unit&gridVersion=1")).status).toBe(422);
  });
});

describe("a map by a chosen version", () => {
  it("draws the cells of that version and counts what is open by them", async () => {
    const house = await openPublished();
    const admin = await house.as("admin");
    await reported(await house.as("gridWorker"));
    await sent(admin, JSON.stringify(splitFile()), "&datum=wgs84");
    await admin.post("/api/grid/draft/publish", { ...publishing, revision: 1, validFrom: "2026-03-10" });
    const centre = await house.as("centre");
    const counts = async (query = "") =>
      (await (await centre.get(`/api/map/counts${query}`)).json()) as MapCountsAnswer;
    expect(await counts()).toEqual({
      gridVersion: null,
      cells: [{ code: "371122001001001", name: "城阳一组", open: 1, overdue: 0 }],
      beside: 0,
    });
    expect(await counts("?gridVersion=2")).toEqual({
      gridVersion: { version: 2, validFrom: "2026-03-10" },
      cells: [{ code: "371122001001003", name: "城阳三组", open: 1, overdue: 0 }],
      beside: 0,
    });
    expect((await centre.get("/api/map/counts?gridVersion=3")).status).toBe(422);
    const drawn = async (version: number) => {
      const answer = await centre.get(`/api/grid/versions/${version}/basemap`);
      return ((await answer.json()) as BaseMapAnswer).atlas.cells.map(({ code }) => code);
    };
    expect(await drawn(1)).not.toContain("371122001001003");
    expect(await drawn(2)).toContain("371122001001003");
  });

  it("knows the cells of other layers not as versions of the governance grid", async () => {
    const house = await openPublished();
    const said = { validFrom: "2026-01-01", note: "", source: "", by: "system", at: 1 } as const;
    const publication = { ...said, layer: "patrol", kept: [], begun: cells, ended: [] } as const;
    await house.store.grid.publish(publication, null);
    const centre = await house.as("centre");
    const answer = await centre.get("/api/map/counts?gridVersion=2");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("治理网格的版本号（1）");
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
