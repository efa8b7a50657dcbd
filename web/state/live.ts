/** One stream of news per page: a case or call that moves elsewhere is asked for again here. */
import { signal } from "@preact/signals";

/** What the stream says of a case or call; everything else is asked for, under the person's own rights. */
export interface CaseNews {
  readonly id: string;
  readonly version: number;
}

/** Longer than the server's heartbeat: silence for this long means that the line is cut. */
const SILENCE = 8000;

export const stale = signal(false);
const hearers = new Set<(news: CaseNews) => void>();
const callHearers = new Set<(news: CaseNews) => void>();

/** @returns a function that stops the hearing. */
export function hear(hearer: (news: CaseNews) => void): () => void {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

/** The same for calls. */
export function hearCalls(hearer: (news: CaseNews) => void): () => void {
  callHearers.add(hearer);
  return () => void callHearers.delete(hearer);
}

/** Opens the stream; the browser reconnects by itself. @returns a function that closes it. */
export function openLive(): () => void {
  const source = new EventSource("/api/live");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = (to: typeof hearers) => (event: MessageEvent<string>) => {
    const news = newsOf(event.data);
    if (news) for (const hearer of to) hearer(news);
  };
  source.addEventListener("case", pass(hearers));
  source.addEventListener("call", pass(callHearers));
  source.addEventListener("open", () => {
    clearTimeout(timer);
    stale.value = false;
  });
  source.addEventListener("error", () => {
    clearTimeout(timer);
    timer = setTimeout(() => (stale.value = true), SILENCE);
  });
  return () => {
    clearTimeout(timer);
    stale.value = false;
    source.close();
  };
}

function newsOf(data: string): CaseNews | null {
  const news = JSON.parse(data) as Partial<CaseNews & { caseId: string }>;
  const id = news.id ?? news.caseId;
  return id === undefined ? null : { id, version: news.version ?? 0 };
}
