/** The line to the server: opened again when it breaks, from the last message that came, and watched for silence. */
import { queryOf } from "../api.ts";
import type { CaseNews } from "./live.ts";

/** `gap`: what happened meanwhile is not known; `mark` is where the line stands, empty where it did not move. */
export type LineNews =
  | { readonly kind: "case" | "call"; readonly mark: string; readonly about: CaseNews }
  | { readonly kind: "gap" | "beat"; readonly mark: string }
  | { readonly kind: "line"; readonly isStale: boolean };

/** A broken line is said after this long: most are back before. */
const BROKEN = 8000;
/** Two heartbeats of the server and some more: a line that is silent for so long is dead though it does not say so. */
const SILENT = 40_000;
/** The browser tries again by itself, except where the server said no. */
const AGAIN = 5000;

/** @param from the last message that is known. @returns a function that closes it. */
export function openLine(from: string | undefined, say: (news: LineNews) => void): () => void {
  let mark = from;
  /** The page was drawn before there was any line: nobody knows what came between. */
  let isLate = false;
  let source = open();
  let broken: ReturnType<typeof setTimeout> | undefined;
  let silent: ReturnType<typeof setTimeout> | undefined;

  function open(): EventSource {
    const line = new EventSource(`/api/live${queryOf({ since: mark })}`);
    for (const kind of ["ready", "beat", "gap", "case", "call"] as const)
      line.addEventListener(kind, (event) => heard(kind, event as MessageEvent<string>));
    line.addEventListener("error", () => lost());
    return line;
  }

  function heard(kind: "ready" | "beat" | "gap" | "case" | "call", event: MessageEvent<string>): void {
    clearTimeout(broken);
    broken = undefined;
    clearTimeout(silent);
    silent = setTimeout(again, SILENT);
    const isGap = kind === "gap" || (kind === "ready" && isLate);
    isLate = false;
    mark = event.lastEventId || mark;
    say({ kind: "line", isStale: false });
    if (kind === "case" || kind === "call")
      say({ kind, mark: event.lastEventId, about: JSON.parse(event.data) as CaseNews });
    else say({ kind: isGap ? "gap" : "beat", mark: event.lastEventId });
  }

  function lost(): void {
    isLate ||= mark === undefined;
    broken ??= setTimeout(() => say({ kind: "line", isStale: true }), BROKEN);
    if (source.readyState === EventSource.CLOSED) {
      clearTimeout(silent);
      silent = setTimeout(again, AGAIN);
    }
  }

  function again(): void {
    source.close();
    broken ??= setTimeout(() => say({ kind: "line", isStale: true }), BROKEN);
    source = open();
    silent = setTimeout(again, SILENT);
  }

  return () => {
    clearTimeout(broken);
    clearTimeout(silent);
    source.close();
  };
}
