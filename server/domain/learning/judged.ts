/** What the held-back rows tell: how good the judges were, where the lines lie, which labels look wrong. */
import { bendFirst, type Calibration, combine, type HeldBack } from "./calibrate.ts";
import { drawLine } from "./lines.ts";
import { answerOf, markAnswers, type Marked, type Marks } from "./marks.ts";
import type { Summary } from "./model.ts";
import { likenessOf } from "./network.ts";

export interface Doubt {
  /** Position among the examples. */
  readonly row: number;
  readonly given: string;
  readonly likelier: string;
  readonly probability: number;
}

/** An answer on a row that was not learned from. */
export interface HeldAnswer extends Marked {
  /** Probability of the label it has. */
  readonly chance: number;
}

/** Without held-back rows nobody knows how far to trust the scores: they are kept low. */
export function untested(labelCount: number): Calibration {
  return { planes: 1, network: 0.3, lift: new Float32Array(labelCount), slope: 1, shift: 0 };
}

export function answersOf(
  held: HeldBack,
  calibration: Calibration,
  labels: readonly string[],
): readonly HeldAnswer[] {
  const chances = new Float32Array(held.labelCount);
  return Array.from(held.labels, (number, row) => {
    combine(held, row, calibration, chances);
    bendFirst(chances, calibration);
    const top = [...chances.keys()]
      .sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
      .slice(0, 3)
      .map((at) => ({ label: labels[at] ?? "", probability: chances[at] ?? 0 }));
    return { label: labels[number] ?? "", top, chance: chances[number] ?? 0 };
  });
}

const MOST_DOUBTS = 200;

/** Most unlikely first. */
export function doubtsOf(answers: readonly HeldAnswer[]): readonly Doubt[] {
  return answers.flatMap(doubt).sort(byProbability).slice(0, MOST_DOUBTS);
}

/** A label is doubtful when it has less than one chance in fifty and another more than four in five. */
function doubt(answer: HeldAnswer, row: number): readonly Doubt[] {
  const [first] = answer.top;
  if (first === undefined || answer.chance > 0.02 || first.probability < 0.8) return [];
  return [{ row, given: answer.label, likelier: first.label, probability: first.probability }];
}

/** By this power of the rows learned from errors fall: measured from 200 rows to 10,000. */
const LEARNING = 0.19;

/**
 * The judges of the model learn from all rows, those that were asked here from `share` of them: they err more. Lines are
 * drawn where the model, not they, will keep the wanted precision.
 */
export function marksOf(
  answers: readonly Marked[],
  { share, precisions }: { readonly share: number; readonly precisions: readonly number[] | undefined },
): Marks {
  const marks = markAnswers(
    answers.map(({ label, top }) => ({ label, top })),
    precisions,
  );
  const lines = marks.lines.map(({ precision }) => {
    const errors = (1 - precision) * share ** -LEARNING;
    return { ...drawLine(answers.map(answerOf), 1 - errors), precision };
  });
  return { ...marks, lines };
}

function byProbability(a: Doubt, b: Doubt): number {
  return b.probability - a.probability;
}

export function summaryOf(rows: number, marks: Marks | null, held: HeldBack | null): Summary {
  return {
    rows,
    accuracy: marks?.accuracy ?? null,
    macroF1: marks?.macroF1 ?? null,
    topThree: marks?.topThree ?? null,
    calibrationError: marks?.calibrationError ?? null,
    lines: marks?.lines ?? [],
    familiar: 0.25,
    alike: held === null ? UNTESTED_LIKENESS : lowestPercent(held),
  };
}

/** JSON knows no infinity. */
const UNTESTED_LIKENESS = -1e9;

/** Only two held-back rows in a hundred are as unlike everything as this. */
function lowestPercent({ network, labels, labelCount }: HeldBack): number {
  const likeness = Array.from(labels, (_, row) =>
    likenessOf(network.subarray(row * labelCount, (row + 1) * labelCount)),
  ).sort((a, b) => a - b);
  return likeness[Math.floor(likeness.length / 50)] ?? UNTESTED_LIKENESS;
}
