/** A table of people: checked first, added when all of it fits. One-time passwords are kept on this screen alone. */
import { signal } from "@preact/signals";
import type { PeopleImportAnswer } from "../../server/domain/peopleAnswers.ts";
import { type Problem, post } from "../api.ts";
import { people } from "./people.ts";

export const checked = signal<PeopleImportAnswer | null>(null);
export const refused = signal<Problem | null>(null);

let text = "";

export async function checkTable(file: File): Promise<void> {
  text = await file.text();
  await send(true);
}

export async function addAll(): Promise<void> {
  await send(false);
  await people.load();
}

async function send(dryRun: boolean): Promise<void> {
  const answer = await post<PeopleImportAnswer>("/api/people/import", { text, dryRun });
  refused.value = answer.kind === "problem" ? answer : null;
  checked.value = answer.kind === "problem" ? null : answer.value;
}
