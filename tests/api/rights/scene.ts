/**
 * Two cases as far apart as a county has them, full of words that stand nowhere else: whoever may not see a case must
 * not meet one of its words in any answer.
 */
import sharp from "sharp";
import type { CaseAnswer } from "../../../server/domain/caseAnswers.ts";
import type { CallAnswer } from "../../../server/domain/call/callAnswers.ts";
import {
  type Client,
  type House,
  type HouseSettings,
  moved,
  openHouse,
  reported,
  type Staff,
} from "../../support/app.ts";

/** Columns of the table, in its order. */
export const viewers = [
  "nobody",
  "gridWorker",
  "township",
  "lights",
  "water",
  "establishment",
  "otherTownship",
  "centre",
  "leader",
  "admin",
] as const;
export type Viewer = (typeof viewers)[number];

export interface Planted {
  readonly id: string;
  readonly number: string;
  readonly call: string;
  readonly callNumber: string;
  readonly photo: string;
  /** A clock of the lead alone. */
  readonly clock: string;
  /** Whatever stands in this case and nowhere else. */
  readonly traces: readonly string[];
  /** The same of the call about it. */
  readonly callTraces: readonly string[];
}

export interface Scene {
  readonly house: House;
  /** The id that the phone gave to the near report. */
  readonly nearReport: string;
  readonly clients: Readonly<Record<Viewer, Client>>;
  /** In 城阳, led by the street-light office, the water bureau assists; an extension is asked for. */
  readonly near: Planted;
  /** In 招贤, confidential, led by the establishment office, handled and answered. */
  readonly far: Planted;
  /** In 城阳 as well, handled by the office, assisted by the water bureau, with a photo very like one of the far case. */
  readonly done: { readonly id: string };
  /** Full names and numbers of the reporters: only a reveal may tell them. */
  readonly people: readonly string[];
  /** What the lead wrote in the near cases: not for its assistant. */
  readonly leadsWords: readonly string[];
}

const NEAR_REPORT = "report-of-the-near-case";

const reporters = [
  { name: "欧阳明珠", phone: "13800005678" },
  { name: "司徒若兰", phone: "13911112222" },
] as const;

export async function plantScene(settings: HouseSettings = {}): Promise<Scene> {
  const house = await openHouse(settings);
  await house.store.people.setPosts("town-1", ["deputy"]);
  await house.store.people.setPosts("town-2", ["deputy"]);
  const staff = await Promise.all(viewers.slice(1).map(async (who) => [who, await house.as(who as Staff)]));
  const clients = { nobody: house.nobody, ...Object.fromEntries(staff) } as Record<Viewer, Client>;
  const far = await plantFar(clients);
  const near = await plantNear(clients);
  const done = await plantDone(clients);
  const people = reporters.flatMap(({ name, phone }) => [name, phone]);
  return {
    house,
    nearReport: NEAR_REPORT,
    clients,
    near,
    far,
    done,
    people,
    leadsWords: ["主办内部备注柒", "等灯具到货捌", "灯已修好玖"],
  };
}

async function plantNear(clients: Record<Viewer, Client>): Promise<Planted> {
  const { gridWorker, township, lights } = clients;
  const photo = await sentPhoto(gridWorker, await picture(70, "#202020"));
  const { id, number } = await reported(gridWorker, {
    id: NEAR_REPORT,
    text: "振兴路路灯不亮近案字句",
    address: "近案甲路七号",
    photos: [photo],
    onBehalf: true,
    reporter: reporters[0],
  });
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD", assistUnits: ["SW"], note: "请水务配合" });
  await moved(lights, id, { action: "accept" });
  await moved(lights, id, { action: "comment", note: "主办内部备注柒" });
  const asked = await moved(lights, id, {
    action: "askExtension",
    note: "等灯具到货捌",
  });
  const call = await called(township, { caseId: id, lead: "LD", assist: [], text: "近案会商字句" });
  return planted({ id, number, photo }, asked, call, ["近案字句", "近案甲路"]);
}

async function plantFar(clients: Record<Viewer, Client>): Promise<Planted> {
  const { centre, otherTownship, establishment } = clients;
  const photo = await sentPhoto(establishment, await picture(20, "#101010"));
  const { id, number } = await reported(centre, {
    text: "招贤街路灯不亮远案字句",
    address: "远案乙路九号",
    channel: "hotline",
    point: { lng: 118.83, lat: 35.68 },
    reporter: { ...reporters[1], confidential: true },
  });
  await moved(otherTownship, id, { action: "file", itemCode: "020101" });
  await moved(otherTownship, id, { action: "dispatch", unit: "BB" });
  await moved(establishment, id, { action: "accept" });
  const handled = await moved(establishment, id, {
    action: "handle",
    result: "已换新灯远案结果",
    photosAfter: [photo],
  });
  const call = await called(otherTownship, { caseId: id, lead: "LD", assist: [], text: "远案会商字句" });
  return planted({ id, number, photo }, handled, call, ["远案字句", "远案乙路", "远案结果"]);
}

/** Two streets on, so that nothing takes it for the same matter. */
async function plantDone(clients: Record<Viewer, Client>): Promise<{ readonly id: string }> {
  const { gridWorker, township, lights, water } = clients;
  const { id } = await reported(gridWorker, { text: "文化路路灯不亮", point: { lng: 118.86, lat: 35.61 } });
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD", assistUnits: ["SW"], note: "请水务配合" });
  await moved(lights, id, { action: "accept" });
  await moved(water, id, { action: "signAssist" });
  await moved(water, id, { action: "finishAssist", result: "已配合" });
  const photo = await sentPhoto(lights, await picture(20, "#161616"));
  await moved(lights, id, { action: "handle", result: "灯已修好玖", photosAfter: [photo] });
  return { id };
}

function planted(
  known: Pick<Planted, "id" | "number" | "photo">,
  { clocks }: CaseAnswer,
  call: CallAnswer,
  words: readonly string[],
): Planted {
  const clock = clocks.find(({ kind }) => kind === "accept")?.id ?? "";
  const traces = [known.id, known.number, known.photo, ...words];
  const callTraces = [call.id, call.number, call.text];
  return { ...known, call: call.id, callNumber: call.number, clock, traces, callTraces };
}

let launches = 0;

async function called(township: Client, change: Record<string, unknown>): Promise<CallAnswer> {
  launches += 1;
  const sent = { id: `launch-rights-${launches}`, level: "daily", itemCode: "020101", ...change };
  const answer = await township.post("/api/calls", sent);
  if (answer.status !== 201) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as CallAnswer;
}

/** A dark post before a light sky: where it stands makes the picture another one, how dark it is does not. */
async function picture(left: number, dark: string): Promise<Buffer> {
  const plain = { width: 128, height: 48, channels: 3, background: "#f0f0f0" } as const;
  const post = await sharp({ create: { ...plain, width: 30, background: dark } })
    .png()
    .toBuffer();
  return await sharp({ create: plain })
    .composite([{ input: post, left, top: 0 }])
    .jpeg()
    .toBuffer();
}

async function sentPhoto(client: Client, picture: Buffer): Promise<string> {
  const answer = await client.request("/api/photos", {
    method: "POST",
    body: new Uint8Array(picture),
    headers: { "Content-Type": "image/jpeg" },
  });
  return ((await answer.json()) as { id: string }).id;
}
