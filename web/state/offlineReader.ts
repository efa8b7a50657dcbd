/**
 * The reader on the device: the very function the server reads with, the words of the list of matters, and for staff what
 * the county has taught. All are loaded only when somebody begins to report, so that no page waits for them.
 */
import type { Reading } from "../../server/domain/reader.ts";
import type { Part } from "../../server/domain/reading/split.ts";
import type { ReaderAnswer } from "../../server/domain/readerAnswers.ts";
import type { SaidTime } from "../../server/domain/times/times.ts";
import { ask } from "../api.ts";
import { session } from "./session.ts";
import { reference } from "./reference.ts";
import { now } from "./serverTime.ts";

const KEPT = "huying.reader";

interface OfflineReading {
  readonly reading: Reading;
  readonly parts: readonly Part[];
  readonly times: readonly SaidTime[];
}

/** Of what was kept when it was built. */
let built: Promise<(text: string) => OfflineReading> | null = null;

/** Asks for the words and for what was taught, and keeps them; without a network those of last time stay. */
export async function keepWords(): Promise<void> {
  const loaded = fetchTaught();
  const answer = await ask<ReaderAnswer>("/api/reader");
  if (answer.kind === "answer") keep(JSON.stringify(answer.value));
  await loaded;
  built = null;
}

/**
 * A full or forbidden store, or a script that did not come, costs only the reading without a network. What was taught is for
 * the staff: nobody else asks for it.
 */
async function fetchTaught(): Promise<void> {
  if (session.value === "none") return;
  try {
    const [{ fetchLearned }] = await loadReader();
    await fetchLearned();
  } catch {
    // What is kept stays.
  }
}

function keep(words: string): void {
  try {
    localStorage.setItem(KEPT, words);
  } catch {
    localStorage.removeItem(KEPT);
  }
}

/** @returns null when the words or the script never came to this device. */
export async function readOffline(text: string): Promise<OfflineReading | null> {
  const kept = localStorage.getItem(KEPT);
  if (kept === null) return null;
  try {
    built ??= build(kept);
    return (await built)(text);
  } catch {
    built = null;
    return null;
  }
}

async function build(kept: string): Promise<(text: string) => OfflineReading> {
  const [{ readerOf }, { proposeSplit }, { timesIn }] = await loadReader();
  const reader = await readerOf(JSON.parse(kept) as ReaderAnswer);
  return (text) => ({
    reading: reader.classify(text),
    parts: proposeSplit(text, reader),
    times: timesIn(text, now.peek(), festivals()),
  });
}

function festivals() {
  return (reference.peek()?.calendar.years ?? []).flatMap(({ holidays }) => holidays);
}

function loadReader() {
  return Promise.all([
    import("./learnedReader.ts"),
    import("../../server/domain/reading/split.ts"),
    import("../../server/domain/times/times.ts"),
  ]);
}
