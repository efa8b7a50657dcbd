/** 权限矩阵: each cell asked for, and every byte that comes back searched for what its reader must not know. */
import { describe, expect, it } from "vitest";
import { moved, openHouse } from "../../support/app.ts";
import { plantScene, type Scene, type Viewer } from "./scene.ts";
import { askedOf, type Cell, cells } from "./table.ts";

const seesNear: ReadonlySet<Viewer> = new Set([
  "gridWorker",
  "township",
  "lights",
  "water",
  "centre",
  "leader",
]);
const seesFar: ReadonlySet<Viewer> = new Set(["establishment", "otherTownship", "centre", "leader"]);
const seesNearCall: ReadonlySet<Viewer> = new Set(["township", "lights", "centre", "leader"]);
const seesFarCall: ReadonlySet<Viewer> = new Set(["otherTownship", "lights", "centre", "leader"]);

describe("the matrix of rights", () => {
  it("states a cell for every route of the document, and for no other", async () => {
    const house = await openHouse();
    const { paths } = (await (await house.nobody.get("/openapi.json")).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(cells.map(({ route }) => route))].sort()).toEqual(routes.sort());
  });

  it("asks about an own and a foreign case wherever a route names one", () => {
    const named = [...new Set(cells.map(({ route }) => route))].filter((route) =>
      /(cases|calls|photos)\/\{id\}/.test(route),
    );
    const about = (route: string) =>
      new Set(cells.filter((cell) => cell.route === route).map((cell) => cell.about));
    expect(named.filter((route) => !about(route).has("near") || !about(route).has("far"))).toEqual([]);
  });

  it("answers every cell as it is stated, and tells nobody a word of what is not theirs", async () => {
    const scene = await plantScene();
    const odd: string[] = [];
    for (const cell of cells) {
      const { status, text } = await ask(cell, scene);
      const name = `${cell.viewer} ${cell.route} (${cell.about})`;
      if (status !== cell.status) odd.push(`${name}: ${status} instead of ${cell.status}`);
      for (const trace of tracesIn(text, cell, scene)) odd.push(`${name} tells ${trace}`);
    }
    for (const trace of scene.people)
      if (scene.house.logged.some((line) => line.includes(trace))) odd.push(`the log tells ${trace}`);
    expect(odd).toEqual([]);
    expect(cells.length).toBeGreaterThan(900);
  }, 90_000);
});

describe("the line of news", () => {
  it("tells of a foreign case nothing, and of one that leaves only that it is gone", async () => {
    const scene = await plantScene();
    const lines = await Promise.all(
      (["lights", "water", "otherTownship", "admin", "establishment"] as const).map(async (viewer) => {
        const answer = await scene.clients[viewer].get("/api/live");
        const reader = answer.body?.getReader();
        await reader?.read();
        return { viewer, reader };
      }),
    );
    const { near, clients } = scene;
    await moved(clients.township, near.id, { action: "comment", note: "再看看" });
    await moved(clients.lights, near.id, { action: "comment", note: "在办" });
    scene.house.deps.live.close();
    const heard = new Map<string, string>();
    for (const { viewer, reader } of lines) heard.set(viewer, await rest(reader));
    for (const viewer of ["lights", "water"]) expect(heard.get(viewer)).toContain(near.id);
    for (const viewer of ["otherTownship", "admin", "establishment"])
      expect(heard.get(viewer)).not.toContain(near.id);
  });
});

async function rest(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    text += new TextDecoder().decode(part.value);
  return text;
}

async function ask(cell: Cell, scene: Scene): Promise<{ readonly status: number; readonly text: string }> {
  const [method = "GET", path = ""] = cell.route.split(" ");
  const asked = askedOf(cell, scene);
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? "none");
  scene.house.clock.advance(asked.pause ?? 0);
  const client = scene.clients[cell.viewer];
  const answer = await client.request(address + (asked.query ?? ""), {
    method,
    ...(asked.body === undefined
      ? {}
      : { body: typeof asked.body === "string" ? asked.body : JSON.stringify(asked.body) }),
    headers: { "Content-Type": "application/json" },
  });
  return { status: answer.status, text: await wholeText(answer) };
}

/** An open line is heard for its first message and hung up. */
async function wholeText(answer: Response): Promise<string> {
  if (answer.headers.get("Content-Type") !== "text/event-stream") return await answer.text();
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

function tracesIn(text: string, { route, viewer, status, about }: Cell, scene: Scene): readonly string[] {
  const { near, far, people, leadsWords } = scene;
  const hidden = [
    ...(seesNear.has(viewer) ? [] : near.traces),
    ...(seesFar.has(viewer) ? [] : far.traces),
    ...(seesNearCall.has(viewer) ? [] : near.callTraces),
    ...(seesFarCall.has(viewer) ? [] : far.callTraces),
    ...(viewer === "water" ? leadsWords : []),
    ...(viewer === "water" && route !== "GET /openapi.json" ? ["request:extension"] : []),
    ...(route.endsWith("/reveal") && status === 200
      ? people.slice(about === "far" ? 0 : 2, about === "far" ? 2 : 4)
      : people),
  ];
  // The form of a report names what it may be one with by an id, which opens nothing
  const told = route === "POST /api/near" ? near.id : null;
  return hidden.filter((trace) => trace !== told && text.includes(trace));
}
