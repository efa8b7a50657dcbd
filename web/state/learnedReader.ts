/** The reader as the county has taught it, on this device: fetched when it is another one, built from what is kept. */
import { createDeviceReader } from "../../server/domain/learning/countyReader.ts";
import { createReader, type Reader } from "../../server/domain/reader.ts";
import type { LearnedAnswer, ReaderAnswer } from "../../server/domain/screenAnswers.ts";
import { ask, askBytes } from "../api.ts";
import { keepLearned, keepModel, keptLearned, keptModel } from "./readerStore.ts";

/** Staff alone are given it; without a network, or for a resident, what is kept stays. */
export async function fetchLearned(): Promise<void> {
  const answer = await ask<LearnedAnswer>("/api/learned");
  if (answer.kind === "problem") return;
  await keepLearned(answer.value);
  const version = answer.value.model?.version ?? null;
  if (version === null || (await keptModel())?.version === version) return;
  const bytes = await askBytes(`/api/learned/models/${version}`);
  if (bytes !== null) await keepModel({ version, bytes });
}

/** What does not belong to these words, or is damaged, is left out: the list of matters reads by itself. */
export async function readerOf(words: ReaderAnswer): Promise<Reader> {
  try {
    const learned = await keptLearned();
    return learned?.version === words.version ? await taught(words, learned) : createReader(words);
  } catch {
    return createReader(words);
  }
}

async function taught(words: ReaderAnswer, learned: LearnedAnswer): Promise<Reader> {
  const { lexicon, line, model } = learned;
  const change = Uint8Array.from(atob(learned.change), (letter) => letter.charCodeAt(0));
  const kept = model && (await keptModel());
  const whole = kept && kept.version === model?.version ? { weight: model.weight, bytes: kept.bytes } : null;
  return createDeviceReader(words, { lexicon, change, model: whole, line });
}
