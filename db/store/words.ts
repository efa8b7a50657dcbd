/** What cases are found by, kept beside them: it may be thrown away and made anew from the cases. */

export interface Recount {
  readonly cases: number;
  /** Numbers of cases whose tokens are missing or are not those of their words, in the order of their ids. */
  readonly bent: readonly string[];
  /** The full-text table does not say what its rows say (SQLite). */
  readonly isIndexBent: boolean;
}

export interface WordQueries {
  /** Whether every case can be found: false in a house from before there was the index, until it is caught up. */
  areCaughtUp(): Promise<boolean>;
  /** Makes the next cases findable, the oldest first. @returns how many; 0 when all are. */
  catchUp(limit: number): Promise<number>;
  /** Recomputes the tokens of every case and compares them with those that stand. */
  recount(onProgress?: (done: number, total: number) => void): Promise<Recount>;
  /** Throws all of it away: `catchUp` makes it anew. */
  forget(): Promise<void>;
}
