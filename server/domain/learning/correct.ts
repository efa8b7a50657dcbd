/**
 * Learning from one correction at once, for a trained model. The model itself is never touched: corrections are a list,
 * and what they add is replayed from it, so that taking one back leaves exactly what would be without it.
 */
import { applyShift, type Change, copyChange, type Shift } from "./change.ts";
import { type Classifier, createClassifier } from "./classifier.ts";
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

export type CorrectionRefusal =
  /** There is no such label: the model must be trained again with rows of it. */
  | { readonly kind: "refusal"; readonly code: "correction.unknownLabel"; readonly label: string }
  /** Nothing in the text that is known: nothing can be learned from it. */
  | { readonly kind: "refusal"; readonly code: "correction.noWords" };

export type CorrectionAnswer =
  | { readonly kind: "corrected"; readonly corrected: Corrected }
  | CorrectionRefusal;

/** By so much the confirmed label must be ahead of every other. */
const MARGIN = 0.7;

/** No single correction moves more than this: a slip of the hand must not outweigh a history. */
const LONGEST_STEP = 0.8;

export function uncorrected(model: Model): Corrected {
  return { model, corrections: [], change: new Map() };
}

export function applyCorrection(before: Corrected, correction: Correction): CorrectionAnswer {
  const { model } = before;
  const change = copyChange(before.change);
  const refusal = absorb({ model, change, classifier: createClassifier(model, change) }, correction);
  if (refusal !== null) return refusal;
  return {
    kind: "corrected",
    corrected: { model, corrections: [...before.corrections, correction], change },
  };
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
  const change = new Map<number, Float32Array>();
  const learner = { model, change, classifier: createClassifier(model, change) };
  const taken = corrections.filter((correction) => absorb(learner, correction) === null);
  return { model, corrections: taken, change };
}

interface Learner {
  readonly model: Model;
  readonly change: Map<number, Float32Array>;
  /** Judges by the model and by `change` as it stands. */
  readonly classifier: Classifier;
}

/** Moves `change`, or says why it cannot. */
function absorb({ model, change, classifier }: Learner, correction: Correction): CorrectionRefusal | null {
  const label = model.labels.indexOf(correction.label);
  if (label < 0) return { kind: "refusal", code: "correction.unknownLabel", label: correction.label };
  const chances = classifier.chances(correction.text);
  const { scratch } = classifier.last;
  if (scratch.length === 0) return { kind: "refusal", code: "correction.noWords" };
  for (const shift of shifts(chances, label, model))
    applyShift(change, scratch, { shift, width: model.labels.length });
  return null;
}

/** By how much each label that is not far enough behind must be moved, in the units of the planes. */
function shifts(chances: Float32Array, label: number, model: Model): readonly Shift[] {
  const unit = Math.max(0.5, model.calibration.planes);
  const wanted = Math.log(Math.max(1e-9, chances[label] ?? 0));
  return [...chances.keys()].flatMap((other) => {
    if (other === label) return [];
    const ahead = (wanted - Math.log(Math.max(1e-9, chances[other] ?? 0))) / unit;
    if (ahead >= MARGIN) return [];
    return [{ toward: label, from: other, step: Math.min(LONGEST_STEP, MARGIN - ahead) }];
  });
}
