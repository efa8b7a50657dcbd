/** The rule book for people: what it remembers of a case, and which rule says no. */
import type { LadderStep, OrderKind, PauseRequest, Review } from "./caseRules.ts";
import type { CorrectionAnswer } from "./correctionAnswer.ts";
import type { Named } from "./named.ts";
import type { Instant } from "./time.ts";

interface Used {
  readonly used: number;
  readonly most: number;
}

/** What the rule book remembers of a case, for people. */
export interface RulesAnswer {
  /** Until when it may be sent back; null where it may not, or no more. */
  readonly returnUntil: Instant | null;
  readonly dispute: {
    readonly by: Named | null;
    readonly at: Instant;
    readonly level: 1 | 2 | 3;
    /** Names of the units that rule at this level; none where a leader does. */
    readonly rulers: readonly string[];
    readonly suggestedUnit: Named | null;
    readonly dueAt: Instant | null;
  } | null;
  readonly ruled: boolean;
  readonly request: {
    readonly kind: PauseRequest["kind"];
    readonly at: Instant;
    readonly until: string | null;
    readonly dueAt: Instant | null;
  } | null;
  readonly extensions: Used;
  readonly suspensions: Used;
  readonly waits: Used;
  readonly suspendedUntil: string | null;
  readonly ladders: readonly { readonly unit: string; readonly step: LadderStep; readonly at: Instant }[];
  readonly supervision: {
    readonly kind: OrderKind;
    readonly unit: Named | null;
    readonly at: Instant;
    readonly dueAt: Instant | null;
  } | null;
  readonly review: {
    readonly kind: Review["kind"];
    readonly at: Instant;
    /** The first of two has agreed. */
    readonly seconded: boolean;
    readonly dueAt: Instant | null;
  } | null;
  readonly exempt: readonly Review["kind"][];
  readonly transfers: readonly string[];
  readonly unsolved: string | null;
  readonly selfHandled: boolean;
  readonly onBehalf: boolean;
  readonly reopens: Used;
  readonly rectifications: Used;
}

/**
 * The rule behind a refusal, in one shape wherever it is met: at a dead button, in a form, in the API's problem JSON.
 */
export interface RuleAnswer {
  readonly kind: "scope" | "role" | "state" | "field" | "guard" | "limit";
  /** Stable, for programs: `inReturnWindow`, `return.by`, `return.from`, `return.basisItem`. */
  readonly id: string;
  readonly why: string;
  /** The line it rests on, in words. */
  readonly basis: string;
  /** Where that line stands: the table of moves, the county's policies and counts, the duty list, or a regulation. */
  readonly source: {
    readonly kind: "table" | "policy" | "count" | "dutyList" | "law";
    readonly code: string;
  };
  /** What the person may do instead. */
  readonly instead: string;
}

/** An act that would be this person's but for one rule: a button that is dead and says why. */
export interface BlockedMove {
  readonly action: string;
  readonly rule: RuleAnswer;
}

export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** One Chinese sentence that names the value and what was expected. */
  readonly detail: string;
  readonly field?: string;
  /** Absent where no rule of the trade says no, but the door: not signed in, too large, too often. */
  readonly rule?: RuleAnswer;
  /** Of coordinates that cannot be one, those that were probably meant. */
  readonly correction?: CorrectionAnswer;
}
