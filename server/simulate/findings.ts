/** What the judges found: the first finding ends the rehearsal. */
export interface Findings {
  /** An invariant is broken: which one, of what, and how. */
  blame(invariant: Invariant, about: string, detail: string): void;
  first(): Finding | null;
}

export interface Finding {
  readonly invariant: Invariant;
  readonly about: string;
  readonly detail: string;
}

export type Invariant =
  | "storedOnce" // what was acknowledged is stored exactly once
  | "actedOnce" // a command that was acknowledged has acted exactly once
  | "tableOfMoves" // only moves of the table, by whom they are meant for
  | "rowIsHistory" // row = what its events tell
  | "givenBack" // a batch moves what it must, and its undo gives back what was
  | "clockExact" // every due instant equals the slow oracle's
  | "heldBySomebody" // open: one holder and a running clock
  | "timeForward" // time never runs back in a record
  | "ledgerWhole" // held time adds up
  | "chainWhole" // the chain verifies
  | "scopeKept" // nobody is shown what is not theirs
  | "secretKept" // no personal data in logs or foreign answers
  | "noticeOnce" // each notice stands once and is sent
  | "noFault" // no answer 5xx where nothing went wrong
  | "allOrNothing"; // after a crash: whole or not at all

export function createFindings(): Findings {
  let found: Finding | null = null;
  return {
    blame(invariant, about, detail) {
      found ??= { invariant, about, detail };
    },
    first: () => found,
  };
}
