/** The reader as the county has taught it, on this device: fetched when it is another one, built from what is kept. */
import { createDeviceReader } from "../../server/domain/learning/countyReader.ts";
import { mergeRows } from "../../server/domain/learning/packChange.ts";
import { createReader, type Reader } from "../../server/domain/reader.ts";
import type { LearnedAnswer, ReaderAnswer } from "../../server/domain/readerAnswers.ts";
import { ask, askBytes, queryOf } from "../api.ts";
import { keepLearned, keepModel, type KeptLearned, keptLearned, keptModel } from "./readerStore.ts";

/** Staff alone are given it; without a network, or for a resident, what is kept stays. */
export async function fetchLearned(): Promise<void> {
  const kept = await keptLearned();
  const learned = (await fetchAfter(kept)) ?? (kept === null ? null : await fetchAfter(null));
  if (learned === null) return;
  await keepLearned(learned);
  const version = learned.model?.version ?? null;
  if (version === null || (await keptModel())?.version === version) return;
  const bytes = await askBytes(`/api/learned/models/${version}`);
  if (bytes !== null) await keepModel({ version, bytes });
}

/** What moved since the kept state, put on top of it. @returns null when it did not come or does not fit. */
async function fetchAfter(kept: KeptLearned | null): Promise<KeptLearned | null> {
  const answer = await ask<LearnedAnswer>(`/api/learned${queryOf({ since: kept?.tag })}`);
  if (answer.kind === "problem") return null;
  const { change, lexicon, since, ...rest } = answer.value;
  const bytes = Uint8Array.from(atob(change), (letter) => letter.charCodeAt(0));
  if (since === null) return lexicon && { ...rest, lexicon, change: bytes };
  const whole = kept?.tag === since ? mergeRows(kept.change, bytes) : null;
  return kept && whole && { ...rest, lexicon: kept.lexicon, change: whole };
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

async function taught(words: ReaderAnswer, learned: KeptLearned): Promise<Reader> {
  const { lexicon, line, model, change } = learned;
  const kept = model && (await keptModel());
  const whole = kept && kept.version === model?.version ? { weight: model.weight, bytes: kept.bytes } : null;
  return createDeviceReader(words, { lexicon, change, model: whole, line });
}
