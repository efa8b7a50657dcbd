import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type {
  ComponentAnswer,
  ComponentImportAnswer,
  ComponentsAnswer,
  NearComponentsAnswer,
  OwnComponentsAnswer,
} from "../../server/domain/component/answers.ts";
import type { Component } from "../../server/domain/component/component.ts";
import { DAY } from "../../server/domain/time.ts";
import { cells, type Client, type House, openHouse, reported } from "../support/app.ts";

const lamp: Component = {
  code: "3711220137000001",
  classCode: "0137",
  name: "振兴路路灯 1 号",
  owner: "SW",
  unit: "SW",
  cellCode: "371122001001001",
  lng: 118.83,
  lat: 35.58,
  state: "inUse",
  source: "test",
  updatedAt: 0,
};
const others: readonly Component[] = [
  { ...lamp, code: "3711220137000002", name: "振兴路路灯 2 号", lng: 118.8303 },
  {
    ...lamp,
    code: "3711220123000001",
    classCode: "0123",
    name: "无主井盖",
    owner: null,
    unit: null,
    lng: 118.8301,
  },
  { ...lamp, code: "3711220137000003", name: "招贤路灯", cellCode: "371122102001001", lat: 35.7 },
];

async function houseWithLamps(): Promise<House> {
  const house = await openHouse();
  await house.store.components.put([lamp, ...others]);
  return house;
}

async function json<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const csv = (rows: readonly string[]) =>
  Buffer.from(["标识码,名称,权属单位,经度,纬度", ...rows].join("\n")).toString("base64");

async function imported(client: Client, rows: readonly string[], changes: Record<string, unknown> = {}) {
  const body = { name: "路灯.csv", content: csv(rows), datum: "wgs84", dryRun: false, ...changes };
  const answer = await client.post("/api/components/import", body);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as ComponentImportAnswer;
}

describe("the components near a report", () => {
  it("are listed nearest first, and by item only those whose fault it is", async () => {
    const gridWorker = await (await houseWithLamps()).as("gridWorker");
    const near = await json<NearComponentsAnswer>(gridWorker, "/api/components/near?lng=118.83&lat=35.58");
    expect(near.rows.map(({ name }) => name)).toEqual(["振兴路路灯 1 号", "无主井盖", "振兴路路灯 2 号"]);
    expect(near.rows[0]).toMatchObject({ metres: 0, class: { name: "路灯" }, owner: { name: "水务局" } });
    const lamps = await json<NearComponentsAnswer>(
      gridWorker,
      "/api/components/near?lng=118.83&lat=35.58&item=020101",
    );
    expect(lamps.rows.map(({ code }) => code)).toEqual([lamp.code, "3711220137000002"]);
  });

  it("are told of a place as phones give it, with every digit that a number has", async () => {
    const gridWorker = await (await houseWithLamps()).as("gridWorker");
    const ofPhone = "/api/components/near?lng=118.83000000000001&lat=35.580000000000005";
    expect((await json<NearComponentsAnswer>(gridWorker, ofPhone)).rows[0]?.metres).toBe(0);
    expect((await gridWorker.get("/api/components/near?lng=35.58&lat=118.83")).status).toBe(422);
  });

  it("can be kept by the phone: those of one's own cells and no others", async () => {
    const house = await houseWithLamps();
    const own = await json<OwnComponentsAnswer>(await house.as("gridWorker"), "/api/components/mine");
    expect(own.rows.map(({ code }) => code)).toEqual(["3711220123000001", lamp.code, "3711220137000002"]);
    expect((await json<OwnComponentsAnswer>(await house.as("centre"), "/api/components/mine")).rows).toEqual(
      [],
    );
  });

  it("are told to nobody without an account", async () => {
    const { nobody } = await houseWithLamps();
    expect((await nobody.get("/api/components/near?lng=118.83&lat=35.58")).status).toBe(401);
  });
});

describe("a case of a component", () => {
  it("keeps it, stands where it stands, and is suggested to its owner before the place is asked", async () => {
    const house = await houseWithLamps();
    const gridWorker = await house.as("gridWorker");
    const without = await reported(gridWorker);
    const { id } = await reported(gridWorker, { componentCode: lamp.code, point: null, itemCode: "020101" });
    const township = await house.as("township");
    const found = await json<CaseAnswer>(township, `/api/cases/${id}`);
    expect(found.component).toEqual({
      code: lamp.code,
      name: lamp.name,
      owner: { code: "SW", name: "水务局" },
    });
    expect(found.point).toEqual({ lng: 118.83, lat: 35.58 });
    expect(found.responsible?.unit.code).toBe("SW");
    expect(found.responsible?.why.join()).toContain("先属主后属地");
    const plain = await json<CaseAnswer>(township, `/api/cases/${without.id}`);
    expect(plain.component).toBeNull();
    expect(plain.responsible?.unit.code).toBe("LD");
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("is named later, replaced and taken off, and the proposal and both fault histories follow", async () => {
    const house = await houseWithLamps();
    const { id } = await reported(await house.as("gridWorker"), { itemCode: "020101" });
    const township = await house.as("township");
    const act = async (body: Record<string, unknown>) => {
      const { version } = await json<CaseAnswer>(township, `/api/cases/${id}`);
      return await township.post(`/api/cases/${id}/moves`, { version, ...body });
    };
    const state = async () => {
      const found = await json<CaseAnswer>(township, `/api/cases/${id}`);
      const histories = await Promise.all(
        [lamp.code, "3711220137000002"].map(
          async (code) => (await json<ComponentAnswer>(township, `/api/components/${code}`)).cases,
        ),
      );
      return { owner: found.responsible?.unit.code, component: found.component?.code ?? null, histories };
    };
    expect(await state()).toEqual({ owner: "LD", component: null, histories: [0, 0] });
    await act({ action: "nameComponent", componentCode: lamp.code });
    expect(await state()).toEqual({ owner: "SW", component: lamp.code, histories: [1, 0] });
    await act({ action: "nameComponent", componentCode: "3711220137000002" });
    expect(await state()).toMatchObject({ component: "3711220137000002", histories: [0, 1] });
    const unknown = await act({ action: "nameComponent", componentCode: "3711220137999999" });
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({
      field: "componentCode",
      detail: expect.stringContaining("部件台账里有的 16 位标识码") as string,
    });
    expect((await act({ action: "dropComponent" })).status).toBe(200);
    expect(await state()).toEqual({ owner: "LD", component: null, histories: [0, 0] });
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("shows its owner in the preview before it is sent", async () => {
    const gridWorker = await (await houseWithLamps()).as("gridWorker");
    const answer = await gridWorker.post("/api/classify", {
      text: "路灯不亮",
      itemCode: "020101",
      componentCode: lamp.code,
    });
    expect(await answer.json()).toMatchObject({ responsible: { unit: { code: "SW" } } });
  });

  it("is refused with a component that nobody knows, by name of the field", async () => {
    const gridWorker = await (await houseWithLamps()).as("gridWorker");
    const answer = await gridWorker.post("/api/reports", {
      id: "report-unknown",
      text: "路灯不亮",
      channel: "gridWorker",
      componentCode: "3711220137999999",
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field: "componentCode" });
  });
});

describe("the history of a component", () => {
  it("counts its cases, its repairs, and says when it fails again and again", async () => {
    const house = await houseWithLamps();
    const known = async () =>
      await json<ComponentAnswer>(await house.as("centre"), `/api/components/${lamp.code}`);
    expect(await known()).toMatchObject({ cases: 0, repeated: false, history: [], lastMendedAt: null });
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      house.clock.advance(DAY);
      ids.unshift((await reported(await house.as("gridWorker"), { componentCode: lamp.code })).id);
    }
    const found = await known();
    expect(found).toMatchObject({ cases: 3, lately: 3, repeated: true });
    expect(found.history.map(({ id }) => id)).toEqual(ids);
    const repeated = await json<ComponentsAnswer>(
      await house.as("centre"),
      "/api/components?trouble=repeated",
    );
    expect(repeated.rows.map(({ code }) => code)).toEqual([lamp.code]);
    house.clock.advance(200 * DAY);
    expect(
      await json<ComponentsAnswer>(await house.as("centre"), "/api/components?trouble=repeated"),
    ).toMatchObject({
      total: 0,
    });
  });

  it("tells people who may not see a case its state and no more", async () => {
    const house = await houseWithLamps();
    await reported(await house.as("gridWorker"), { componentCode: lamp.code });
    const [row] = (await json<ComponentAnswer>(await house.as("admin"), `/api/components/${lamp.code}`))
      .history;
    expect(row).toMatchObject({ state: "reported", id: null, number: null, text: null });
  });

  it("is not found for a code that is none", async () => {
    const centre = await (await houseWithLamps()).as("centre");
    expect((await centre.get("/api/components/3711229999999999")).status).toBe(404);
  });
});

describe("the register of components", () => {
  it("is searched by name, class, owner and place, page by page", async () => {
    const house = await houseWithLamps();
    const admin = await house.as("admin");
    const names = async (query: string) =>
      (await json<ComponentsAnswer>(admin, `/api/components${query}`)).rows.map(({ name }) => name);
    expect(await names("")).toHaveLength(4);
    expect(await names(`?q=${encodeURIComponent("振兴路")}`)).toEqual(["振兴路路灯 1 号", "振兴路路灯 2 号"]);
    expect(await names("?class=0123")).toEqual(["无主井盖"]);
    expect(await names("?owner=none")).toEqual(["无主井盖"]);
    expect(await names("?within=371122102")).toEqual(["招贤路灯"]);
    await house.store.components.put(
      Array.from({ length: 60 }, (_, at) => ({
        ...lamp,
        code: `37112201370010${String(at).padStart(2, "0")}`,
      })),
    );
    const page = await json<ComponentsAnswer>(admin, "/api/components");
    expect([page.rows.length, page.total, page.next]).toEqual([50, 64, page.rows.at(-1)?.code]);
    expect((await json<ComponentsAnswer>(admin, `/api/components?after=${page.next}`)).rows).toHaveLength(14);
  });
});

describe("the import of a file", () => {
  const rows = ["3711220137000050,新灯,路灯所,118.85,35.6", "3711220137000051,新灯二,,118.86,35.6"];

  it("stores good rows, tells of bad ones by line, and changes nothing the second time", async () => {
    const house = await houseWithLamps();
    const admin = await house.as("admin");
    const bad = "3711220137000052,坏行,灯具厂,118.85,35.6";
    expect(await imported(admin, [...rows, bad])).toMatchObject({
      rows: 3,
      added: 2,
      changed: 0,
      faultCount: 1,
      stored: true,
      faults: [{ line: 4, message: "第 4 行：权属单位“灯具厂”不合要求，应为：本县单位的代码、全称或简称" }],
    });
    expect(await imported(admin, rows)).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(await imported(admin, ["3711220137000050,旧灯,路灯所,118.85,35.6"])).toMatchObject({ changed: 1 });
  });

  it("only looks when asked to", async () => {
    const house = await houseWithLamps();
    expect(await imported(await house.as("admin"), rows, { dryRun: true })).toMatchObject({
      added: 2,
      stored: false,
    });
    expect(await house.store.components.byCodes(["3711220137000050"])).toEqual([]);
  });

  it("stores nothing when what is known already lies off by the shift of another datum, and says which", async () => {
    const house = await houseWithLamps();
    const centre = await house.as("centre");
    const stand = Array.from({ length: 6 }, (_, at) => ({ lng: 118.84 + at / 100, lat: 35.6 }));
    const rowsIn = (datum: "wgs84" | "gcj02") =>
      stand.map((point, at) => {
        const { lng, lat } = fromWgs84(point, datum);
        return `371122013700006${at},灯${at},路灯所,${lng},${lat}`;
      });
    await imported(centre, rowsIn("wgs84"));
    const shifted = await imported(centre, rowsIn("gcj02"));
    expect(shifted).toMatchObject({ stored: false, offset: { datum: "gcj02" } });
    expect(shifted.offset?.message).toContain("GCJ-02");
    expect(await imported(centre, rowsIn("gcj02"), { datum: "gcj02" })).toMatchObject({
      stored: true,
      offset: null,
    });
  });

  it("offers to exchange longitude and latitude where rows look so, does it when asked, and keeps what was right", async () => {
    const house = await houseWithLamps();
    const admin = await house.as("admin");
    const mixed = [
      "3711220137000050,写反,路灯所,35.6,118.85",
      "3711220137000051,写反二,,35.6,118.86",
      "3711220137000052,没写反,,118.87,35.6",
      "3711220137000053,海里,,121.5,31.2",
    ];
    const straight = await imported(admin, mixed, { dryRun: true });
    expect(straight).toMatchObject({ added: 1, faultCount: 3, turned: 0, offset: null });
    expect(straight.offers).toEqual([
      {
        kind: "swapped",
        datum: null,
        rows: 2,
        message: "2 行的经度和纬度像是写反了：对调以后，这 2 行都在本县网格以内。",
      },
    ]);
    const exchanged = await imported(admin, mixed, { swap: true });
    expect(exchanged).toMatchObject({ added: 3, faultCount: 1, turned: 2, offers: [], stored: true });
    const stored = await house.store.components.byCodes(["3711220137000050", "3711220137000052"]);
    expect(stored.map(({ lng, lat }) => [lng, lat])).toEqual([
      [118.85, 35.6],
      [118.87, 35.6],
    ]);
  });

  it("offers another datum where rows lie outside the county and none does in that one", async () => {
    const admin = await (await houseWithLamps()).as("admin");
    /** 100 metres inside the eastern border: as a map service shifts them they lie 400 metres beyond. */
    const rim = Math.max(...cells.flatMap(({ rings }) => rings.flat(2).map(([lng]) => lng)));
    const shifted = Array.from({ length: 6 }, (_, at) => {
      const { lng, lat } = fromWgs84({ lng: rim - 0.001, lat: 35.55 + at / 100 }, "gcj02");
      return `371122013700006${at},灯${at},路灯所,${lng},${lat}`;
    });
    const read = await imported(admin, shifted, { dryRun: true });
    expect(read.offers).toMatchObject([{ kind: "datum", datum: "gcj02", rows: 6 }]);
    expect(await imported(admin, shifted, { dryRun: true, datum: "gcj02" })).toMatchObject({
      added: 6,
      faultCount: 0,
      offers: [],
    });
    expect((await imported(admin, shifted.slice(0, 4), { dryRun: true })).offers).toEqual([]);
  });

  it.each([
    ["名称,经度,纬度\n灯,118.8,35.6", "标识码"],
    ["标识码,名称\n3711220137000050,灯", "经度、纬度"],
  ])("says which column it misses", async (text, column) => {
    const admin = await (await houseWithLamps()).as("admin");
    const content = Buffer.from(text).toString("base64");
    const answer = await admin.post("/api/components/import", {
      name: "a.csv",
      content,
      datum: "wgs84",
      dryRun: true,
    });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toContain(column);
  });

  it("reads points of a GeoJSON file", async () => {
    const house = await houseWithLamps();
    const text = JSON.stringify({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { 标识码: "3711220137000070", 名称: "灯", 权属单位: "LD" },
          geometry: { type: "Point", coordinates: [118.85, 35.6] },
        },
      ],
    });
    const content = Buffer.from(text).toString("base64");
    expect(await imported(await house.as("admin"), [], { name: "灯.geojson", content })).toMatchObject({
      added: 1,
    });
  });

  it("is for the administrator and the centre", async () => {
    const house = await houseWithLamps();
    for (const staff of ["gridWorker", "township", "lights"] as const) {
      const body = { name: "a.csv", content: csv(rows), datum: "wgs84", dryRun: true };
      expect((await (await house.as(staff)).post("/api/components/import", body)).status).toBe(403);
    }
  });
});

describe("a report that is sent twice", () => {
  it("stays one case of its component", async () => {
    const house = await houseWithLamps();
    const gridWorker = await house.as("gridWorker");
    const first = await reported(gridWorker, { id: "report-again", componentCode: lamp.code });
    const again = await gridWorker.post("/api/reports", {
      id: "report-again",
      text: "振兴路路灯不亮",
      channel: "gridWorker",
      componentCode: lamp.code,
    });
    expect(((await again.json()) as ReportAnswer).id).toBe(first.id);
    expect(await house.store.components.casesOf(lamp.code, 10)).toHaveLength(1);
  });
});
