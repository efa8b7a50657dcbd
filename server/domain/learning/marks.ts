/** How good the answers are: counted on rows whose label somebody confirmed. */
import { type Answered, drawLine, type Line } from "./lines.ts";

export interface Marks {
  readonly rows: number;
  /** Share of rows whose likeliest label is the confirmed one; all shares are 0 … 1. */
  readonly accuracy: number;
  /** Mean over the labels of the harmonic mean of precision and recall: rare labels count as much as common ones. */
  readonly macroF1: number;
  readonly topThree: number;
  /** Accuracy on the 80 % of the rows where the answer was surest. */
  readonly surest80: number;
  /** Mean gap between probability and accuracy over fifteen bands of equal width. */
  readonly calibrationError: number;
  readonly bands: readonly Band[];
  readonly lines: readonly Line[];
  readonly labels: readonly LabelMarks[];
  /** Labels taken for others, most often first. */
  readonly confused: readonly Confusion[];
}

export interface Band {
  readonly rows: number;
  readonly probability: number;
  readonly accuracy: number;
}

export interface LabelMarks {
  readonly label: string;
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Confusion {
  readonly label: string;
  readonly takenFor: string;
  readonly rows: number;
}

export interface Marked {
  readonly label: string;
  /** Likeliest first; at least three where there are three. */
  readonly top: readonly { readonly label: string; readonly probability: number }[];
}

const BANDS = 15;

/** For these precisions lines are drawn where nobody wants others. */
export const PRECISIONS = [0.9, 0.95] as const;

export function markAnswers(rows: readonly Marked[], precisions: readonly number[] = PRECISIONS): Marks {
  const answers = rows.map(answerOf);
  const bands = bandsOf(answers);
  const labels = labelMarks(rows);
  const present = labels.filter((label) => label.rows > 0);
  const share = (count: number): number => (rows.length === 0 ? 0 : count / rows.length);
  return {
    rows: rows.length,
    accuracy: share(answers.filter(({ right }) => right).length),
    macroF1: present.length === 0 ? 0 : present.reduce((sum, { f1 }) => sum + f1, 0) / present.length,
    topThree: share(
      rows.filter(({ label, top }) => top.slice(0, 3).some((answer) => answer.label === label)).length,
    ),
    surest80: surest(answers, 0.8),
    calibrationError: share(
      bands.reduce((sum, band) => sum + band.rows * Math.abs(band.probability - band.accuracy), 0),
    ),
    bands,
    lines: precisions.map((precision) => drawLine(answers, precision)),
    labels,
    confused: confusions(rows),
  };
}

export function answerOf({ label, top }: Marked): Answered {
  return { probability: top[0]?.probability ?? 0, right: top[0]?.label === label };
}

function bandsOf(answers: readonly Answered[]): readonly Band[] {
  const bands = Array.from({ length: BANDS }, () => ({ rows: 0, probability: 0, accuracy: 0 }));
  for (const { probability, right } of answers) {
    const band = bands[Math.min(BANDS - 1, Math.floor(probability * BANDS))];
    if (band === undefined) continue;
    band.rows++;
    band.probability += probability;
    band.accuracy += right ? 1 : 0;
  }
  return bands
    .filter(({ rows }) => rows > 0)
    .map(({ rows, probability, accuracy }) => ({
      rows,
      probability: probability / rows,
      accuracy: accuracy / rows,
    }));
}

function surest(answers: readonly Answered[], share: number): number {
  const sorted = [...answers].sort((a, b) => b.probability - a.probability);
  const kept = sorted.slice(0, Math.round(sorted.length * share));
  return kept.length === 0 ? 0 : kept.filter(({ right }) => right).length / kept.length;
}

function labelMarks(rows: readonly Marked[]): readonly LabelMarks[] {
  const counts = new Map<string, { rows: number; given: number; right: number }>();
  const of = (label: string) => {
    const found = counts.get(label) ?? { rows: 0, given: 0, right: 0 };
    counts.set(label, found);
    return found;
  };
  for (const { label, top } of rows) {
    of(label).rows++;
    const given = top[0]?.label;
    if (given !== undefined) of(given).given++;
    if (given === label) of(label).right++;
  }
  return [...counts]
    .map(([label, { rows, given, right }]) => ({
      label,
      rows,
      precision: given === 0 ? 0 : right / given,
      recall: rows === 0 ? 0 : right / rows,
      f1: rows + given === 0 ? 0 : (2 * right) / (rows + given),
    }))
    .sort((a, b) => b.rows - a.rows);
}

function confusions(rows: readonly Marked[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { label, top } of rows) {
    const takenFor = top[0]?.label;
    if (takenFor === undefined || takenFor === label) continue;
    const key = `${label}\n${takenFor}`;
    counts.set(key, { label, takenFor, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows);
}
