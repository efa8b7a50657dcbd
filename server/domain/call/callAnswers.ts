/** What the server tells a person about calls: the shapes of the API's answers, shared with the screens. */
import type { EventAnswer } from "../caseAnswers.ts";
import type { Named } from "../named.ts";
import type { DueBy } from "../clock.ts";
import type { CallLevel } from "../reference.ts";
import type { Budget } from "../taxonomy.ts";
import type { Instant } from "../time.ts";
import type { Answer, CallClock, CallClockKind, CallState } from "./call.ts";
import type { CallAction, CallField } from "./callMoves.ts";
import type { Post } from "../orders.ts";

/** One department in a row of the list. */
export interface CallPart {
  readonly unit: Named;
  readonly part: Answer["part"];
  readonly state: Answer["state"];
  readonly absent: boolean;
}

export interface CallRowAnswer {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly level: CallLevel["code"];
  readonly state: CallState;
  readonly township: Named;
  /** Line of the duty list; null outside the list. */
  readonly item: Named | null;
  readonly text: string;
  readonly address: string | null;
  readonly parts: readonly CallPart[];
  /** Whose turn it is. */
  readonly waiting: readonly Named[];
  readonly climbed: 0 | 1 | 2;
  /** Where nobody hears it. */
  readonly unheard: readonly Named[];
  readonly reopens: number;
  readonly launchedAt: Instant;
  readonly closedAt: Instant | null;
  /** The earliest running limit, and how it is counted. */
  readonly dueAt: Instant | null;
  readonly dueBy: DueBy | null;
}

export interface CallListAnswer {
  readonly rows: readonly CallRowAnswer[];
  readonly next: string | null;
  readonly counts: { readonly todo: number; readonly open: number; readonly attention: number };
  /** For people of a township: their posts, and whether calls wait for the head; null for others. */
  readonly desk: { readonly posts: readonly Post[]; readonly needsApproval: boolean } | null;
  readonly now: Instant;
}

export interface CallPartAnswer extends CallPart {
  /** The line of the duty list it was called by. */
  readonly basis: Named | null;
  readonly cosigned: boolean;
  readonly ratedBy: Answer["ratedBy"];
  readonly rates: Answer["rates"];
  readonly clocks: readonly CallClockAnswer[];
}

export type CallClockAnswer = Pick<
  CallClock,
  "kind" | "round" | "budget" | "dueBy" | "startedAt" | "dueAt" | "stage" | "stoppedAt" | "outcome"
>;

export type CallEventAnswer = Omit<EventAnswer, "from" | "to" | "told"> & {
  readonly from: CallState | null;
  readonly to: CallState;
};

export interface CallMoveOffer {
  readonly action: CallAction;
  readonly needs: readonly CallField[];
  readonly may: readonly CallField[];
}

/** The file of a call. */
export interface CallAnswer extends Omit<CallRowAnswer, "parts"> {
  /** The case it is about, where this person may see that one. */
  readonly case: { readonly id: string; readonly number: string } | null;
  /** 已做工作, as the township wrote it when it launched; null for none, and once it was erased. */
  readonly doneBefore: string | null;
  readonly parts: readonly CallPartAnswer[];
  /** Limits of the township and of the centre. */
  readonly clocks: readonly (CallClockAnswer & { readonly unit: Named })[];
  readonly history: readonly CallEventAnswer[];
  readonly moves: readonly CallMoveOffer[];
  /** Departments that the township has still to rate. */
  readonly unrated: readonly Named[];
  readonly now: Instant;
}

/** Before a call is started: who is proposed, who may start which level, and the limits as they would fall. */
export interface CallStartAnswer {
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly address: string | null;
    readonly confidential: boolean;
  } | null;
  /** A call of this case that still runs: a second one is refused. */
  readonly running: { readonly id: string; readonly number: string } | null;
  readonly item: Named | null;
  readonly suggestedLevel: CallLevel["code"];
  /** Whom the list names for the line, the lead first, each with the circumstance under which it leads. */
  readonly leads: readonly (Named & { readonly when: string | null; readonly heard: boolean })[];
  readonly assists: readonly (Named & { readonly heard: boolean })[];
  readonly levels: readonly {
    readonly code: CallLevel["code"];
    readonly basis: string;
    readonly may: boolean;
    /** Why not, and what to do instead. */
    readonly why: string | null;
    readonly waits: boolean;
    readonly limits: readonly {
      readonly kind: CallClockKind;
      readonly budget: Budget;
      readonly dueAt: Instant;
    }[];
  }[];
  readonly now: Instant;
}

export interface CallFiguresAnswer {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: number;
  readonly townships: readonly {
    readonly township: Named;
    readonly calls: number;
    readonly cases: number;
    /** Calls per case reported; null without a case. */
    readonly rate: number | null;
  }[];
  readonly units: readonly {
    readonly unit: Named;
    readonly answered: number;
    readonly missed: number;
    readonly excluded: number;
    readonly running: number;
    /** Answered in time of those judged; null when none is judged yet. */
    readonly rate: number | null;
  }[];
  readonly now: Instant;
}
