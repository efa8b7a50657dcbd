/**
 * 不露举报人: a confidential case whose reporter bears a name and a number that stand nowhere else, walked through by every
 * kind of person over every reading route, papers and files with their names among them. Whole they are in no answer at
 * all, masked only for those who speak with the reporter; who handles, assists or is called reads not even a surname.
 */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../../server/domain/caseAnswers.ts";
import type { ExportAnswer } from "../../../server/domain/securityAnswers.ts";
import { type Client, moved, reported } from "../../support/app.ts";
import { plantScene, type Scene, type Viewer, viewers } from "./scene.ts";
import { askedOf, type Cell, cells } from "./table.ts";

const reporter = { name: "慕容听雪", phone: "15577776666", confidential: true };
/** Nobody reads them but after a reveal or in an export that a second person has granted. */
const whole = ["慕容听雪", "听雪", "15577776666", "77776666"];
const masked = ["慕容", "155****6666", "****6666"];

/** 保密件的举报人: the centre, the leaders and the township of the place see who it was, masked. */
const speakers: ReadonlySet<Viewer> = new Set(["centre", "leader", "otherTownship"]);
const orders = ["urge", "supervise", "instruct"] as const;

describe("the reporter of a confidential case", () => {
  it("is in no answer of any reading route, no header and no name of a file, and masked for speakers alone", async () => {
    const scene = await plantConfidential();
    const { establishment } = scene.clients;
    for (const order of orders)
      expect((await establishment.get(`/print/cases/${scene.far.id}/orders/${order}`)).status).toBe(200);
    const odd: string[] = [];
    const shownTo = new Set<Viewer>();
    for (const { name, viewer, ask } of walks(scene)) {
      const told = await everything(await ask());
      for (const word of whole) if (told.includes(word)) odd.push(`${name} tells ${word}`);
      if (!masked.some((word) => told.includes(word))) continue;
      if (speakers.has(viewer)) shownTo.add(viewer);
      else odd.push(`${name} tells the masked reporter`);
    }
    for (const word of whole)
      if (scene.house.logged.some((line) => line.includes(word))) odd.push(`the log tells ${word}`);
    expect(odd).toEqual([]);
    // What is searched for is really shown where it may be
    expect([...shownTo].toSorted()).toEqual([...speakers].toSorted());
  }, 180_000);

  it("is not heard of on the line of those who handle, assist or are called", async () => {
    const scene = await plantScene();
    const lines = await Promise.all(
      (["establishment", "water", "lights"] as const).map(async (viewer) => {
        const reader = (await scene.clients[viewer].get("/api/live")).body?.getReader();
        await reader?.read();
        return reader;
      }),
    );
    await confidentialCase(scene);
    scene.house.deps.live.close();
    for (const reader of lines) {
      let heard = "";
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        heard += new TextDecoder().decode(part.value);
      for (const word of [...whole, ...masked]) expect(heard).not.toContain(word);
    }
  });

  it("is in no table that who handles the case takes out, nor in its name", async () => {
    const scene = await plantConfidential();
    for (const viewer of ["establishment", "water"] as const) {
      const client = scene.clients[viewer];
      const asked = { filter: { tab: "all" }, personal: false, reason: "本单位台账" };
      const { id } = (await (await client.post("/api/exports", asked)).json()) as ExportAnswer;
      const told = await everything(await client.post(`/api/exports/${id}/take`, {}));
      expect(told).toContain(scene.far.number);
      for (const word of [...whole, ...masked]) expect(told).not.toContain(word);
      const refused = await client.post("/api/exports", { ...asked, personal: true });
      if (refused.status < 300) {
        const { id: personal } = (await refused.json()) as ExportAnswer;
        // A second person has to say yes first
        expect((await client.post(`/api/exports/${personal}/take`, {})).status).not.toBe(200);
      }
    }
  });
});

/** The scene, with a case of 招贤 in the place of its far one that has been urged, supervised and instructed. */
async function plantConfidential(): Promise<Scene> {
  const scene = await plantScene();
  const { id, number } = await confidentialCase(scene);
  return { ...scene, far: { ...scene.far, id, number } };
}

async function confidentialCase({ clients }: Scene): Promise<CaseAnswer> {
  const { centre, otherTownship, establishment, leader } = clients;
  const { id } = await reported(centre, {
    text: "招贤街路灯不亮，夜里看不见",
    address: "招贤街",
    channel: "hotline",
    point: { lng: 118.84, lat: 35.66 },
    reporter,
  });
  await moved(otherTownship, id, { action: "file", itemCode: "020101" });
  await moved(otherTownship, id, { action: "dispatch", unit: "BB", assistUnits: ["SW"], note: "请配合" });
  await moved(establishment, id, { action: "accept" });
  await moved(centre, id, { action: "urge", note: "请抓紧" });
  await moved(centre, id, { action: "supervise", note: "请说明原因" });
  return await moved(leader, id, { action: "instruct", note: "请尽快" });
}

interface Walk {
  readonly name: string;
  readonly viewer: Viewer;
  readonly ask: () => Promise<Response>;
}

/** Every reading cell of the matrix, and beside it the papers and the searches that it does not ask for. */
function walks(scene: Scene): readonly Walk[] {
  const ofTable = cells
    .filter(({ route, about }) => route.startsWith("GET ") && about !== "near" && about !== "done")
    .map((cell) => ({
      ...cell,
      name: `${cell.viewer} ${cell.route} (${cell.about})`,
      ask: asking(cell, scene),
    }));
  const { id } = scene.far;
  const more = [
    `/api/cases/${id}`,
    `/print/cases/${id}`,
    ...orders.map((order) => `/print/cases/${id}/orders/${order}`),
    "/api/ledger/table.xlsx?tab=all",
    "/api/ledger/table.csv?tab=all",
    ...[...whole, ...masked, "6666"].flatMap((word) => {
      const q = encodeURIComponent(word);
      return [`/api/cases?tab=all&q=${q}`, `/api/find?q=${q}`, `/api/cases/counts?tab=all&q=${q}`];
    }),
  ];
  const ofPaths = viewers.flatMap((viewer) =>
    more.map((path) => ({
      name: `${viewer} GET ${decodeURIComponent(path)}`,
      viewer,
      ask: async () => await scene.clients[viewer].get(path),
    })),
  );
  return [...ofTable, ...ofPaths];
}

function asking(cell: Cell, scene: Scene): () => Promise<Response> {
  const path = cell.route.split(" ")[1] ?? "";
  const asked = askedOf(cell, scene);
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? "none");
  const client: Client = scene.clients[cell.viewer];
  return async () => {
    scene.house.clock.advance(asked.pause ?? 0);
    return await client.get(address + (asked.query ?? ""));
  };
}

/** Headers and body as one text; what is zipped (xlsx) is opened. */
async function everything(answer: Response): Promise<string> {
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join("\n");
  if (answer.headers.get("Content-Type") === "text/event-stream") {
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return headers + new TextDecoder().decode(first?.value);
  }
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return [headers, ...parts.map((part) => new TextDecoder().decode(part))].join("\n");
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
