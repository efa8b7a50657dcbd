/** The dispatch catalogue on the screen; every change goes into the draft on the server. */
import { signal } from "@preact/signals";
import type { CatalogueAnswer, TrialAnswer } from "../../server/domain/catalogue/answers.ts";
import type { CatalogueRule } from "../../server/domain/catalogue/rule.ts";
import { type Answer, ask, type Problem, post } from "../api.ts";
import { catalogueWords as words } from "../catalogueWords.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { say } from "./toast.ts";

export const catalogue = createResource<CatalogueAnswer>(() => ask("/api/catalogue"));
export const trial = signal<TrialAnswer | null>(null);
/** What the server objected to, outside any form. */
export const objection = signal<Problem | null>(null);
export const working = signal(false);

export async function loadCatalogue(): Promise<void> {
  await loadTimed(catalogue);
}

export const saveRule = (rule: CatalogueRule): Promise<Problem | null> =>
  change("rules", { revision: revision(), rule }, words.done.saved);

export const removeRule = (code: string): Promise<Problem | null> =>
  change("rules/remove", { revision: revision(), code }, words.done.saved);

export const discardDraft = (): Promise<Problem | null> =>
  change("discard", { revision: revision() }, words.done.discarded);

export const publishDraft = (validFrom: string, note: string): Promise<Problem | null> =>
  change("publish", { revision: revision(), validFrom, note }, words.draft.published);

export const restoreVersion = (version: number): Promise<Problem | null> =>
  change("restore", { version }, words.done.restored);

export async function importFile(file: File): Promise<void> {
  await change("import", { revision: revision(), text: await file.text() }, words.done.imported);
}

export async function runTrial(): Promise<void> {
  working.value = true;
  const answer: Answer<TrialAnswer> = await post("/api/catalogue/trial", {});
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "answer") trial.value = answer.value;
}

function revision(): number | null {
  return catalogue.value.peek()?.draft?.revision ?? null;
}

/** @returns the problem, which also stands on the page; null when it is done. */
async function change(path: string, body: unknown, done: string): Promise<Problem | null> {
  working.value = true;
  const answer: Answer<CatalogueAnswer> = await post(`/api/catalogue/${path}`, body);
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") {
    if (answer.status === 409) await catalogue.load();
    return answer;
  }
  trial.value = null;
  catalogue.put(answer.value);
  say(done);
  return null;
}
