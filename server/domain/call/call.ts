/**
 * 乡呼县应: a township calls county departments. The call is an object of its own, not a flag on a case: it has lead and
 * assisting departments, each with clocks for signing, contact, on the spot and done, and it is rated both ways.
 */
import type { CallLevel } from "../reference.ts";
import type { Instant } from "../time.ts";

export type CallState =
  | "asked" // 待批准, by the township's head
  | "uncaught" // 清单外呼叫: the centre must name a lead
  | "open" // 呼叫中
  | "done" // 各方办完, waiting for the joint sign-off
  | "signedOff" // 已会签, waiting for ratings
  | "closed" // 已评价
  | "withdrawn"; // 未获批准

export type AnswerState = "called" | "signed" | "contacted" | "arrived" | "done" | "declined";

export type CallClockKind = "sign" | "contact" | "onSite" | "done";

/** One limit of one department, frozen when it began. */
export interface CallClock {
  readonly unit: string;
  readonly kind: CallClockKind;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly outcome: "met" | "missed" | "void" | null;
  /** The miss has been written down. */
  readonly rung: boolean;
}

/** What one department did about the call. */
export interface Answer {
  readonly unit: string;
  readonly part: "lead" | "assist";
  /** The line of the duty list it was called by. */
  readonly basisItem: string | null;
  readonly state: AnswerState;
  /** Not on the spot when the limit ran out (未到场); a later arrival does not take it back. */
  readonly absent: boolean;
  readonly cosigned: boolean;
  readonly ratedBy: DepartmentRating | null;
  readonly rates: TownshipRating | null;
}

/** 乡镇评部门, each 1 … 5: signing, arrival, solution, conduct. */
export interface DepartmentRating {
  readonly signing: number;
  readonly arrival: number;
  readonly solution: number;
  readonly conduct: number;
}

/** 部门评乡镇, each 1 … 5: was the call necessary, did the township cooperate on the spot. */
export interface TownshipRating {
  readonly necessity: number;
  readonly cooperation: number;
}

export interface Call {
  readonly id: string;
  readonly version: number;
  readonly caseId: string | null;
  readonly township: string;
  readonly level: CallLevel["code"];
  readonly state: CallState;
  readonly itemCode: string | null;
  readonly answers: readonly Answer[];
  readonly clocks: readonly CallClock[];
  /** How far an unanswered call has climbed by itself: 0 nobody, 1 the centre, 2 the leader in charge. */
  readonly climbed: 0 | 1 | 2;
  readonly reopens: number;
  readonly launchedAt: Instant;
}

export interface CallEvent {
  readonly callId: string;
  readonly seq: number;
  readonly action: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly unit: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Free words of people, kept apart as in case events. */
  readonly words: Readonly<Record<string, string>>;
}

/** Departments that still take part: a decline was heard and let go. */
export function taking(call: Call): readonly Answer[] {
  return call.answers.filter(({ state }) => state !== "declined");
}
