/**
 * The second judge: a network with one hidden layer. It learns which features stand for the same thing, where the
 * planes of the first judge count each feature for itself. Trained by adaptive steps (AdaGrad), with features and hidden cells
 * left out at random so that it relies on none of them, and with soft labels because operators err too.
 */
import { createRandom, type Random, shuffle, shuffled } from "./random.ts";
import { MOST_FEATURES } from "./features.ts";
import { addRow, moveRow } from "./rows.ts";
import type { Lesson } from "./separator.ts";
import type { Vector } from "./vectors.ts";

export interface Network {
  readonly hidden: number;
  /** Row by row, `hidden` wide. */
  readonly input: Float32Array;
  readonly inputBias: Float32Array;
  /** Hidden cell by hidden cell, as wide as there are labels. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

const LEFT_OUT = 0.3;
const SOFTNESS = 0.05;
const RATE = 0.1;
const FIRST = 0.05;
const CAUTION = 1e-4;

/** Features shown to one network: a small history is gone through more often, one of long letters less. */
const SHOWN = 9_000_000;
const FEWEST_ROUNDS = 10;
const MOST_ROUNDS = 20;

/** Two networks that began differently err differently: the mean of both, as one network with the cells of both. */
const TWINS = 2;

/** @param hidden cells of all networks together; an even number. */
export function learnNetwork(lesson: Lesson, hidden: number): Network {
  const twins = Array.from({ length: TWINS }, (_, twin) =>
    learnOne({ ...lesson, seed: lesson.seed + twin }, hidden / TWINS),
  );
  const network: Network = {
    hidden,
    input: new Float32Array(lesson.rowCount * hidden),
    inputBias: new Float32Array(hidden),
    output: new Float32Array(hidden * lesson.labelCount),
    outputBias: new Float32Array(lesson.labelCount),
  };
  for (const [twin, one] of twins.entries()) addTwin(network, one, (twin * hidden) / TWINS);
  return network;
}

function addTwin(whole: Network, one: Network, firstCell: number): void {
  const labelCount = whole.outputBias.length;
  for (let row = 0; row * one.hidden < one.input.length; row++)
    whole.input.set(
      one.input.subarray(row * one.hidden, (row + 1) * one.hidden),
      row * whole.hidden + firstCell,
    );
  whole.inputBias.set(one.inputBias, firstCell);
  whole.output.set(
    one.output.map((weight) => weight / TWINS),
    firstCell * labelCount,
  );
  for (let label = 0; label < labelCount; label++)
    whole.outputBias[label] = (whole.outputBias[label] ?? 0) + (one.outputBias[label] ?? 0) / TWINS;
}

function learnOne(lesson: Lesson, hidden: number): Network {
  const { vectors, rowCount, labelCount } = lesson;
  const random = createRandom(lesson.seed);
  const network: Network = {
    hidden,
    input: spread(rowCount * hidden, FIRST, random),
    inputBias: new Float32Array(hidden),
    output: spread(hidden * labelCount, Math.sqrt(3 / hidden), random),
    outputBias: new Float32Array(labelCount),
  };
  const learn = createStep(network, lesson, random);
  const features = vectors.reduce((sum, { rows }) => sum + rows.length, 1);
  const rounds = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, Math.round(SHOWN / features)));
  const order = shuffled(vectors.length, random);
  for (let round = 0; round < rounds; round++) {
    const rate = RATE * (1 - round / rounds);
    for (const at of order) {
      const vector = vectors[at];
      if (vector !== undefined) learn(vector, lesson.labels[at] ?? 0, rate);
    }
    shuffle(order, random);
  }
  return network;
}

function spread(length: number, width: number, random: Random): Float32Array {
  const numbers = new Float32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = (random() - 0.5) * 2 * width;
  return numbers;
}

type Step = (vector: Vector, label: number, rate: number) => void;

function createStep(network: Network, { rowCount, labelCount }: Lesson, random: Random): Step {
  const { hidden, input, inputBias, output, outputBias } = network;
  const cells = new Float32Array(hidden);
  const blame = new Float32Array(hidden);
  const guess = new Float32Array(labelCount);
  const inputPast = new Float32Array(rowCount).fill(CAUTION);
  const outputPast = new Float32Array(hidden).fill(CAUTION);
  const shown = new Float32Array(MOST_FEATURES);

  function lookAt({ rows, values }: Vector): void {
    cells.set(inputBias);
    for (let place = 0; place < rows.length; place++) {
      const value = random() < LEFT_OUT ? 0 : (values[place] ?? 0) / (1 - LEFT_OUT);
      shown[place] = value;
      if (value === 0) continue;
      addRow(cells, input, (rows[place] ?? 0) * hidden, value);
    }
    for (let at = 0; at < hidden; at++) {
      const cell = cells[at] ?? 0;
      cells[at] = cell < 0 || random() < LEFT_OUT ? 0 : cell / (1 - LEFT_OUT);
    }
  }

  /** Leaves in `guess` how far each label's probability is off. */
  function err(label: number): number {
    judgeCells(network, cells, guess);
    soften(guess);
    let square = 0;
    for (let at = 0; at < labelCount; at++) {
      const wanted = SOFTNESS / labelCount + (at === label ? 1 - SOFTNESS : 0);
      const off = (guess[at] ?? 0) - wanted;
      guess[at] = off;
      square += off * off;
    }
    return square;
  }

  function correctOutput(square: number, rate: number): number {
    let blamed = 0;
    for (let at = 0; at < hidden; at++) {
      const cell = cells[at] ?? 0;
      blame[at] = 0;
      if (cell === 0) continue;
      outputPast[at] = (outputPast[at] ?? 0) + (cell * cell * square) / labelCount;
      const step = (rate * cell) / Math.sqrt(outputPast[at] ?? 1);
      const from = at * labelCount;
      let sum = 0;
      for (let label = 0; label < labelCount; label++) {
        const weight = output[from + label] ?? 0;
        const off = guess[label] ?? 0;
        sum += weight * off;
        output[from + label] = weight - step * off;
      }
      blame[at] = sum;
      blamed += sum * sum;
    }
    for (let label = 0; label < labelCount; label++)
      outputBias[label] = (outputBias[label] ?? 0) - rate * 0.1 * (guess[label] ?? 0);
    return blamed;
  }

  function correctInput(rows: Int32Array, blamed: number, rate: number): void {
    for (let place = 0; place < rows.length; place++) {
      const value = shown[place] ?? 0;
      if (value === 0) continue;
      const row = rows[place] ?? 0;
      inputPast[row] = (inputPast[row] ?? 0) + (value * value * blamed) / hidden;
      const step = (rate * value) / Math.sqrt(inputPast[row] ?? 1);
      moveRow(input, row * hidden, blame, -step);
    }
    for (let at = 0; at < hidden; at++) inputBias[at] = (inputBias[at] ?? 0) - rate * 0.05 * (blame[at] ?? 0);
  }

  return function learn(vector, label, rate) {
    lookAt(vector);
    const square = err(label);
    const blamed = correctOutput(square, rate);
    correctInput(vector.rows, blamed, rate);
  };
}

/** Scores of the labels, from the hidden cells. */
export function judgeCells(
  { output, outputBias }: Pick<Network, "output" | "outputBias">,
  cells: Float32Array,
  scores: Float32Array,
): void {
  const width = scores.length;
  scores.set(outputBias);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? 0;
    if (cell <= 0) continue;
    const from = at * width;
    for (let label = 0; label < width; label++)
      scores[label] = (scores[label] ?? 0) + cell * (output[from + label] ?? 0);
  }
}

/**
 * How much a text is like anything the network was taught: the logarithm of the sum of e^score. It falls for matters
 * that no label is about, where probabilities, which must sum to 1, still have to favour some label.
 */
export function likenessOf(scores: Float32Array): number {
  const highest = highestOf(scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return highest + Math.log(sum);
}

function highestOf(scores: Float32Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  return highest;
}

/** Scores → probabilities, in place. */
export function soften(scores: Float32Array): void {
  const highest = highestOf(scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
}
