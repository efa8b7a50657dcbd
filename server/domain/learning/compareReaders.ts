/** What is told of a training: how the new reader and the one in use did on the same held-back rows. */

export interface ReaderMarks {
  /** Shares of the held-back rows, 0 … 1. */
  readonly accuracy: number;
  readonly topThree: number;
  readonly calibrationError: number;
}

export interface ModelReport {
  /** Confirmed cases it learned from, and those held back. */
  readonly rows: number;
  readonly heldBack: number;
  readonly labels: number;
  readonly fresh: ReaderMarks;
  readonly inUse: ReaderMarks;
  /** How loudly the trained model speaks beside the reader that knows the list of matters, 0 … 1. */
  readonly weight: number;
  /** Not worse: it replaced the one in use. */
  readonly replaced: boolean;
  /** Cases whose item the judges that had not seen them find very unlikely. */
  readonly doubtful: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly given: string;
    readonly likelier: string;
    readonly probability: number;
  }[];
}

/** So much worse by chance alone is not worse: one row in two hundred. */
const EVEN = 0.005;

/** Not worse in accuracy, and not clearly worse in meaning what it says. */
export function isNotWorse(fresh: ReaderMarks, inUse: ReaderMarks): boolean {
  return (
    fresh.accuracy >= inUse.accuracy - EVEN &&
    fresh.calibrationError <= Math.max(0.05, inUse.calibrationError)
  );
}
