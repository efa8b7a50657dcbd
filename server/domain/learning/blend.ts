/**
 * Two readers as one: the one that knows the list of matters and every correction, and the one that was trained on the
 * county's history. Where the history has nothing to say the first speaks alone, so a new kind of matter is not forced
 * into an old one.
 */
import type { Candidate, Reader, Reading } from "../reader.ts";
import { type Classifier, createClassifier } from "./classifier.ts";
import { explain } from "./explain.ts";
import type { Model } from "./model.ts";

export interface Blend {
  readonly model: Model;
  /** How loudly the trained model speaks, 0 … 1. */
  readonly weight: number;
}

const SHOWN = 3;

/** @param sureAbove from this probability on the machine may propose without asking a person first. */
export function createBlendedReader(first: Reader, { model, weight }: Blend, sureAbove: number): Reader {
  const classifier = createClassifier(model);
  return {
    classify(text, context) {
      const reading = first.classify(text, context);
      const { top, abstain } = classifier.classify(text);
      if (abstain === "noWords" || abstain === "unfamiliar") return withLine(reading, sureAbove);
      const mixed = mix(reading.candidates, top, weight);
      const candidates = mixed.map(({ code, probability }) => ({
        code,
        probability,
        words: wordsFor({ text, code, reading }, model, classifier),
      }));
      return withLine({ ...reading, candidates }, sureAbove);
    },
  };
}

/** The same reading under another line. */
export function withLine(reading: Reading, sureAbove: number): Reading {
  const [first] = reading.candidates;
  const why = first === undefined ? "noWords" : doubtOf(reading, first.probability >= sureAbove);
  return { ...reading, sure: why === null, why };
}

function doubtOf({ speech }: Reading, isAbove: boolean): Reading["why"] {
  if (speech === "consult") return "consult";
  return speech === "report" && isAbove ? null : "belowLine";
}

function mix(
  candidates: readonly Candidate[],
  top: readonly { readonly label: string; readonly probability: number }[],
  weight: number,
): readonly { readonly code: string; readonly probability: number }[] {
  const shares = new Map<string, number>();
  const add = (code: string, share: number) => shares.set(code, (shares.get(code) ?? 0) + share);
  for (const { code, probability } of candidates) add(code, (1 - weight) * probability);
  for (const { label, probability } of top) add(label, weight * probability);
  return [...shares]
    .map(([code, probability]) => ({ code, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, SHOWN);
}

function wordsFor(
  { text, code, reading }: { readonly text: string; readonly code: string; readonly reading: Reading },
  model: Model,
  classifier: Classifier,
): Candidate["words"] {
  const known = reading.candidates.find((candidate) => candidate.code === code)?.words ?? [];
  return known.length > 0 ? known : explain(model, classifier, { text, label: code }).for.slice(0, SHOWN);
}
