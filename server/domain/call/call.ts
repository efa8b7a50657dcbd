/**
 * 乡呼县应: a township calls county departments. The call is an object of its own, not a flag on a case: it has lead and
 * assisting departments, each with clocks for signing, contact, on the spot and done, and it is rated both ways.
 */
import type { ActorRole, Fact } from "../case.ts";
import type { DueBy } from "../clock.ts";
import type { CallLevel } from "../reference.ts";
import type { Budget } from "../taxonomy.ts";
import type { Instant } from "../time.ts";
import type { CallAction } from "./callMoves.ts";

export type CallState =
  | "asked" // 待批准, by the township's head
  | "uncaught" // 清单外呼叫: the centre must name a lead
  | "open" // 呼叫中
  | "done" // 各方办完, waiting for the joint sign-off
  | "signedOff" // 已会签, waiting for ratings
  | "closed" // 已评价
  | "withdrawn"; // 未获批准

export type AnswerState = "called" | "signed" | "contacted" | "arrived" | "done" | "declined";

/** Limits of a call: of the head (approve), of the centre (lead), of each department, and of all who sign off and rate. */
export type CallClockKind = "approve" | "lead" | "sign" | "contact" | "onSite" | "done" | "cosign" | "rate";

/** One limit of one unit, frozen when it began. */
export interface CallClock {
  readonly unit: string;
  readonly kind: CallClockKind;
  /** 1 for the limits of a call that was reopened. */
  readonly round: number;
  readonly budget: Budget;
  /** By whose calendar it is counted, and whether a year behind it is not announced. */
  readonly dueBy: DueBy;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** When nobody has answered for as long again, it climbs a step further; null for limits that do not climb. */
  readonly climbAt: Instant | null;
  readonly stage: "running" | "missed" | "severe";
  readonly stoppedAt: Instant | null;
  readonly outcome: "met" | "missed" | "void" | null;
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
  /** 呼叫编号: `HJ20261120-00042`. */
  readonly number: string;
  /** Rises by one with every event; equals the event's `seq`. */
  readonly version: number;
  /** Version of the last event that changed the state: a form opened since then is not stale. */
  readonly turn: number;
  readonly caseId: string | null;
  readonly township: string;
  readonly level: CallLevel["code"];
  readonly state: CallState;
  /** Line of the duty list; null for a call outside the list (清单外呼叫). */
  readonly itemCode: string | null;
  /** What is asked of the county, in the township's words. */
  readonly text: string;
  readonly address: string | null;
  readonly launchedBy: string;
  readonly answers: readonly Answer[];
  readonly clocks: readonly CallClock[];
  /** How far an unanswered call has climbed by itself: 0 nobody, 1 the centre, 2 the leader in charge. */
  readonly climbed: 0 | 1 | 2;
  /** Codes of those who must answer and have no account: nobody hears the call there. `leader` is the county's leader. */
  readonly unheard: readonly string[];
  readonly reopens: number;
  readonly launchedAt: Instant;
  /** When the departments were called; null while it is not approved or has no lead: they do not see it until then. */
  readonly sentAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly updatedAt: Instant;
  /** Hash of the last event: the next one is chained to it. Empty before the first. */
  readonly headHash: string;
}

/** What no party does: limits that run out, what follows from the last mark, and 机构接续 (succession). */
export type CallOwnAct = "overdue" | "absent" | "climb" | "reopen" | "close" | "succeed";

/** One act on a call, kept for ever and chained like the events of a case. */
export interface CallEvent {
  readonly callId: string;
  readonly seq: number;
  readonly action: CallAction | CallOwnAct;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly actorRole: ActorRole;
  readonly actorUnit: string | null;
  readonly from: CallState | null;
  readonly to: CallState;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Free words of people, kept apart as in case events. */
  readonly words: Readonly<Record<string, string>>;
  readonly commandId: string | null;
}

/** A message to a unit or an account about a call; it is delivered by standing in the inbox. */
export interface CallNotice {
  readonly id: string;
  readonly callId: string;
  readonly kind: string;
  readonly to: { readonly kind: "unit" | "account"; readonly code: string };
  readonly createdAt: Instant;
}

/** Everything that the store must keep, all or nothing. */
export interface CallDecision {
  readonly kind: "decision";
  readonly call: Call;
  /** Version it was decided on; null for a new call. */
  readonly expects: number | null;
  /** Made by the sender of a new call, so that sending twice launches once; null for acts. */
  readonly launchId: string | null;
  readonly events: readonly CallEvent[];
  readonly notices: readonly CallNotice[];
}

/** Departments that still take part: a decline was heard and let go. */
export function taking(call: Pick<Call, "answers">): readonly Answer[] {
  return call.answers.filter(({ state }) => state !== "declined");
}

export function isOver(state: CallState): boolean {
  return state === "closed" || state === "withdrawn";
}

/** When the sweep must look: the earliest limit that has not been seen to run out, or the next step of the climb. */
export function nextLook(call: Pick<Call, "clocks" | "state" | "climbed">): Instant | null {
  if (isOver(call.state)) return null;
  const looks = call.clocks.flatMap((clock) => nextLookOf(clock, call) ?? []);
  return looks.length === 0 ? null : Math.min(...looks);
}

/** A missed limit is looked at again only while there is a step left to climb: every look writes something. */
export function nextLookOf(clock: CallClock, { climbed }: Pick<Call, "climbed">): Instant | null {
  if (clock.stoppedAt !== null) return null;
  if (clock.stage === "running") return clock.dueAt;
  return clock.stage === "missed" && climbed < 2 ? clock.climbAt : null;
}

/** The earliest running limit; null when none runs. */
export function firstClock({ clocks }: Pick<Call, "clocks">): CallClock | null {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  return running.reduce<CallClock | null>(
    (first, clock) => (first === null || clock.dueAt < first.dueAt ? clock : first),
    null,
  );
}

/** Whose turn it is now (待谁办): units and the township; empty when it is over. */
export function waitingFor(call: Call): readonly string[] {
  const parts = taking(call);
  switch (call.state) {
    case "asked":
      return [call.township];
    case "uncaught":
      return call.clocks
        .filter(({ kind, stoppedAt }) => kind === "lead" && stoppedAt === null)
        .map(({ unit }) => unit);
    case "open":
      return parts.filter(({ state }) => state !== "done").map(({ unit }) => unit);
    case "done": {
      const left = parts.filter(({ cosigned }) => !cosigned).map(({ unit }) => unit);
      return left.length === 0 || mayEndSignOff(call) ? [...left, call.township] : left;
    }
    case "signedOff": {
      const town = parts.some(({ ratedBy }) => ratedBy === null) ? [call.township] : [];
      return [...parts.filter(({ rates }) => rates === null).map(({ unit }) => unit), ...town];
    }
    case "closed":
    case "withdrawn":
      return [];
  }
}

/** 会签: the township signs last; a department that let its limit for it run out is not waited for. */
export function mayEndSignOff(call: Call): boolean {
  return taking(call).every(({ unit, cosigned }) => cosigned || hasMissed(call, unit, "cosign"));
}

function hasMissed({ clocks, reopens }: Call, unit: string, kind: CallClockKind): boolean {
  const own = clocks.find((row) => row.unit === unit && row.kind === kind && row.round === reopens);
  return own !== undefined && own.stage !== "running";
}
