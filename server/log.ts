/** Logs: one JSON line per fact, a past-tense event name, ids and figures only — never words or numbers of people. */
import type { Instant } from "./domain/time.ts";

export type LogValue = string | number | boolean | null | undefined;

/** `log("case.moved", { caseId, action, ms })` */
export type Log = (event: string, facts?: Readonly<Record<string, LogValue>>) => void;

export function createLog(write: (line: string) => void, now: () => Instant): Log {
  return (event, facts = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...redacted(facts) })}\n`);
}

/**
 * Lines of one turn of the event loop as one write: under load a write for each would take longer than making the line.
 * Whoever ends the process calls `flush` before.
 */
export function createLineWriter(write: (lines: string) => void): {
  readonly write: (line: string) => void;
  readonly flush: () => void;
} {
  let waiting = "";
  function flush(): void {
    if (waiting === "") return;
    const lines = waiting;
    waiting = "";
    write(lines);
  }
  return {
    write(line) {
      if (waiting === "") setImmediate(flush);
      waiting += line;
    },
    flush,
  };
}

/**
 * The second line of defence: nobody should log these, and whoever does all the same logs nothing. By the name of the
 * field, and by what looks like a telephone number or an identity card in any value.
 */
const secretNames =
  /^(name|phone|tel|mobile|address|text|words|note|result|reason|reporter|idCard|password|token|trackingCode|code|cookie|session|body|query)$/i;
const numberOfPerson = /(?<![\da-z])(?:\+?86)?1[3-9]\d{9}(?![\da-z])|(?<![\da-z])\d{17}[\dx](?![\da-z])/gi;
export const HIDDEN = "[hidden]";

function redacted(facts: Readonly<Record<string, LogValue>>): Record<string, LogValue> {
  const shown: Record<string, LogValue> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (secretNames.test(name) && typeof value === "string") shown[name] = HIDDEN;
    else shown[name] = typeof value === "string" ? value.replaceAll(numberOfPerson, HIDDEN) : value;
  }
  return shown;
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
