/**
 * From the two judges' scores to probabilities that mean what they say: how loudly each judge speaks, chosen by likelihood on rows that neither judge had seen.
 */
import { soften } from "./network.ts";
import { createRandom, shuffle, shuffled } from "./random.ts";

export interface Calibration {
  /** Factor on the planes' scores. */
  readonly planes: number;
  /** Factor on the network's scores. */
  readonly network: number;
  /** Added to the score of each label: rare ones are lifted. */
  readonly lift: Float32Array;
  /** The likeliest label's probability is bent once more: its log-odds times `slope` plus `shift`. */
  readonly slope: number;
  readonly shift: number;
}

/** Scores on held-back rows, row by row, as wide as there are labels. */
export interface HeldBack {
  readonly planes: Float32Array;
  readonly network: Float32Array;
  readonly labels: Int32Array;
  readonly labelCount: number;
}

/**
 * Judges that learn from few rows of a label name it too seldom. By this power of its frequency it is lifted: on three
 * sets of labels the mean F1 rises by 0.5 to 1.3 points and accuracy by 0.0 to 0.2.
 */
const EVENNESS = 0.1;

const ROUNDS = 25;
const RATE = 0.1;

export function calibrate(held: HeldBack): Calibration {
  const { labels, labelCount } = held;
  const chances = new Float32Array(labelCount);
  const random = createRandom(labels.length);
  const order = shuffled(labels.length, random);
  const level = { lift: new Float32Array(labelCount), slope: 1, shift: 0 };
  let planes = 2;
  let network = 0.5;
  for (let round = 0; round < ROUNDS; round++) {
    const slower = 1 - round / ROUNDS;
    for (const row of order) {
      const label = labels[row] ?? 0;
      combine(held, row, { ...level, planes, network }, chances);
      let planesSlope = 0;
      let networkSlope = 0;
      for (let at = 0; at < labelCount; at++) {
        const off = (chances[at] ?? 0) - (at === label ? 1 : 0);
        planesSlope += off * (held.planes[row * labelCount + at] ?? 0);
        networkSlope += off * (held.network[row * labelCount + at] ?? 0);
      }
      planes = Math.max(0, planes - RATE * 0.1 * slower * planesSlope);
      network = Math.max(0, network - RATE * 0.01 * slower * networkSlope);
    }
    shuffle(order, random);
  }
  const lifted = { ...level, planes, network, lift: liftOf(held) };
  return { ...lifted, ...bend(held, lifted) };
}

function liftOf({ labels, labelCount }: HeldBack): Float32Array {
  const counts = new Float32Array(labelCount);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => -EVENNESS * Math.log(Math.max(1, count) / labels.length));
}

/** Platt's line for "is the likeliest label right?", by Newton's method on the held-back rows. */
function bend(held: HeldBack, calibration: Calibration): Pick<Calibration, "slope" | "shift"> {
  const chances = new Float32Array(held.labelCount);
  const answers = Array.from(held.labels, (label, row) => {
    combine(held, row, calibration, chances);
    const first = highest(chances);
    return { odds: logOdds(chances[first] ?? 0), right: first === label ? 1 : 0 };
  });
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 12; round++) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-3, 0, 1e-3];
    for (const { odds, right } of answers) {
      const chance = 1 / (1 + Math.exp(-slope * odds - shift));
      const spread = chance * (1 - chance);
      a += (chance - right) * odds;
      b += chance - right;
      aa += spread * odds * odds;
      ab += spread * odds;
      bb += spread;
    }
    const size = aa * bb - ab * ab;
    slope = Math.max(0.2, slope - (bb * a - ab * b) / size);
    shift -= (aa * b - ab * a) / size;
  }
  return { slope, shift };
}

/** In place: the likeliest gets its bent probability, the others share the rest as before. */
export function bendFirst(chances: Float32Array, { slope, shift }: Calibration): void {
  const first = highest(chances);
  const before = chances[first] ?? 0;
  const bent = 1 / (1 + Math.exp(-slope * logOdds(before) - shift));
  let second = 0;
  for (let at = 0; at < chances.length; at++) if (at !== first) second = Math.max(second, chances[at] ?? 0);
  // The likeliest stays the likeliest, whatever the line says of texts that fit nothing.
  const after = Math.max(bent, second / (second + 1 - before));
  const rest = before < 1 ? (1 - after) / (1 - before) : 0;
  for (let at = 0; at < chances.length; at++) chances[at] = at === first ? after : (chances[at] ?? 0) * rest;
}

function highest(numbers: Float32Array): number {
  let best = 0;
  for (let at = 1; at < numbers.length; at++) if ((numbers[at] ?? 0) > (numbers[best] ?? 0)) best = at;
  return best;
}

function logOdds(chance: number): number {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(safe / (1 - safe));
}

/** Probabilities of the labels for one held-back row, before the likeliest is bent. */
export function combine(
  { planes, network, labelCount }: HeldBack,
  row: number,
  calibration: Calibration,
  chances: Float32Array,
): void {
  const from = row * labelCount;
  for (let at = 0; at < labelCount; at++)
    chances[at] =
      calibration.planes * (planes[from + at] ?? 0) +
      calibration.network * (network[from + at] ?? 0) +
      (calibration.lift[at] ?? 0);
  soften(chances);
}
