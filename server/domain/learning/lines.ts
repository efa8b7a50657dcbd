/** The line a probability must reach so that what lies above it is right as often as wanted. */

export interface Line {
  /** Wanted share of right answers, 0 … 1. */
  readonly precision: number;
  /** Probability from which on; above 1 when no line keeps the promise. */
  readonly line: number;
  /** Share of the held-back rows that reach it. */
  readonly covers: number;
}

export interface Answered {
  readonly probability: number;
  readonly right: boolean;
}

/** Above a line there must be so many rows before it is believed. */
const LEAST_ROWS = 30;

/** @param answers on rows that were not learned from. */
export function drawLine(answers: readonly Answered[], precision: number): Line {
  const sorted = [...answers].sort((a, b) => b.probability - a.probability);
  let right = 0;
  let best: Line = { precision, line: 2, covers: 0 };
  for (const [at, answer] of sorted.entries()) {
    right += answer.right ? 1 : 0;
    const reached = at + 1;
    if (answer.probability === sorted[reached]?.probability) continue;
    if (reached >= Math.min(LEAST_ROWS, sorted.length) && right >= precision * reached)
      best = { precision, line: answer.probability, covers: reached / sorted.length };
  }
  return best;
}
