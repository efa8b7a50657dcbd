/** Judging texts of about fifty characters by a trained model, against a plain logistic regression on the same pairs of characters. */
import { createClassifier } from "../../server/domain/learning/classifier.ts";
import { explain } from "../../server/domain/learning/explain.ts";
import { train } from "../../server/domain/learning/train.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { lessons } from "../support/lessons.ts";
import { compare, measure, type Ratio } from "./rounds.ts";

/** As many labels as a county has units. */
const LABELS = 36;

export async function benchClassify(rounds: number, amount: number): Promise<readonly Ratio[]> {
  const examples = lessons.map(({ text }, at) => ({ text: longer(at, text), label: `单位${at % LABELS}` }));
  const { model } = train(examples, { lexicon: loadLexicon(), bytes: 6_000_000, seed: 1 });
  const classifier = createClassifier(model);
  const regression = createRegression(examples);
  const texts = Array.from({ length: amount }, (_, at) => examples[at % examples.length]?.text ?? "");
  const raw = () => measure(amount, () => texts.forEach((text) => void regression(text)));
  const reading = await compare(`read ${amount} texts`, rounds, {
    ours: () => measure(amount, () => texts.forEach((text) => void classifier.likeliest(text))),
    raw,
  });
  const explaining = await compare(`read ${amount} texts, with reasons`, rounds, {
    ours: () => measure(amount, () => texts.forEach(readWithReasons)),
    raw,
  });
  return [reading, explaining];

  function readWithReasons(text: string): void {
    const label = classifier.classify(text).top[0]?.label ?? "";
    explain(model, classifier, { text, label });
  }
}

/** Two complaints in one sentence: some fifty characters. */
function longer(at: number, text: string): string {
  const other = lessons[(at * 7 + 131) % lessons.length]?.text ?? "";
  return `其于昨天晚上来电反映${text}，同时表示${other}，希望有关部门尽快核实处理并给予答复`.slice(0, 50);
}

/** What one would write in an afternoon: pairs of characters as keys of a map, one row of weights for each. */
function createRegression(examples: readonly { readonly text: string; readonly label: string }[]) {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const weights = new Map<string, Float32Array>();
  for (const { text } of examples)
    for (const pair of pairsOf(text))
      if (!weights.has(pair)) weights.set(pair, new Float32Array(labels.length));
  for (let round = 0; round < 5; round++)
    for (const { text, label } of examples) {
      const chances = judge(text);
      for (const pair of pairsOf(text)) {
        const row = weights.get(pair);
        for (let at = 0; row !== undefined && at < row.length; at++)
          row[at] = (row[at] ?? 0) - 0.1 * ((chances[at] ?? 0) - (labels[at] === label ? 1 : 0));
      }
    }

  function judge(text: string): Float32Array {
    const scores = new Float32Array(labels.length);
    for (const pair of pairsOf(text)) {
      const row = weights.get(pair);
      for (let at = 0; row !== undefined && at < row.length; at++)
        scores[at] = (scores[at] ?? 0) + (row[at] ?? 0);
    }
    const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
    const shares = scores.map((score) => Math.exp(score - highest));
    const sum = shares.reduce((all, share) => all + share, 0);
    return shares.map((share) => share / sum);
  }

  return judge;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: text.length }, (_, at) => [text.charAt(at), text.slice(at, at + 2)]).flat();
}
