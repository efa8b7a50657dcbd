/**
 * A labelled history → a model. Every row is judged once by judges that have not seen it (held back in turn); from these
 * answers come calibration, lines, marks and the rows whose label looks wrong. Then the judges learn from all rows.
 */
import { calibrate, type HeldBack } from "./calibrate.ts";
import { createExtractor, MOST_FEATURES } from "./features.ts";
import { createGlossary, type Glossary, type Lexicon } from "./lexicon.ts";
import { answersOf, type Doubt, doubtsOf, marksOf, summaryOf, untested } from "./judged.ts";
import type { Marks } from "./marks.ts";
import type { Model } from "./model.ts";
import { judgeCells, learnNetwork, type Network } from "./network.ts";
import { createRandom, shuffled } from "./random.ts";
import { learnPlanes, sumRows } from "./separator.ts";
import { shrink } from "./table.ts";
import { copied, createScratch, measure, type Space, type Vector } from "./vectors.ts";
import { chooseFeatures, type Labelled, narrow } from "./worth.ts";

export interface Example {
  readonly text: string;
  readonly label: string;
}

export interface TrainOptions {
  /** Empty for no prior knowledge. */
  readonly lexicon: Lexicon;
  /** Bytes the packed model may have. */
  readonly bytes: number;
  /** The same seed and rows give the same model. */
  readonly seed: number;
  /** Shares of right answers for which lines are drawn, rising; 0.9 and 0.95 where none are named. */
  readonly precisions?: readonly number[] | undefined;
  /** Told before each part of the work: parts done and parts in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Trained {
  readonly model: Model;
  /** On held-back rows; null when a label is too rare to hold any back. */
  readonly marks: Marks | null;
  /** Rows whose label the judges that had not seen them find very unlikely, most unlikely first. */
  readonly doubtful: readonly Doubt[];
}

/** Rows are held back in so many turns; where there are many, three cost less and teach as well. */
function turnsFor(rows: number): number {
  return rows < 5000 ? 4 : 3;
}

/** With fewer rows nothing can be held back. */
const FEWEST = 40;

export const HIDDEN = 96;

/** @throws when there are no examples, or fewer than two labels: there is nothing to tell apart. */
export function train(examples: readonly Example[], options: TrainOptions): Trained {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new Error(`Got ${labels.length} labels when at least 2 were expected`);
  const glossary = createGlossary(options.lexicon);
  const school: School = { examples, labels, glossary, options, numbers: numbersOf(examples, labels) };
  const parts = examples.length < FEWEST ? 1 : turnsFor(examples.length) + 1;
  const held = parts === 1 ? null : holdBack(school, parts);
  options.onProgress?.(parts - 1, parts);
  const judges = teach(school, everyRow(examples.length));
  const calibration = held === null ? untested(labels.length) : calibrate(held);
  const answers = held === null ? null : answersOf(held, calibration, labels);
  const marks =
    answers === null
      ? null
      : marksOf(answers, { share: 1 - 1 / (parts - 1), precisions: options.precisions });
  options.onProgress?.(parts, parts);
  return {
    model: {
      labels,
      lexicon: options.lexicon,
      space: judges.space,
      planes: shrink(judges.planes, labels.length),
      input: shrink(judges.network.input, judges.network.hidden),
      inputBias: judges.network.inputBias,
      output: judges.network.output,
      outputBias: judges.network.outputBias,
      calibration,
      summary: summaryOf(examples.length, marks, held),
    },
    marks,
    doubtful: doubtsOf(answers ?? []),
  };
}

interface School {
  readonly examples: readonly Example[];
  readonly labels: readonly string[];
  readonly numbers: Int32Array;
  readonly glossary: Glossary;
  readonly options: TrainOptions;
}

interface Judges {
  readonly space: Space;
  readonly planes: Float32Array;
  readonly network: Network;
}

function numbersOf(examples: readonly Example[], labels: readonly string[]): Int32Array {
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  return Int32Array.from(examples, ({ label }) => numberOf.get(label) ?? 0);
}

function everyRow(length: number): Int32Array {
  return Int32Array.from({ length }, (_, at) => at);
}

/** So often the name of a label is shown as a text of its own, by the number of rows: a short history knows the names least. */
function namesShown(rows: number): number {
  return rows < 2000 ? 3 : 1;
}

/** What is learned from: the rows, and the labels' names, which say what they are about (供水公司). Codes say nothing and do no harm. */
function labelledBy({ examples, labels, numbers }: School, rows: Int32Array): Labelled {
  const names = Array.from({ length: namesShown(rows.length) }, () => [...labels.keys()]).flat();
  return {
    texts: [
      ...Array.from(rows, (row) => examples[row]?.text ?? ""),
      ...names.map((label) => labels[label] ?? ""),
    ],
    labels: Int32Array.from([...Array.from(rows, (row) => numbers[row] ?? 0), ...names]),
    labelCount: labels.length,
  };
}

function teach(school: School, rows: Int32Array): Judges {
  const { labels, options, glossary } = school;
  const labelled = labelledBy(school, rows);
  const wide = chooseFeatures(labelled, glossary);
  const vectors = vectorsOf(labelled.texts, wide, glossary);
  const rowCount = wide.worth.length;
  const lesson = {
    vectors,
    labels: labelled.labels,
    labelCount: labels.length,
    rowCount,
    seed: options.seed,
  };
  const network = learnNetwork(lesson, HIDDEN);
  // What was seen once helps to learn the rest, for it explains what the rest then need not; it is left out afterwards.
  const { space, rows: kept } = narrow(wide, roomFor(options.bytes, labels.length));
  return {
    space,
    planes: rowsOf(learnPlanes(lesson), kept, labels.length),
    network: { ...network, input: rowsOf(network.input, kept, HIDDEN) },
  };
}

function rowsOf(table: Float32Array, rows: Int32Array, width: number): Float32Array {
  const kept = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries())
    kept.set(table.subarray(row * width, (row + 1) * width), at * width);
  return kept;
}

/** Rows that fit: one byte for each weight, three numbers of four bytes, and what is not rows. */
function roomFor(bytes: number, labelCount: number): number {
  const fixed = 200_000 + HIDDEN * labelCount * 4;
  return Math.max(500, Math.floor((bytes - fixed) / (labelCount + HIDDEN + 12)));
}

function vectorsOf(texts: readonly string[], space: Space, glossary: Glossary): readonly Vector[] {
  const takeApart = createExtractor(glossary);
  const scratch = createScratch(MOST_FEATURES);
  return texts.map((text) => {
    measure(takeApart(text), space, scratch);
    return copied(scratch);
  });
}

function holdBack(school: School, parts: number): HeldBack {
  const { examples, labels, options, glossary } = school;
  const width = labels.length;
  const planes = new Float32Array(examples.length * width);
  const network = new Float32Array(examples.length * width);
  const order = shuffled(examples.length, createRandom(options.seed));
  const turns = parts - 1;
  for (let turn = 0; turn < turns; turn++) {
    options.onProgress?.(turn, parts);
    const judges = teach(
      school,
      order.filter((_, at) => at % turns !== turn),
    );
    const back = order.filter((_, at) => at % turns === turn);
    const texts = Array.from(back, (row) => examples[row]?.text ?? "");
    const vectors = vectorsOf(texts, judges.space, glossary);
    for (const [at, vector] of vectors.entries()) {
      const from = (back[at] ?? 0) * width;
      sumRows(judges.planes, vector.rows, vector.values, planes.subarray(from, from + width));
      networkScores(judges.network, vector, network.subarray(from, from + width));
    }
  }
  return { planes, network, labels: school.numbers, labelCount: width };
}

function networkScores(network: Network, { rows, values }: Vector, scores: Float32Array): void {
  const cells = new Float32Array(network.hidden);
  sumRows(network.input, rows, values, cells);
  for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] ?? 0) + (network.inputBias[at] ?? 0);
  judgeCells(network, cells, scores);
}
