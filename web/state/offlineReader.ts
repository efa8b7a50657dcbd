/**
 * The reader on the device: the very function the server reads with, and the words of the list of matters, which are
 * kept here once they came. Both are loaded only when somebody begins to report, so that no page waits for them.
 */
import type { Reader, Reading } from "../../server/domain/reader.ts";
import type { ReaderAnswer } from "../../server/domain/screenAnswers.ts";
import { ask } from "../api.ts";

const KEPT = "huying.reader";

/** The reader of the words that were kept when it was built. */
let built: { readonly from: string; readonly reader: Promise<Reader> } | null = null;

/** Asks for the words and keeps them; without a network those of last time stay. */
export async function keepWords(): Promise<void> {
  void loadReader();
  const answer = await ask<ReaderAnswer>("/api/reader");
  if (answer.kind === "problem") return;
  try {
    localStorage.setItem(KEPT, JSON.stringify(answer.value));
  } catch {
    // A full or forbidden store costs only the reading without a network.
    localStorage.removeItem(KEPT);
  }
}

/** @returns null when the words or the script never came to this device. */
export async function readOffline(text: string): Promise<Reading | null> {
  const kept = localStorage.getItem(KEPT);
  if (kept === null) return null;
  try {
    if (built?.from !== kept) built = { from: kept, reader: build(kept) };
    return (await built.reader).classify(text);
  } catch {
    built = null;
    return null;
  }
}

async function build(kept: string): Promise<Reader> {
  const { createReader } = await loadReader();
  return createReader(JSON.parse(kept) as ReaderAnswer);
}

function loadReader(): Promise<typeof import("../../server/domain/reader.ts")> {
  return import("../../server/domain/reader.ts");
}
