/** The page of the grid: versions and drafts as the server has them. */
import { signal } from "@preact/signals";
import type {
  Correction,
  GridAnswer,
  GridCellsAnswer,
  GridDraftAnswer,
  GridTrialAnswer,
} from "../../server/domain/gridAnswers.ts";
import type { GridLayer } from "../../server/domain/gridVersion.ts";
import { type Answer, ask, type Problem } from "../api.ts";
import { gridWords as words } from "../gridWords.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";
import { say } from "./toast.ts";

/** A county's cells are long: reading and judging them may take a while. */
const LONG = 120_000;

export const grid = createResource<GridAnswer>(() => ask("/api/grid"));
export const layer = signal<GridLayer>("governance");
export const draft = signal<GridDraftAnswer | null>(null);
export const shown = signal<GridCellsAnswer | null>(null);
export const trial = signal<GridTrialAnswer | null>(null);
/** What the server objected to. */
export const objection = signal<Problem | null>(null);
export const working = signal(false);

export async function loadGrid(): Promise<void> {
  await grid.load();
  const found = grid.value.peek();
  if (found !== null) learnTime(found.now);
  await openLayer(layer.peek());
}

/** Shows a layer: its draft, or else the version in force. */
export async function openLayer(wanted: GridLayer): Promise<void> {
  layer.value = wanted;
  draft.value = null;
  shown.value = null;
  trial.value = null;
  objection.value = null;
  const found = grid.value.peek();
  if (found === null) return;
  const hasDraft = found.mayEdit && found.drafts.some((row) => row.layer === wanted);
  if (hasDraft) return await put(ask(`/api/grid/draft?layer=${wanted}`, { timeout: LONG }));
  const version = found.layers.find(({ code }) => code === wanted)?.version ?? null;
  if (version !== null) await showVersion(version);
}

export async function showVersion(version: number): Promise<void> {
  const answer: Answer<GridCellsAnswer> = await ask(`/api/grid/versions/${version}`, { timeout: LONG });
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "answer") shown.value = answer.value;
}

export const beginDraft = (): Promise<void> => put(send("begin", { layer: layer.peek() }));

export const correct = (correction: Correction): Promise<void> =>
  put(send("correct", { layer: layer.peek(), revision: revision(), correction }));

/** @returns whether it was kept. */
export async function saveCells(cells: GridDraftAnswer["cells"]): Promise<boolean> {
  const body = { layer: layer.peek(), revision: revision(), cells };
  const answer: Answer<GridDraftAnswer> = await send("save", body);
  take(answer);
  return answer.kind === "answer";
}

export async function runTrial(validFrom: string): Promise<void> {
  working.value = true;
  const body = { layer: layer.peek(), revision: revision(), validFrom };
  const answer: Answer<GridTrialAnswer> = await send("trial", body);
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "answer") trial.value = answer.value;
}

export const discard = (): Promise<void> =>
  end(send("discard", { layer: layer.peek(), revision: revision() }), words.draft.discarded);

export const publish = (validFrom: string, note: string): Promise<void> =>
  end(send("publish", { layer: layer.peek(), revision: revision(), validFrom, note }), words.draft.published);

/** Takes a draft that came by another way. */
export function take(answer: Answer<GridDraftAnswer>): void {
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  draft.value = answer.value;
  shown.value = null;
  trial.value = null;
}

export function revision(): number | null {
  return draft.peek()?.revision ?? null;
}

async function put(asked: Promise<Answer<GridDraftAnswer>>): Promise<void> {
  working.value = true;
  take(await asked);
  working.value = false;
}

async function end(asked: Promise<Answer<GridAnswer>>, done: string): Promise<void> {
  working.value = true;
  const answer = await asked;
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  grid.put(answer.value);
  say(done);
  await openLayer(layer.peek());
}

function send<T>(act: string, body: unknown): Promise<Answer<T>> {
  return ask(`/api/grid/draft/${act}`, { method: "POST", body, timeout: LONG });
}
