/** Logs: one JSON line per fact, a past-tense event name, ids and figures only — never words or numbers of people. */
import type { Instant } from "./domain/time.ts";

export type LogValue = string | number | boolean | null | undefined;

/** `log("case.moved", { caseId, action, ms })` */
export type Log = (event: string, facts?: Readonly<Record<string, LogValue>>) => void;

export function createLog(write: (line: string) => void, now: () => Instant): Log {
  return (event, facts = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts })}\n`);
}

/**
 * What may be told of an error: its name, message and where it was thrown. Values of requests never stand in ours;
 * drizzle writes those of a failed statement behind it, over as many lines as they have.
 */
export function factsOfError(error: unknown): { readonly error: string; readonly stack: string | undefined } {
  if (!(error instanceof Error)) return { error: String(error), stack: undefined };
  return {
    error: `${error.name}: ${error.message.split("\nparams:")[0]}`,
    stack: error.stack?.split(error.message).at(-1)?.trim().split("\n").slice(0, 5).join(" | "),
  };
}
