/** The cells of role × route × own or foreign that matter, each stated by hand. */
import { describe, expect, it } from "vitest";
import { type Client, type House, moved, openHouse, reported, type Staff } from "../support/app.ts";

interface Scene {
  readonly house: House;
  /** In 城阳一组, dispatched to the street-light office. */
  readonly id: string;
}

async function dispatchedLight(): Promise<Scene> {
  const house = await openHouse();
  const { id } = await reported(await house.as("gridWorker"), {
    reporter: { name: "李四", phone: "13800005678" },
  });
  const township = await house.as("township");
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return { house, id };
}

const move = (action: string, fields: Record<string, unknown> = {}) => ({
  path: (id: string) => `/api/cases/${id}/moves`,
  body: { action, version: 3, ...fields },
});
const read = { path: (id: string) => `/api/cases/${id}` };
const reveal = { path: (id: string) => `/api/cases/${id}/reveal`, body: { reason: "回访反映人" } };
const list = { path: () => "/api/people" };

interface Cell {
  readonly who: Staff | "nobody";
  readonly does: string;
  readonly ask: { readonly path: (id: string) => string; readonly body?: unknown };
  readonly status: number;
}

const cells: readonly Cell[] = [
  { who: "gridWorker", does: "reads a case of an own cell", ask: read, status: 200 },
  { who: "township", does: "reads a case of the own area", ask: read, status: 200 },
  { who: "otherTownship", does: "does not even learn of another's case", ask: read, status: 404 },
  { who: "lights", does: "reads a case it leads", ask: read, status: 200 },
  { who: "water", does: "does not learn of another unit's case", ask: read, status: 404 },
  { who: "centre", does: "reads every case", ask: read, status: 200 },
  { who: "leader", does: "reads every case", ask: read, status: 200 },
  { who: "admin", does: "reads no case", ask: read, status: 404 },
  { who: "nobody", does: "reads no case", ask: read, status: 401 },
  { who: "lights", does: "accepts its own case", ask: move("accept"), status: 200 },
  { who: "water", does: "accepts no foreign case", ask: move("accept"), status: 404 },
  { who: "township", does: "accepts nothing for a department", ask: move("accept"), status: 403 },
  { who: "leader", does: "accepts nothing", ask: move("accept"), status: 403 },
  { who: "leader", does: "urges", ask: move("urge"), status: 200 },
  { who: "lights", does: "urges nobody", ask: move("urge"), status: 403 },
  { who: "otherTownship", does: "urges no foreign case", ask: move("urge"), status: 404 },
  { who: "nobody", does: "moves nothing", ask: move("accept"), status: 401 },
  { who: "township", does: "files no case twice", ask: move("file", { itemCode: "020101" }), status: 409 },
  { who: "township", does: "sees the reporter after giving a reason", ask: reveal, status: 200 },
  { who: "centre", does: "sees the reporter after giving a reason", ask: reveal, status: 200 },
  {
    who: "lights",
    does: "sees the reporter of an ordinary case after giving a reason",
    ask: reveal,
    status: 200,
  },
  { who: "gridWorker", does: "sees no reporter", ask: reveal, status: 403 },
  { who: "leader", does: "sees no reporter", ask: reveal, status: 403 },
  { who: "otherTownship", does: "asks for no foreign reporter", ask: reveal, status: 404 },
  { who: "admin", does: "lists accounts", ask: list, status: 200 },
  { who: "centre", does: "lists no accounts", ask: list, status: 403 },
  { who: "township", does: "lists no accounts", ask: list, status: 403 },
  { who: "nobody", does: "lists no accounts", ask: list, status: 401 },
];

describe("access", () => {
  it.each(cells)("$who $does: $status", async ({ who, ask, status }) => {
    const { house, id } = await dispatchedLight();
    const client: Client = who === "nobody" ? house.nobody : await house.as(who);
    const { body } = ask as { body?: unknown };
    const answer =
      body === undefined ? await client.get(ask.path(id)) : await client.post(ask.path(id), body);
    expect(answer.status).toBe(status);
  });

  it("tells a foreign case from no case by nothing", async () => {
    const { house, id } = await dispatchedLight();
    const water = await house.as("water");
    const [foreign, none] = [await water.get(`/api/cases/${id}`), await water.get("/api/cases/none")];
    expect(await foreign.text()).toBe(await none.text());
  });

  it("lists, counts and maps only what a person may open", async () => {
    const { house } = await dispatchedLight();
    for (const [who, seen] of [
      ["lights", 1],
      ["water", 0],
      ["otherTownship", 0],
      ["admin", 0],
      ["centre", 1],
    ] as const) {
      const client = await house.as(who);
      expect(await (await client.get("/api/cases")).json()).toHaveProperty("rows.length", seen);
      expect(await (await client.get("/api/cases/counts")).json()).toHaveProperty("total", seen);
      const pins = await client.get("/api/map/cases?box=118,35,119,36");
      expect(await pins.json()).toHaveProperty("rows.length", seen);
      expect(await (await client.get("/api/overview")).json()).toHaveProperty("open", seen);
    }
  });

  it("offers each person exactly the moves that will be allowed", async () => {
    const { house, id } = await dispatchedLight();
    const offered = async (who: Staff) => {
      const file = (await (await (await house.as(who)).get(`/api/cases/${id}`)).json()) as {
        moves: { action: string }[];
      };
      return file.moves.map((offer) => offer.action);
    };
    expect(await offered("lights")).toEqual([
      "accept",
      "return",
      "comment",
      "transfer",
      "nameComponent",
      "handOver",
      "contact",
    ]);
    expect(await offered("township")).toEqual([
      "urge",
      "comment",
      "transfer",
      "nameComponent",
      "callAssist",
      "merge",
      "keepApart",
      "link",
      "unlink",
    ]);
    expect(await offered("gridWorker")).toEqual([
      "comment",
      "transfer",
      "nameComponent",
      "merge",
      "keepApart",
    ]);
    expect(await offered("leader")).toEqual(["urge", "comment", "instruct"]);
  });
});

describe("an account that was disabled", () => {
  it("is out at its next request", async () => {
    const house = await openHouse();
    const [lights, admin] = [await house.as("lights"), await house.as("admin")];
    expect((await lights.get("/api/cases")).status).toBe(200);
    await admin.post("/api/people/lights-1/disable", { disabled: true });
    expect((await lights.get("/api/cases")).status).toBe(401);
    expect(
      (await house.nobody.post("/api/session", { username: "lights", password: "correct horse battery" }))
        .status,
    ).toBe(401);
  });
});
