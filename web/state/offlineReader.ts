/**
 * The reader on the device: the very function the server reads with, and the words of the list of matters, which are
 * kept here once they came. Both are loaded only when somebody begins to report, so that no page waits for them.
 */
import type { Reading } from "../../server/domain/reader.ts";
import type { Part } from "../../server/domain/reading/split.ts";
import type { ReaderAnswer } from "../../server/domain/screenAnswers.ts";
import { ask } from "../api.ts";

const KEPT = "huying.reader";

/** The reader of the words that were kept when it was built. */
let built: { readonly from: string; readonly reader: Promise<(text: string) => OfflineReading> } | null =
  null;

interface OfflineReading {
  readonly reading: Reading;
  readonly parts: readonly Part[];
}

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
export async function readOffline(text: string): Promise<OfflineReading | null> {
  const kept = localStorage.getItem(KEPT);
  if (kept === null) return null;
  try {
    if (built?.from !== kept) built = { from: kept, reader: build(kept) };
    return (await built.reader)(text);
  } catch {
    built = null;
    return null;
  }
}

async function build(kept: string): Promise<(text: string) => OfflineReading> {
  const [{ createReader }, { proposeSplit }] = await loadReader();
  const reader = createReader(JSON.parse(kept) as ReaderAnswer);
  return (text) => ({ reading: reader.classify(text), parts: proposeSplit(text, reader) });
}

function loadReader() {
  return Promise.all([
    import("../../server/domain/reader.ts"),
    import("../../server/domain/reading/split.ts"),
  ]);
}
