/**
 * Learning from one correction at once: the planes are moved just as far as makes the confirmed label win with a margin
 * (passive-aggressive step). The model itself is never touched: corrections are a list, and what they add is replayed
 * from it, so that taking one back leaves exactly what would be without it.
 */
import { type Change, createClassifier } from "./classifier.ts";
import type { Model } from "./model.ts";

export interface Correction {
  readonly text: string;
  readonly label: string;
}

/** A model with the corrections made since it was trained. */
export interface Corrected {
  readonly model: Model;
  readonly corrections: readonly Correction[];
  readonly change: Change;
}

export type CorrectionAnswer =
  | { readonly kind: "corrected"; readonly corrected: Corrected }
  /** The model has no such label: it must be trained again with rows of it. */
  | { readonly kind: "refusal"; readonly code: "correction.unknownLabel"; readonly label: string }
  /** Nothing in the text that the model knows: nothing can be learned from it. */
  | { readonly kind: "refusal"; readonly code: "correction.noWords" };

/** By so much the confirmed label must be ahead of every other. */
const MARGIN = 0.7;

/** No single correction moves more than this: a slip of the hand must not outweigh a history. */
const LONGEST_STEP = 0.8;

export function uncorrected(model: Model): Corrected {
  return { model, corrections: [], change: new Map() };
}

export function applyCorrection(before: Corrected, correction: Correction): CorrectionAnswer {
  const label = before.model.labels.indexOf(correction.label);
  if (label < 0) return { kind: "refusal", code: "correction.unknownLabel", label: correction.label };
  const change = changed(before, correction, label);
  if (change === null) return { kind: "refusal", code: "correction.noWords" };
  const corrections = [...before.corrections, correction];
  return { kind: "corrected", corrected: { model: before.model, corrections, change } };
}

/** @param at position in the list of corrections; one that does not exist changes nothing. */
export function undoCorrection(before: Corrected, at: number): Corrected {
  return replay(
    before.model,
    before.corrections.filter((_, other) => other !== at),
  );
}

/** Corrections the model cannot take (a label that is gone after a new training) are left out. */
export function replay(model: Model, corrections: readonly Correction[]): Corrected {
  return corrections.reduce((before, correction) => {
    const answer = applyCorrection(before, correction);
    return answer.kind === "corrected" ? answer.corrected : before;
  }, uncorrected(model));
}

function changed({ model, change }: Corrected, { text }: Correction, label: number): Change | null {
  const classifier = createClassifier(model, change);
  const chances = classifier.chances(text);
  const { scratch } = classifier.last;
  if (scratch.length === 0) return null;
  const next = new Map(change);
  for (const [other, step] of steps(chances, label, model)) {
    for (let place = 0; place < scratch.length; place++) {
      const row = scratch.rows[place] ?? 0;
      const weights = (next.get(row) ?? new Float32Array(model.labels.length)).slice();
      const value = (scratch.values[place] ?? 0) * step;
      weights[label] = (weights[label] ?? 0) + value / 2;
      weights[other] = (weights[other] ?? 0) - value / 2;
      next.set(row, weights);
    }
  }
  return next;
}

/** By how much each label that is not far enough behind must be moved, in the units of the planes. */
function steps(chances: Float32Array, label: number, model: Model): readonly (readonly [number, number])[] {
  const unit = Math.max(0.5, model.calibration.planes);
  const wanted = Math.log(Math.max(1e-9, chances[label] ?? 0));
  return [...chances.keys()].flatMap((other) => {
    if (other === label) return [];
    const ahead = (wanted - Math.log(Math.max(1e-9, chances[other] ?? 0))) / unit;
    return ahead >= MARGIN ? [] : [[other, Math.min(LONGEST_STEP, MARGIN - ahead)] as const];
  });
}
