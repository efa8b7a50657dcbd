/** One shape of answer, whether a trained model gave it or the reader that knows the list of matters alone. */
import { type Abstention, createClassifier } from "../domain/learning/classifier.ts";
import { explain, type Reasons } from "../domain/learning/explain.ts";
import type { Model } from "../domain/learning/model.ts";
import { createReader } from "../domain/reader.ts";
import type { Taxonomy } from "../domain/taxonomy.ts";

export interface Answer {
  /** Likeliest first. */
  readonly top: readonly { readonly label: string; readonly p: number }[];
  readonly abstain: Abstention | "consult" | null;
  readonly reasons?: Reasons;
}

export interface Answerer {
  answer(text: string, withReasons: boolean): Answer;
}

export function answerByModel(model: Model): Answerer {
  const classifier = createClassifier(model);
  return {
    answer(text, withReasons) {
      const { top, abstain } = classifier.classify(text);
      const answer = {
        top: top.map(({ label, probability }) => ({ label, p: rounded(probability) })),
        abstain,
      };
      const [first] = top;
      if (!withReasons || first === undefined) return answer;
      return { ...answer, reasons: explain(model, classifier, { text, label: first.label }) };
    },
  };
}

export function answerByReader(taxonomy: Taxonomy): Answerer {
  const reader = createReader(taxonomy);
  return {
    answer(text, withReasons) {
      const { candidates, why } = reader.classify(text);
      const top = candidates.map(({ code, probability }) => ({ label: code, p: rounded(probability) }));
      return { top, abstain: why, ...(withReasons ? { reasons: reader.explain(text) } : {}) };
    },
  };
}

function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
