import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import { describe, expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { LONGEST_SEARCH } from "../../server/domain/search.ts";
import { HOUR } from "../../server/domain/time.ts";
import { type Client, moved, openHouse, reported } from "../support/app.ts";

async function rows(client: Client, filters: string): Promise<CaseListAnswer> {
  const answer = await client.get(`/api/cases${filters}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as CaseListAnswer;
}

describe("the worklist", () => {
  it("pages through every case once, newest first", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const numbers: string[] = [];
    for (let index = 0; index < 5; index++) numbers.unshift((await reported(gridWorker)).number);
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page: CaseListAnswer = await rows(gridWorker, `?limit=2${after === "" ? "" : `&after=${after}`}`);
      seen.push(...page.rows.map((row) => row.number));
      after = page.next;
    }
    expect(seen).toEqual(numbers);
  });

  it("tells what is in one's own hands from what one only sees", async () => {
    const house = await openHouse();
    const [gridWorker, township] = [await house.as("gridWorker"), await house.as("township")];
    const { id } = await reported(gridWorker);
    expect((await rows(township, "?tab=todo")).rows).toHaveLength(1);
    expect((await rows(gridWorker, "?tab=todo")).rows).toHaveLength(0);
    expect((await rows(gridWorker, "?mine=1")).rows).toHaveLength(1);
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    expect((await rows(township, "?tab=todo")).rows).toHaveLength(0);
    expect((await rows(await house.as("lights"), "?tab=todo")).rows).toHaveLength(1);
    expect((await rows(township, "?tab=open&unit=LD")).rows).toHaveLength(1);
    expect((await rows(township, "?tab=done")).rows).toHaveLength(0);
  });

  it("finds what is overdue, and what falls due today", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    await reported(await house.as("gridWorker"));
    expect((await rows(centre, "?due=today")).rows).toHaveLength(1);
    expect((await rows(centre, "?due=overdue")).rows).toHaveLength(0);
    house.clock.advance(10 * HOUR);
    expect((await rows(centre, "?due=overdue&sort=due")).rows).toHaveLength(1);
    expect((await rows(centre, "?lamp=red")).rows).toHaveLength(1);
    expect((await rows(centre, "?due=today")).rows).toHaveLength(0);
    const overview = await (await centre.get("/api/overview")).json();
    expect(overview).toMatchObject({
      open: 1,
      overdue: 1,
      reportedToday: 1,
      overdueRows: [{ holder: { name: "城阳街道" } }],
      holders: [{ holder: { code: "371122001" }, overdue: 1 }],
    });
  });

  it("finds words, and takes signs of the query language for words", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    await reported(await house.as("gridWorker"));
    expect((await rows(centre, `?q=${encodeURIComponent("路灯")}`)).rows).toHaveLength(1);
    for (const odd of ["%", "_", "' or 1=1 --", "\\"])
      expect((await rows(centre, `?q=${encodeURIComponent(odd)}`)).rows).toHaveLength(0);
  });

  it.each(["/api/cases", "/api/components"])(
    "looks on %s for as many letters as the field takes",
    async (path) => {
      const centre = await (await openHouse()).as("centre");
      const asked = (letters: number) => centre.get(`${path}?q=${encodeURIComponent("灯".repeat(letters))}`);
      expect((await asked(LONGEST_SEARCH)).status).toBe(200);
      expect((await asked(LONGEST_SEARCH + 1)).status).toBe(422);
    },
  );

  const bad = [
    "limit=0",
    "limit=101",
    "limit=1e1",
    "state=erased",
    "lamp=blue",
    "nonsense=1",
    "sort=id;drop",
    "due=never",
  ];
  it.each(bad)("refuses %s", async (filter) => {
    const house = await openHouse();
    expect((await (await house.as("centre")).get(`/api/cases?${filter}`)).status).toBe(422);
  });

  it("begins anew at a cursor that is none", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    await reported(await house.as("gridWorker"));
    expect([200, 422]).toContain((await centre.get("/api/cases?after=%27%22%3B--")).status);
    // Larger than any instant that PostgreSQL could compare with
    expect((await rows(centre, "?sort=due&after=9223372036854775808.x")).rows).toHaveLength(1);
  });
});

describe("the map", () => {
  it("shows cells with what is open in them, within one's scope", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    const cells = async (client: Client) =>
      ((await (await client.get("/api/map/cells")).json()) as { cells: { open: number }[] }).cells;
    expect((await cells(await house.as("township"))).map((cell) => cell.open)).toEqual([1, 0, 0]);
    expect((await cells(await house.as("otherTownship"))).map((cell) => cell.open)).toEqual([0, 0, 0]);
  });

  it("counts what is open in cells, within one's scope, and names only cells with something in them", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    const counts = async (client: Client) => (await (await client.get("/api/map/counts")).json()) as unknown;
    expect(await counts(await house.as("township"))).toEqual({
      cells: [{ code: "371122001001001", name: "城阳一组", open: 1, overdue: 0 }],
      beside: 0,
      gridVersion: null,
    });
    expect(await counts(await house.as("otherTownship"))).toEqual({
      cells: [],
      beside: 0,
      gridVersion: null,
    });
  });

  it("gives the base map to everybody, once", async () => {
    const house = await openHouse();
    const first = await house.nobody.get("/api/basemap");
    const sheet = (await first.json()) as BaseMapAnswer;
    expect(sheet.atlas.cells.map(({ code }) => code)).toEqual(house.deps.cells.map(({ code }) => code));
    expect(sheet.levels).toMatch(/^[nctr]+$/);
    expect(sheet.levels).toHaveLength(sheet.atlas.arcs.length);
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    expect((await house.nobody.request("/api/basemap", { headers })).status).toBe(304);
  });

  it("answers with nothing when nothing changed", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const first = await township.get("/api/map/cells");
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    expect((await township.request("/api/map/cells", { headers })).status).toBe(304);
  });

  it.each(["1,2,3", "a,b,c,d", "119,35,118,36", "1,2,3,4,5"])("refuses the box %s", async (box) => {
    const house = await openHouse();
    expect((await (await house.as("centre")).get(`/api/map/cases?box=${box}`)).status).toBe(422);
  });
});

describe("live pages", () => {
  it("hear of a new case in their scope", async () => {
    const house = await openHouse();
    const answer = await (await house.as("township")).get("/api/live");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = [(await reader?.read())?.value];
    const { id } = await reported(await house.as("gridWorker"));
    heard.push((await reader?.read())?.value);
    expect(answer.headers.get("Content-Type")).toContain("text/event-stream");
    expect(heard.join("")).toContain(`"id":"${id}"`);
    house.deps.live.close();
    await reader?.cancel();
  });
});

describe("a live page whose line broke", () => {
  it("is told at once what happened meanwhile, or that it cannot be known", async () => {
    const house = await openHouse();
    const township = await house.as("township");
    const mark = house.deps.live.mark();
    const { id } = await reported(await house.as("gridWorker"));
    const first = async (since: string) => {
      const answer = await township.request("/api/live", { headers: { "Last-Event-ID": since } });
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      let told = "";
      while (!/event: (case|gap)/u.test(told)) told += (await reader?.read())?.value ?? "";
      await reader?.cancel();
      return told;
    };
    expect(await first(mark)).toContain(`"id":"${id}"`);
    expect(await first("another-7")).toContain("event: gap");
    house.deps.live.close();
  });
});

describe("the previews of the report form", () => {
  it("place a point and read a text for anybody", async () => {
    const house = await openHouse();
    const place = await house.nobody.post("/api/locate", { point: { lng: 118.83, lat: 35.58 } });
    expect(await place.json()).toMatchObject({ cell: { name: "城阳一组" }, township: { name: "城阳街道" } });
    const read = await house.nobody.post("/api/classify", {
      text: "路灯不亮",
      point: { lng: 118.83, lat: 35.58 },
    });
    expect(await read.json()).toMatchObject({
      sure: true,
      suggestions: [{ code: "020101" }],
      responsible: { unit: { code: "LD" }, others: [{ unit: { code: "371122001" }, when: "行政村内" }] },
    });
  });
});

describe("the inbox", () => {
  it("shows the newest notice first", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    for (let made = 0; made < 8; made++) {
      await reported(gridWorker);
      house.clock.advance(1000);
    }
    const answer = await (await house.as("township")).get("/api/inbox");
    const told = ((await answer.json()) as { rows: { createdAt: number }[] }).rows.map(
      (row) => row.createdAt,
    );
    expect(told).toHaveLength(8);
    expect(told).toEqual(told.toSorted((a, b) => b - a));
  });
});
