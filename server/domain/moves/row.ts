/** The shape of a row in the table of moves, and the lists that many rows share. */
import type { CaseState, Role } from "../case.ts";
import type { ClockKind } from "../clock.ts";
import type { FieldName } from "../fields.ts";
import type { GuardName } from "../guards.ts";

/**
 * Who may act: a role, the unit that leads the case (whatever its role), one that assists and has not ended its part, the
 * unit or cell that has it in hand, whoever must rule over a dispute, the account that reported it, or the resident by
 * tracking code.
 */
export type Mover =
  | Role
  | "leadUnit"
  | "assistant"
  | "holder"
  | "ruler"
  | "rechecker"
  | "reporter"
  | "resident";

/** Whose hands the case is in after the move. */
export type Holder = "same" | "desk" | "leadUnit" | "checker" | "followUp" | "nobody";

/** Who hears of it. `assistants`: those whose part the move changed; `handler`: who was named by it. */
export type Told = "holder" | "reporter" | "assistants" | "lead" | "desk" | "handler";

export interface Move {
  readonly action: string;
  readonly from: readonly CaseState[];
  /** `varies`: what belongs together decides it. */
  readonly to: CaseState | "same" | "varies";
  /** Where the machine takes it besides: a limit may run out after the case is over, and is climbed after all the same. */
  readonly alsoByItselfFrom?: readonly CaseState[];
  /** Empty: only the clock does it. */
  readonly by: readonly Mover[];
  /** Rules beyond state and person, each with its words; all must hold. */
  readonly when?: readonly GuardName[];
  readonly needs: readonly FieldName[];
  readonly may: readonly FieldName[];
  readonly starts: readonly ClockKind[];
  readonly stops: readonly ClockKind[];
  /** Stopped without judging anybody: the unit is rid of the case. */
  readonly voids: readonly ClockKind[];
  /** Goes on where it stood: rework does not reset the total time. Of several, the one that stopped last. */
  readonly resumes: readonly ClockKind[];
  /** Held by a lawful pause (中止计时), to be released by the act that ends it. */
  readonly holds?: readonly ClockKind[];
  /** Everything that was held goes on. */
  readonly releases?: true;
  /** Decided only with the other case it is about (linking/together.ts). */
  readonly together?: true;
  /** Every clock that runs stands still while another case is led in its stead (并案) … */
  readonly parks?: true;
  /** … and exactly those go on when it is given back. */
  readonly unparks?: true;
  /** One original limit more (延期). */
  readonly extends?: readonly ClockKind[];
  /**
   * 撤销: the act that takes it back whole, offered to whoever acted for as long as they may. Most acts have none: what a
   * clock was stopped by, or somebody was told, cannot be unsaid.
   */
  readonly undoneBy?: string;
  readonly hands: Holder;
  readonly tells: readonly Told[];
}

export const open = [
  "reported",
  "verifying",
  "filed",
  "dispatched",
  "accepted",
  "waiting",
  "suspended",
  "split",
  "handled",
  "checked",
] as const;
/** Over, but the reporter may still speak. */
export const over = ["closed", "unsolved", "followedUp"] as const;
export const everywhere = [...open, "declined", "withdrawn", ...over] as const;
export const desk = ["township", "centre"] as const;
export const checkers = ["gridWorker", "township", "centre"] as const;
export const quiet = { starts: [], stops: [], voids: [], resumes: [], hands: "same", tells: [] } as const;
