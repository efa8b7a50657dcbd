/**
 * The reader of this county, as it learns: every correction counts at once and survives a restart, a trained model can
 * be put beside it and taken away again. Other processes' corrections and models are noticed when it looks.
 */
import type { Store } from "../../db/store.ts";
import { type Automation } from "../domain/learning/automation.ts";
import type { Blend } from "../domain/learning/blend.ts";
import { createCountyReader } from "../domain/learning/countyReader.ts";
import { createLearningReader, type LearningReader } from "../domain/learning/learningReader.ts";
import { wordsOf } from "../domain/reading/itemWords.ts";
import type { Lexicon } from "../domain/learning/lexicon.ts";
import { unpackModel } from "../domain/learning/pack.ts";
import { packChange, packRows } from "../domain/learning/packChange.ts";
import type { Reader, Reading } from "../domain/reader.ts";
import type { Taxonomy } from "../domain/taxonomy.ts";
import { MINUTE } from "../domain/time.ts";
import { createChangeLog } from "./changeLog.ts";
import { createTaught, MOST_LESSONS, type Taught, type Told } from "./taught.ts";

export interface Learner {
  classify(text: string): Reading;
  /** What was just taught here counts at once, without asking the database. */
  teach(lessons: readonly Taught[]): void;
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

/** Another process may tell of a lesson so much later than of one that was given after it. */
const LATE = MINUTE;

export interface LearnerMaterial {
  readonly store: Store;
  readonly taxonomy: Taxonomy;
  readonly lexicon: Lexicon;
}

export function createLearner({ store, lexicon, ...material }: LearnerMaterial): Learner {
  let { taxonomy } = material;
  let corrected: LearningReader = createLearningReader(taxonomy, lexicon);
  let taught = createTaught(MOST_LESSONS);
  let undone = "";
  let blend: Blend | null = null;
  let log = createChangeLog(beginning());
  let reader: Reader = corrected;
  let weight: number | null = null;
  let stamp = UNSEEN;
  let model = 0;
  let written = "";
  let automation: Automation | null = null;

  /** Names what the weights belong to: the words of the list of matters, and the lexicon. */
  function beginning(): string {
    return JSON.stringify([taxonomy.items.map(wordsOf), lexicon]);
  }

  async function refresh(): Promise<void> {
    const { latest, undone: takenBack } = await store.learning.stamp();
    const wanted = Number((await store.settings.get(MODEL_IN_USE)) ?? "0");
    const lines = (await store.settings.get(AUTOMATION)) ?? "";
    const isSame = latest === stamp && takenBack === undone;
    if (isSame && wanted === model && lines === written) return;
    if (!isSame) learn(await news(takenBack));
    automation = lines === "" ? null : (JSON.parse(lines) as Automation);
    blend = await blendOf(wanted);
    weight = blend?.weight ?? null;
    [stamp, undone, model, written] = [latest, takenBack, wanted, lines];
    readAnew();
  }

  /** Only where one was taken back is everything read again. */
  async function news(takenBack: string): Promise<Told | null> {
    const last = taught.lastAt();
    if (stamp === UNSEEN || takenBack !== undone || last === null)
      return taught.replace(await store.learning.counting(MOST_LESSONS));
    return taught.add(await store.learning.since(last - LATE));
  }

  function readAnew(): void {
    reader = createCountyReader(corrected, { blend, line: automation?.suggestLine ?? null });
  }

  /** New ones are added; only where one was taken back or changed is everything learned again. */
  function learn(told: Told | null): void {
    if (told === null) return;
    if (told.kind === "more")
      for (const correction of told.corrections) {
        const isLearned = corrected.learn(correction).kind === "learned";
        log.add(correction, isLearned ? corrected.rowsOf(correction.text) : []);
      }
    else {
      const before = corrected.change();
      corrected = createLearningReader(taxonomy, lexicon, told.corrections);
      log.replace(told.corrections, before, corrected.change());
    }
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
    teach(lessons) {
      const told = taught.add(lessons);
      learn(told);
      if (told?.kind === "anew") readAnew();
    },
    refresh,
    readBy(given) {
      if (given === taxonomy) return;
      taxonomy = given;
      corrected = createLearningReader(taxonomy, lexicon);
      taught = createTaught(MOST_LESSONS);
      [log, stamp] = [createChangeLog(beginning()), UNSEEN];
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
