/** News of cases and calls: what moves elsewhere is asked for again here. The line itself is `sharedLine.ts`. */
import { signal } from "@preact/signals";
import type { LineNews } from "./liveLine.ts";

/** What the stream says of a case or call; everything else is asked for, under the person's own rights. */
export interface CaseNews {
  readonly id: string;
  readonly version: number;
}

type Hearer = (news: CaseNews) => void;

/** In place of an id: something was missed, and whatever is on the screen is asked for again. */
const EVERYTHING = "*";

export const stale = signal(false);
const hearers = new Set<Hearer>();
const callHearers = new Set<Hearer>();
/** The newest message that is known here: another tab may have to go on from it. */
let mark: string | undefined;

export function markOfNews(): string | undefined {
  return mark;
}

/** Somebody else is signed in, or nobody: what came before is not theirs. */
export function forgetNews(): void {
  mark = undefined;
  stale.value = false;
}

/** @returns a function that stops the hearing. */
export function hear(hearer: Hearer): () => void {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

/** The same for calls. */
export function hearCalls(hearer: Hearer): () => void {
  callHearers.add(hearer);
  return () => void callHearers.delete(hearer);
}

export function isAbout(news: CaseNews, id: string): boolean {
  return news.id === id || news.id === EVERYTHING;
}

/** What the line says, here or in the tab that has it. */
export function takeNews(news: LineNews): void {
  if (news.kind === "line") {
    stale.value = news.isStale;
    return;
  }
  if (news.mark !== "") mark = news.mark;
  if (news.kind === "gap") {
    const everything = { id: EVERYTHING, version: -1 };
    for (const hearer of [...hearers, ...callHearers]) hearer(everything);
  }
  if (news.kind === "case") for (const hearer of hearers) hearer(news.about);
  if (news.kind === "call") for (const hearer of callHearers) hearer(news.about);
}
