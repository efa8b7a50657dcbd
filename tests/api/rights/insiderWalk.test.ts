/**
 * 内部人试探: people of the house ask for a confidential case of another township by every name that it has. What comes back
 * is the same, to the last byte and head, as for a case that never was: not even that it exists is told.
 */
import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../../server/domain/caseAnswers.ts";
import type { ReportAnswer } from "../../../server/domain/reportAnswers.ts";
import type { ExportAnswer } from "../../../server/domain/securityAnswers.ts";
import { type Client, moved } from "../../support/app.ts";
import { plantScene, type Scene, type Viewer } from "./scene.ts";
import { askedOf, type Cell, cells } from "./table.ts";

/** Who is within the house and may see nothing of the far case. */
const insiders: ReadonlySet<Viewer> = new Set(["gridWorker", "township", "lights", "water", "admin"]);

/** The street-light office leads the call about it, and sees that call. */
function isParty(viewer: Viewer, address: string): boolean {
  return viewer === "lights" && address.includes("/api/calls/");
}

interface Told {
  readonly status: number;
  readonly all: string;
}

async function told(answer: Response): Promise<Told> {
  const heads = [...answer.headers].filter(([name]) => name !== "x-request-id");
  return { status: answer.status, all: JSON.stringify([answer.status, heads, await answer.text()]) };
}

/** The same name of nothing: as long, as lawful, and of no case. */
function never(name: string): string {
  return name.replace(/.{3}$/, (end) => (end === "777" ? "778" : "777"));
}

/** Every name of the far case. */
function namesOf({ far }: Scene): readonly string[] {
  return [far.id, far.number, far.photo, far.call, far.callNumber, far.clock].filter((name) => name !== "");
}

function neverWas(text: string, scene: Scene): string {
  return namesOf(scene).reduce((all, name) => all.replaceAll(name, never(name)), text);
}

/** Two answers with the names taken out that the question itself contained. */
function isSame(real: Told, none: Told, scene: Scene): boolean {
  return neverWas(real.all, scene) === none.all;
}

function requestOf(cell: Cell, scene: Scene) {
  const [method = "GET", path = ""] = cell.route.split(" ");
  const asked = askedOf(cell, scene);
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? "none");
  return { method, address: address + (asked.query ?? ""), body: asked.body };
}

async function send(client: Client, { method, address, body }: ReturnType<typeof requestOf>, heads = {}) {
  return await told(
    await client.request(address, {
      method,
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      headers: { "Content-Type": "application/json", ...heads },
    }),
  );
}

describe("a clerk, a worker, two offices and an administrator who may not see it", () => {
  it("are answered about it as about a case that never was, by whatever route", async () => {
    const scene = await plantScene();
    const asked = cells.filter(
      ({ about, viewer, status, route }) =>
        about === "far" && insiders.has(viewer) && status >= 400 && !isParty(viewer, route),
    );
    expect(asked.length).toBeGreaterThan(70);
    const odd: string[] = [];
    for (const cell of asked) {
      const request = requestOf(cell, scene);
      const none = JSON.parse(neverWas(JSON.stringify(request), scene)) as typeof request;
      const client = scene.clients[cell.viewer];
      const [real, unreal] = [await send(client, request), await send(client, none)];
      if (!isSame(real, unreal, scene)) odd.push(`${cell.viewer} ${cell.route}: ${real.all} ${unreal.all}`);
    }
    expect(odd).toEqual([]);
  }, 90_000);

  it.each([
    ["HEAD", {}],
    ["GET", { "If-None-Match": "*" }],
    ["GET", { Range: "bytes=0-1" }],
    ["GET", { "If-Modified-Since": "Sun, 01 Mar 2037 00:00:00 GMT" }],
    ["OPTIONS", {}],
    ["DELETE", {}],
  ])("learn nothing more by %s with %j", async (method, heads) => {
    const scene = await plantScene();
    const { far, clients } = scene;
    const paths = [
      `/api/photos/${far.photo}`,
      `/api/cases/${far.id}`,
      `/api/cases/${far.id}/proof`,
      `/print/cases/${far.id}`,
      `/api/calls/${far.call}`,
    ];
    for (const viewer of insiders)
      for (const address of paths.filter((path) => !isParty(viewer, path))) {
        const real = await send(clients[viewer], { method, address, body: undefined }, heads);
        const none = await send(
          clients[viewer],
          { method, address: neverWas(address, scene), body: undefined },
          heads,
        );
        expect(real.status, `${viewer} ${address}`).toBeGreaterThanOrEqual(400);
        expect(isSame(real, none, scene), `${viewer} ${address}: ${real.all} ${none.all}`).toBe(true);
      }
  });

  it("find no picture of it in any size, by any address near its own", async () => {
    const { far, clients } = await plantScene();
    for (const viewer of insiders)
      for (const address of [
        `/api/photos/${far.photo}?size=small`,
        `/api/photos/${far.photo}/thumbnail`,
        `/api/photos/${far.photo}.jpg`,
        `/api/photos/${far.photo.toUpperCase()}`,
        `/photos/${far.photo}.jpg`,
        `/photos/${far.photo.slice(0, 2)}/${far.photo}`,
        `/data/photos/${far.photo}`,
      ]) {
        const answer = await clients[viewer].get(address);
        expect(answer.headers.get("Content-Type") ?? "", `${viewer} ${address}`).not.toContain("image/");
      }
  });

  it("meet its number in no refusal: joining, linking and calling about it say what they say of no case", async () => {
    const scene = await plantScene();
    const { near, far, clients } = scene;
    const { version } = (await (await clients.township.get(`/api/cases/${near.id}`)).json()) as CaseAnswer;
    const acts = [
      { action: "merge", into: far.number, version },
      { action: "keepApart", into: far.number, version },
      { action: "link", into: far.number, linkKind: "sameCause", version },
      { action: "unlink", into: far.number, version },
    ];
    const tried = [
      ...acts.map((body) => ({ method: "POST", address: `/api/cases/${near.id}/moves`, body })),
      {
        method: "POST",
        address: "/api/calls",
        body: {
          id: "launch-walk-1",
          caseId: far.id,
          level: "daily",
          itemCode: "020101",
          text: "呼",
          assist: [],
        },
      },
      { method: "GET", address: `/api/cases?tab=all&q=${far.number}`, body: undefined },
      { method: "GET", address: `/api/find?q=${far.number}`, body: undefined },
      { method: "GET", address: `/api/progress/${far.number}?code=0000`, body: undefined },
      { method: "GET", address: `/api/progress/${far.number}/proof?code=0000`, body: undefined },
    ];
    for (const viewer of ["township", "lights", "gridWorker"] as const)
      for (const request of tried) {
        const none = JSON.parse(neverWas(JSON.stringify(request), scene)) as typeof request;
        const [real, unreal] = [await send(clients[viewer], request), await send(clients[viewer], none)];
        expect(isSame(real, unreal, scene), `${viewer} ${request.address}: ${real.all} ${unreal.all}`).toBe(
          true,
        );
      }
  });

  it("join nothing to it by naming it in a report of their own", async () => {
    const scene = await plantScene();
    const answers: unknown[] = [];
    for (const sameAs of [scene.far.id, never(scene.far.id)]) {
      const body = {
        id: `report-of-a-walk-${answers.length}`,
        text: "路灯不亮",
        channel: "gridWorker",
        sameAs,
      };
      const sent = { ...body, point: { lng: 118.83, lat: 35.58 } };
      const answer = await scene.clients.gridWorker.post("/api/reports", sent);
      const { id, number, ...rest } = (await answer.json()) as ReportAnswer & Record<string, unknown>;
      expect(answer.status).toBe(201);
      answers.push([answer.status, Object.keys(rest).sort(), rest["state"], typeof id, typeof number]);
    }
    expect(answers[0]).toEqual(answers[1]);
    const { bonds } = (await scene.house.store.cases.byId(scene.far.id))?.rules ?? {};
    expect(bonds?.group ?? null).toBeNull();
  });

  it("take no table that somebody else asked for", async () => {
    const scene = await plantScene();
    const { establishment, centre } = scene.clients;
    for (const owner of [establishment, centre]) {
      const asked = { filter: { tab: "all" }, personal: false, reason: "本单位台账" };
      const { id } = (await (await owner.post("/api/exports", asked)).json()) as ExportAnswer;
      for (const viewer of insiders) {
        const client = scene.clients[viewer];
        const [real, none] = [
          await told(await client.post(`/api/exports/${id}/take`, {})),
          await told(await client.post(`/api/exports/${never(id)}/take`, {})),
        ];
        expect(real.status, viewer).toBeGreaterThanOrEqual(400);
        expect(real.all, viewer).toBe(none.all);
        expect(await (await client.get("/api/exports")).text(), viewer).not.toContain(id);
      }
    }
  });

  it("are told on a line that they open again nothing of what happened to it meanwhile", async () => {
    const scene = await plantScene();
    const { live } = scene.house.deps;
    for (const viewer of ["gridWorker", "township", "lights", "water"] as const) {
      const before = live.mark();
      await moved(scene.clients.otherTownship, scene.far.id, { action: "comment", note: `远案 ${viewer}` });
      const answer = await scene.clients[viewer].get(`/api/live?since=${before}`);
      const reader = answer.body?.getReader();
      const first = new TextDecoder().decode((await reader?.read())?.value);
      await reader?.cancel();
      expect(first.replace(/id: .*/, "id: x"), viewer).toBe("event: ready\ndata: {}\nid: x\n\n");
      for (const name of namesOf(scene)) expect(first, viewer).not.toContain(name);
    }
  });
});

describe("the handler of a confidential case", () => {
  it("finds the reporter by no search, count, export, print, line or name of a file", async () => {
    const scene = await plantScene();
    const { establishment } = scene.clients;
    const [, , name = "", phone = ""] = scene.people;
    const { far } = scene;
    const counted = async (q: string) =>
      await (await establishment.get(`/api/cases/counts?tab=all&q=${encodeURIComponent(q)}`)).text();
    for (const secret of [name, name.slice(0, 2), phone, phone.slice(-4)]) {
      expect(await counted(secret), secret).toBe(await counted("从来没有的字"));
      const list = await establishment.get(`/api/cases?tab=all&q=${encodeURIComponent(secret)}`);
      expect(await list.text(), secret).not.toContain(far.number);
      const found = await establishment.get(`/api/find?q=${encodeURIComponent(secret)}`);
      expect(await found.text(), secret).not.toContain(far.number);
    }
    for (const path of [
      `/api/cases/${far.id}`,
      `/print/cases/${far.id}`,
      `/api/cases/${far.id}/proof`,
      `/api/cases/${far.id}/precedents`,
      `/api/cases/${far.id}/bonds`,
      `/api/photos/${far.photo}`,
      "/api/ledger/table.csv",
      "/api/evaluation/table.csv",
    ]) {
      const { all } = await told(await establishment.get(path));
      for (const secret of [name, phone]) expect(all, path).not.toContain(secret);
    }
  });
});

it("knows a case of its own by all these ways, so that the walk asks what there is", async () => {
  const scene = await plantScene();
  const { otherTownship } = scene.clients;
  for (const address of [
    `/api/cases/${scene.far.id}`,
    `/api/photos/${scene.far.photo}`,
    `/print/cases/${scene.far.id}`,
  ])
    expect((await otherTownship.get(address)).status, address).toBe(200);
  expect(await (await otherTownship.get(`/api/cases?tab=all&q=${scene.far.number}`)).text()).toContain(
    scene.far.id,
  );
});
