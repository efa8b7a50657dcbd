/** 常用语 on this device: asked for once, last used first; the unit's own are changed as a whole. */
import type { OwnPhrase, Phrase, PhrasesAnswer } from "../../server/domain/phrases.ts";
import { ask, post } from "../api.ts";
import { createResource } from "./resource.ts";

const USED = "huying.phrases";
const MOST_USED = 60;

export const phrases = createResource<PhrasesAnswer>(() => ask("/api/phrases"));

export function needPhrases(): void {
  if (phrases.value.peek() === null && !phrases.busy.peek()) void phrases.load();
}

/** Instants of the last use by text. */
export function usedPhrases(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(localStorage.getItem(USED) ?? "{}") as Record<string, number>;
  } catch {
    return {};
  }
}

export function noteUsed(text: string): void {
  const newest = Object.entries({ ...usedPhrases(), [text]: Date.now() }).sort(([, a], [, b]) => b - a);
  try {
    localStorage.setItem(USED, JSON.stringify(Object.fromEntries(newest.slice(0, MOST_USED))));
  } catch {
    // A full store costs the order only
  }
}

/** @returns why it was not kept; null when it was. */
export async function addPhrase(phrase: OwnPhrase): Promise<string | null> {
  return await save([phrase, ...own().filter((row) => row.text !== phrase.text)]);
}

export async function dropPhrase(phrase: Phrase): Promise<string | null> {
  return await save(own().filter((row) => !isSame(row, phrase)));
}

function own(): readonly OwnPhrase[] {
  const rows = phrases.value.peek()?.rows ?? [];
  return rows
    .filter((row) => row.own)
    .map(({ field, action, major, text }) => ({ field, action, major, text }));
}

async function save(rows: readonly OwnPhrase[]): Promise<string | null> {
  const version = phrases.value.peek()?.version ?? 0;
  const answer = await post<PhrasesAnswer>("/api/phrases", { version, rows });
  if (answer.kind === "problem") {
    if (answer.status === 409) await phrases.load();
    return answer.detail;
  }
  phrases.put(answer.value);
  return null;
}

function isSame(a: OwnPhrase, b: OwnPhrase): boolean {
  return a.text === b.text && a.field === b.field && a.action === b.action && a.major === b.major;
}
