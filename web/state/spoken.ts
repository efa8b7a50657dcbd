/** Hears addresses on the device, once the names of the county have come; the service worker keeps them. */
import { spokenWords } from "../spokenWords.ts";
import { signal } from "@preact/signals";
import type { ReportedPoint } from "../../geo/point.ts";
import type { GazetteerAnswer, NamesAnswer } from "../../server/domain/mapAnswers.ts";
import { ask, post } from "../api.ts";
import type { Spoken } from "../map/spoken.ts";
import { words } from "../words.ts";
import { baseMap, needBaseMap } from "./baseMap.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

const gazetteer = createResource<GazetteerAnswer>(() => ask("/api/gazetteer"));

export const spoken = signal<Spoken | null>(null);

let asked = false;

/** Fetches what hearing needs; called when somebody begins to write an address. */
export async function needSpoken(): Promise<void> {
  if (asked) return;
  asked = true;
  needBaseMap();
  const [{ createSpoken }] = await Promise.all([import("../map/spoken.ts"), gazetteer.load()]);
  const stop = baseMap.value.subscribe((map) => {
    const names = gazetteer.value.peek();
    if (map && names) spoken.value = createSpoken(map, names);
  });
  if (gazetteer.value.peek() === null) {
    stop();
    asked = false;
  }
}

/** 记住这个叫法: from now on everybody's address with this name is understood; undone with one tap. */
export async function teachName(name: string, point: ReportedPoint, caseId: string | null): Promise<void> {
  const answer = await post<NamesAnswer>("/api/names", { name, point, caseId });
  if (answer.kind === "problem") return say(answer.detail);
  const taught = answer.value.rows.find((row) => row.name === name && row.undone === null);
  await hearAnew();
  say(spokenWords.taught(name), { label: words.undo, run: () => void forget(taught?.id ?? "") });
}

async function forget(id: string): Promise<void> {
  const answer = await post<NamesAnswer>(`/api/names/${id}/undo`, {});
  if (answer.kind === "problem") return say(answer.detail);
  await hearAnew();
  say(spokenWords.forgotten);
}

async function hearAnew(): Promise<void> {
  await gazetteer.load();
  const [map, names] = [baseMap.value.peek(), gazetteer.value.peek()];
  if (!map || !names) return;
  const { createSpoken } = await import("../map/spoken.ts");
  spoken.value = createSpoken(map, names);
}
