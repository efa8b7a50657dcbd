/**
 * The reader of this county, as it learns: every correction counts at once and survives a restart, a trained model can
 * be put beside it and taken away again. Other processes' corrections and models are noticed when it looks.
 */
import type { Store, StoredLesson } from "../../db/store.ts";
import { type Automation } from "../domain/learning/automation.ts";
import type { Blend } from "../domain/learning/blend.ts";
import { createCountyReader } from "../domain/learning/countyReader.ts";
import {
  createLearningReader,
  type ItemCorrection,
  type LearningReader,
} from "../domain/learning/learningReader.ts";
import { wordsOf } from "../domain/reading/itemWords.ts";
import type { Lexicon } from "../domain/learning/lexicon.ts";
import { unpackModel } from "../domain/learning/pack.ts";
import { packChange, packRows } from "../domain/learning/packChange.ts";
import type { Reader, Reading } from "../domain/reader.ts";
import type { Taxonomy } from "../domain/taxonomy.ts";
import { createChangeLog } from "./changeLog.ts";

export interface Learner {
  classify(text: string): Reading;
  /** Looks for lessons, models and lines that are new, here or from other processes. */
  refresh(): Promise<void>;
  /** The trained model in use; 0 for none. */
  modelInUse(): number;
  /** Another list of matters counts from now on; takes effect with the next `refresh`. */
  readBy(taxonomy: Taxonomy): void;
  /** Lines of automatic dispatch as set; null while nobody has. */
  automation(): Automation | null;
  /** What a phone needs, beside the words of the list, to read the same: what moved since the state it has, where that is known. */
  learned(since: string | null): Learned;
}

export interface Learned {
  /** Name of the state it is. */
  readonly tag: string;
  /** The state that `change` goes on top of; null where it is the whole. */
  readonly since: string | null;
  /** null where the phone has it. */
  readonly lexicon: Lexicon | null;
  /** Packed by `packChange`, or by `packRows` on top of `since`. */
  readonly change: Uint8Array;
  /** The trained model in use, by version, and how loudly it speaks. */
  readonly model: { readonly version: number; readonly weight: number } | null;
  readonly line: number | null;
}

/** Keys of `settings`. */
export const MODEL_IN_USE = "learning.model";
export const AUTOMATION = "learning.automation";

/** No stamp of the store: everything is learned anew. */
const UNSEEN = "\0";

/** Replaying so many takes some tenths of a second; older ones are in the trained model. */
export const MOST_LESSONS = 5000;

export interface LearnerMaterial {
  readonly store: Store;
  readonly taxonomy: Taxonomy;
  readonly lexicon: Lexicon;
}

export function createLearner({ store, lexicon, ...material }: LearnerMaterial): Learner {
  let { taxonomy } = material;
  let corrected: LearningReader = createLearningReader(taxonomy, lexicon);
  let lessons: readonly ItemCorrection[] = [];
  let log = createChangeLog(beginning());
  let reader: Reader = corrected;
  let weight: number | null = null;
  let stamp = "";
  let model = 0;
  let written = "";
  let automation: Automation | null = null;

  /** Names what the weights belong to: the words of the list of matters, and the lexicon. */
  function beginning(): string {
    return JSON.stringify([taxonomy.items.map(wordsOf), lexicon]);
  }

  async function refresh(): Promise<void> {
    const seen = await store.learning.stamp();
    const wanted = Number((await store.settings.get(MODEL_IN_USE)) ?? "0");
    const lines = (await store.settings.get(AUTOMATION)) ?? "";
    if (seen === stamp && wanted === model && lines === written) return;
    if (seen !== stamp) learn(correctionsOf(await store.learning.counting(MOST_LESSONS)));
    automation = lines === "" ? null : (JSON.parse(lines) as Automation);
    const blend = await blendOf(wanted);
    weight = blend?.weight ?? null;
    reader = createCountyReader(corrected, { blend, line: automation?.suggestLine ?? null });
    [stamp, model, written] = [seen, wanted, lines];
  }

  /** New ones are added; only where one was taken back or changed is everything learned again. */
  function learn(made: readonly ItemCorrection[]): void {
    const isLonger = lessons.every(({ id, code }, at) => made[at]?.id === id && made[at].code === code);
    if (isLonger)
      for (const correction of made.slice(lessons.length)) {
        const isLearned = corrected.learn(correction).kind === "learned";
        log.add(correction, isLearned ? corrected.rowsOf(correction.text) : []);
      }
    else {
      const before = corrected.change();
      corrected = createLearningReader(taxonomy, lexicon, made);
      log.replace(made, before, corrected.change());
    }
    lessons = made;
  }

  async function blendOf(wanted: number): Promise<Blend | null> {
    const bytes = wanted === 0 ? null : await store.learning.model(wanted);
    const unpacked = bytes && unpackModel(bytes);
    if (unpacked?.kind !== "model") return null;
    const heads = await store.learning.models();
    const head = heads.find(({ version }) => version === wanted);
    return { model: unpacked.model, weight: head?.report.weight ?? 0 };
  }

  return {
    classify: (text) => reader.classify(text),
    refresh,
    readBy(given) {
      if (given === taxonomy) return;
      taxonomy = given;
      corrected = createLearningReader(taxonomy, lexicon);
      [lessons, log, stamp] = [[], createChangeLog(beginning()), UNSEEN];
    },
    modelInUse: () => model,
    automation: () => automation,
    learned(since) {
      const moved = since === null ? null : log.movedSince(since);
      return {
        tag: log.tag(),
        since: moved && since,
        lexicon: moved === null ? lexicon : null,
        change: moved === null ? packChange(corrected.change()) : packRows(corrected.change(), moved),
        model: weight === null ? null : { version: model, weight },
        line: automation?.suggestLine ?? null,
      };
    },
  };
}

/** One for each case: the latest word counts. Erased texts teach nothing. */
export function correctionsOf(lessons: readonly StoredLesson[]): readonly ItemCorrection[] {
  const byCase = new Map<string, ItemCorrection>();
  for (const { about, label, caseId, text } of lessons) {
    if (about !== "item" || label === null || text.trim() === "") continue;
    byCase.delete(caseId);
    byCase.set(caseId, { id: caseId, text, code: label });
  }
  return [...byCase.values()];
}
