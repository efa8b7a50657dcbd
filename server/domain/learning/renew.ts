/**
 * Training again on the county's confirmed cases. The latest fifth is held back: what the new reader says of it is
 * compared with what the reader in use said when those cases came in, before anybody had confirmed them. Only a reader
 * that is not worse replaces the one in use.
 */
import type { Reading } from "../reader.ts";
import type { Taxonomy } from "../taxonomy.ts";
import { type Blend, createBlendedReader } from "./blend.ts";
import { isNotWorse, type ModelReport, type ReaderMarks } from "./compareReaders.ts";
import { createLearningReader, type ItemCorrection } from "./learningReader.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Marked, markAnswers } from "./marks.ts";
import { type Example, train, type Trained } from "./train.ts";

/** A case whose item a person has settled. */
export interface ConfirmedText {
  readonly caseId: string;
  readonly number: string;
  readonly text: string;
  readonly code: string;
  /** What the reader in use said when it came in. */
  readonly reading: Reading;
}

export interface RenewOptions {
  readonly taxonomy: Taxonomy;
  readonly lexicon: Lexicon;
  /** Corrections by people; `id` is the case. */
  readonly corrections: readonly ItemCorrection[];
  readonly bytes: number;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export type Renewal =
  | { readonly kind: "renewed"; readonly blend: Blend; readonly report: ModelReport }
  | {
      readonly kind: "refusal";
      readonly code: "renew.tooFew";
      readonly rows: number;
      readonly needed: number;
    };

/** With fewer confirmed cases nothing can be held back that says anything. */
export const LEAST_CASES = 100;

const WEIGHTS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
const PARTS = 3;
const SURE_ABOVE = 0.7;
const MOST_DOUBTFUL = 50;

/** @param cases oldest first. */
export function renew(cases: readonly ConfirmedText[], options: RenewOptions): Renewal {
  const usable = cases.filter(({ text }) => text.trim() !== "");
  const [learned, tuned, held] = [0.64, 0.8, 1].map((share) => Math.floor(usable.length * share));
  const labels = new Set(usable.slice(0, learned).map(({ code }) => code));
  if (usable.length < LEAST_CASES || labels.size < 2)
    return { kind: "refusal", code: "renew.tooFew", rows: usable.length, needed: LEAST_CASES };
  const early = teach(usable.slice(0, learned), options, 0);
  const weight = bestWeight(usable.slice(learned, tuned), {
    cases: usable.slice(0, learned),
    early,
    options,
  });
  const middle = teach(usable.slice(0, tuned), options, 1);
  const back = usable.slice(tuned, held);
  const fresh = marksOf(back, readerOf({ model: middle.model, weight }, usable.slice(0, tuned), options));
  const inUse = marksOf(back, ({ reading }) => reading);
  const whole = teach(usable, options, 2);
  options.onProgress?.(PARTS, PARTS);
  return {
    kind: "renewed",
    blend: { model: whole.model, weight },
    report: {
      rows: usable.length,
      heldBack: back.length,
      labels: whole.model.labels.length,
      fresh,
      inUse,
      weight,
      replaced: isNotWorse(fresh, inUse),
      doubtful: whole.doubtful.slice(0, MOST_DOUBTFUL).flatMap(({ row, ...doubt }) => {
        const found = usable[row];
        return found === undefined ? [] : [{ caseId: found.caseId, number: found.number, ...doubt }];
      }),
    },
  };
}

function teach(cases: readonly ConfirmedText[], options: RenewOptions, part: number): Trained {
  const examples = cases.map(({ text, code }): Example => ({ text, label: code }));
  const { lexicon, bytes, seed, onProgress } = options;
  const steps = 100;
  return train(examples, {
    lexicon,
    bytes,
    seed,
    onProgress: (done, total) => onProgress?.(part * steps + (done / total) * steps, PARTS * steps),
  });
}

type Said = (found: ConfirmedText) => Reading;

/** Taught by the corrections on these cases alone: those on held-back ones must not be known. */
function readerOf(blend: Blend, known: readonly ConfirmedText[], options: RenewOptions): Said {
  const ids = new Set(known.map(({ caseId }) => caseId));
  const corrections = options.corrections.filter(({ id }) => ids.has(id));
  const first = createLearningReader(options.taxonomy, options.lexicon, corrections);
  const reader = createBlendedReader(first, blend, SURE_ABOVE);
  return ({ text }) => reader.classify(text);
}

interface Tuning {
  readonly cases: readonly ConfirmedText[];
  readonly early: Trained;
  readonly options: RenewOptions;
}

/** By likelihood: a weight that is right but too loud is worse than one that knows its doubts. */
function bestWeight(rows: readonly ConfirmedText[], { cases, early, options }: Tuning): number {
  let best: { readonly weight: number; readonly likelihood: number } = { weight: 0, likelihood: -Infinity };
  for (const weight of WEIGHTS) {
    const said = readerOf({ model: early.model, weight }, cases, options);
    const likelihood = rows.reduce(
      (sum, row) => sum + Math.log(Math.max(0.001, chanceOf(row, said(row)))),
      0,
    );
    if (likelihood > best.likelihood) best = { weight, likelihood };
  }
  return best.weight;
}

function chanceOf({ code }: ConfirmedText, { candidates }: Reading): number {
  return candidates.find((candidate) => candidate.code === code)?.probability ?? 0;
}

function marksOf(rows: readonly ConfirmedText[], said: Said): ReaderMarks {
  const marked = rows.map((row) => markedOf(row.code, said(row)));
  const { accuracy, topThree, calibrationError } = markAnswers(marked);
  return { accuracy, topThree, calibrationError };
}

export function markedOf(code: string, { candidates }: Reading): Marked {
  return { label: code, top: candidates.map(({ code: label, probability }) => ({ label, probability })) };
}
