/** What people of a county do on the day of a storm, and how often each of it among a hundred acts. */
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { goOn, type Known } from "./lives.ts";
import type { Person } from "./people.ts";
import { ask, reader, type Stage } from "./stage.ts";

export interface Act {
  readonly name: string;
  readonly weight: number;
  /** @param due when it should begin; a late beginning counts as waiting. */
  run(stage: Stage, due: number): Promise<void>;
}

const words = [
  "路灯",
  "井盖",
  "积水",
  "垃圾",
  "污水",
  "倒伏",
  "桂湾",
  "竹桥巷",
  "停车",
  "噪声",
  "下水道",
  "振兴路",
];

/** Boxes over the demo county, from a street to the whole. */
const spans = [0.01, 0.05, 0.2] as const;
const [MIDDLE_LNG, MIDDLE_LAT] = [118.83, 35.58];

export const acts: readonly Act[] = [
  { name: "report", weight: 22, run: report },
  { name: "go on with a case", weight: 24, run: goOnWithOne },
  { name: "list, to do", weight: 12, run: get("list, to do", () => "/api/cases?tab=todo&sort=due") },
  { name: "list, newest", weight: 8, run: get("list, newest", () => "/api/cases?tab=open") },
  { name: "list, all years", weight: 4, run: get("list, all years", () => "/api/cases?tab=all") },
  { name: "counts", weight: 12, run: get("counts", () => "/api/cases/counts?tab=todo") },
  {
    name: "search",
    weight: 6,
    run: get("search", ({ chance }) => `/api/cases?tab=all&q=${encodeURIComponent(chance.pick(words))}`),
  },
  { name: "map", weight: 6, run: get("map", mapOf) },
  { name: "overview", weight: 6, run: get("overview", () => "/api/overview") },
];

/** One third with a picture, half from strangers. */
async function report(stage: Stage, due: number): Promise<void> {
  const { chance } = stage;
  const person = chance.happens(0.5) ? null : chance.pick(stage.people.gridWorkers);
  const from = `10.${Math.floor(chance.between(2, 250))}.${Math.floor(chance.between(0, 250))}.7`;
  const cookie = person?.cookie ?? null;
  const photos: string[] = [];
  let sendAt = due;
  if (chance.happens(1 / 3)) {
    const sent = { method: "POST", path: "/api/photos", cookie, from, body: stage.nextPhoto(), due } as const;
    const kept = await ask(stage, "photo", sent);
    if (kept.status === 201 || kept.status === 200) photos.push((JSON.parse(kept.text) as { id: string }).id);
    sendAt = performance.now();
  }
  await send(stage, { person, from, photos, due: sendAt });
}

interface Sending {
  readonly person: Person | null;
  readonly from: string;
  readonly photos: readonly string[];
  readonly due: number;
}

/** @returns the case as it begins; null when the report was not taken. */
export async function send(stage: Stage, { person, from, photos, due }: Sending): Promise<Known | null> {
  const story = stage.nextStory();
  const body = {
    id: stage.nextId(),
    text: story.text,
    channel: person === null ? "public" : "gridWorker",
    point: { ...story.spot.point, accuracy: story.accuracy },
    photos,
    ...(person === null ? { reporter: { name: "李四", phone: "13800005678" } } : {}),
  };
  const began = performance.now();
  const cookie = person?.cookie ?? null;
  const sent = await ask(stage, "report", { method: "POST", path: "/api/reports", cookie, from, body, due });
  if (sent.status !== 201) return null;
  const { id, cell } = JSON.parse(sent.text) as ReportAnswer;
  stage.sentAt.set(id, began);
  const code = cell?.code ?? null;
  const known = {
    id,
    state: "reported",
    cell: code,
    township: code?.slice(0, 9) ?? null,
    leadUnit: null,
  } as const;
  stage.inHand.push(known);
  return known;
}

/** The oldest that nobody has in hand just now. */
async function goOnWithOne(stage: Stage, due: number): Promise<void> {
  const known = stage.inHand.shift();
  if (known === undefined) return;
  const after = await goOn(known, stage, due);
  if (after !== null) stage.inHand.push(after);
}

function get(name: string, path: (stage: Stage) => string): Act["run"] {
  return async (stage, due) => {
    const { cookie } = reader(stage);
    await ask(stage, name, { path: path(stage), cookie, due });
  };
}

function mapOf({ chance }: Stage): string {
  const half = chance.pick(spans) / 2;
  const [lng, lat] = [MIDDLE_LNG + chance.between(-0.1, 0.1), MIDDLE_LAT + chance.between(-0.1, 0.1)];
  const box = [lng - half, lat - half, lng + half, lat + half].map((degrees) => degrees.toFixed(5));
  return `/api/map/cases?tab=open&box=${box.join()}`;
}
