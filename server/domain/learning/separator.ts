/**
 * The first judge: for every label a plane that separates its texts from all others (linear support vector machine,
 * squared hinge loss), found by dual coordinate descent for all labels at once, so that a text is read once per round.
 */
import { addRow } from "./rows.ts";
import { createRandom, shuffle, shuffled } from "./random.ts";
import type { Vector } from "./vectors.ts";

export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly labels: Int32Array;
  readonly labelCount: number;
  /** Rows of the tables to be learned. */
  readonly rowCount: number;
  readonly seed: number;
}

const ROUNDS = 10;

/** How dear an error is beside a wide margin. */
const COST = 1;
const RIDGE = 0.5 / COST;

/** A smaller step is not worth the walk over the text's features. */
const LEAST_STEP = 1e-6;

/** @returns weights, row by row: those of row r are at `r * labelCount` and after. */
export function learnPlanes({ vectors, labels, labelCount, rowCount, seed }: Lesson): Float32Array {
  const weights = new Float32Array(rowCount * labelCount);
  const pulls = new Float32Array(vectors.length * labelCount);
  const scores = new Float32Array(labelCount);
  const moved = new Int32Array(labelCount);
  const steps = new Float32Array(labelCount);
  const random = createRandom(seed);
  const order = shuffled(vectors.length, random);

  function learn(at: number, { rows, values }: Vector): void {
    sumRows(weights, rows, values, scores);
    const size = values.reduce((sum, value) => sum + value * value, 0) + RIDGE;
    let count = 0;
    for (let label = 0; label < labelCount; label++) {
      const side = labels[at] === label ? 1 : -1;
      const pull = pulls[at * labelCount + label] ?? 0;
      const slope = side * (scores[label] ?? 0) - 1 + pull * RIDGE;
      if (pull === 0 && slope >= 0) continue;
      const step = Math.max(0, pull - slope / size) - pull;
      if (Math.abs(step) < LEAST_STEP) continue;
      pulls[at * labelCount + label] = pull + step;
      moved[count] = label;
      steps[count++] = step * side;
    }
    for (let place = 0; place < rows.length; place++) {
      const from = (rows[place] ?? 0) * labelCount;
      const value = values[place] ?? 0;
      for (let turn = 0; turn < count; turn++) {
        const cell = from + (moved[turn] ?? 0);
        weights[cell] = (weights[cell] ?? 0) + value * (steps[turn] ?? 0);
      }
    }
  }

  for (let round = 0; round < ROUNDS; round++) {
    for (const at of order) {
      const vector = vectors[at];
      if (vector !== undefined) learn(at, vector);
    }
    shuffle(order, random);
  }
  return weights;
}

/** Weighted sum of the rows named, into `sums`, whose length is the width of the table. */
export function sumRows(
  table: Float32Array,
  rows: Int32Array,
  values: Float32Array,
  sums: Float32Array,
): void {
  const width = sums.length;
  sums.fill(0);
  for (let place = 0; place < rows.length; place++)
    addRow(sums, table, (rows[place] ?? 0) * width, values[place] ?? 0);
}
