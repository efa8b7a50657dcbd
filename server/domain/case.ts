/**
 * The vocabulary of the house: what a case is, who acts, and what the core answers.
 * Everything here is plain data; the glossary (docs/glossary.md) gives the Chinese word and its source for each name.
 */
import type { Placement } from "../../geo/placement.ts";
import type { ReportedPoint } from "../../geo/point.ts";
import type { Assignment } from "./assignment.ts";
import type { CallRule } from "./call/callWords.ts";
import type { CaseRules } from "./caseRules.ts";
import type { Clock, DueBy } from "./clock.ts";
import type { RuleName } from "./guards.ts";
import type { Lesson } from "./learning/lesson.ts";
import type { Reading } from "./reader.ts";
import type { Instant } from "./time.ts";
import type { Action } from "./workflow.ts";

/** Where a case (案卷) stands. `declined`, `withdrawn`, `closed`, `unsolved` and `followedUp` are ends; a rating alone changes no state. */
export type CaseState =
  | "reported" // 已上报, nobody has judged it yet
  | "verifying" // 核实中, a grid worker looks before it is filed
  | "declined" // 不予立案
  | "withdrawn" // 已撤回: taken back by whoever reported it
  | "filed" // 已立案, waiting for dispatch
  | "dispatched" // 已派遣, waiting for the unit to accept
  | "accepted" // 已签收, being handled
  | "waiting" // 等待诉求人, a lawful pause
  | "suspended" // 挂账, a lawful pause to a date
  | "split" // 分办中: its parts are handled as cases of their own
  | "merged" // 已并入主件: the lead case is handled in its stead
  | "handled" // 已处置, waiting for an independent check
  | "checked" // 核查通过
  | "closed" // 已结案
  | "unsolved" // 未解决办结: over, with the reason why it could not be solved
  | "followedUp"; // 已回访

export type Role = "gridWorker" | "township" | "department" | "centre" | "leader" | "admin";

/** Residents act without an account; the clock sweep acts as `system`. */
export type ActorRole = Role | "resident" | "system";

export interface Actor {
  readonly id: string;
  readonly role: ActorRole;
  /** Township code (9 digits), department code or centre code; null for residents and the system. */
  readonly unit: string | null;
  /** Cells of a grid worker. */
  readonly cells: readonly string[];
  /** A resident acts on the one case whose tracking code they hold. */
  readonly caseId?: string;
}

/** Who the report came through. */
export const channels = [
  "gridWorker",
  "township",
  "department",
  "centre",
  "hotline",
  "public",
  "sensor",
  "leader",
] as const;
export type Channel = (typeof channels)[number];

/** Why a person must look at this case before the machine may go on; shown on the desk that holds it. */
export type DeskReason =
  | "unplaced" // no cell: no coordinates, or outside the county
  | "ambiguousPlace" // the accuracy circle touches several cells
  | "spokenPlace" // taken from the words of the address, measured by nobody
  | "nearPlace" // just outside every cell, put into the nearest
  | "unsureItem" // the reading is below the line
  | "consult" // the text asks rather than reports
  | "danger"; // words of immediate danger: 110/119/120

export type Urgency = "critical" | "urgent" | "elevated" | "normal";

export interface Rating {
  /** 1 (very dissatisfied) … 5 (very satisfied): the five levels of 好差评. */
  readonly score: number;
  readonly by: "reporter" | "centre";
  readonly at: Instant;
}

export interface FollowUp {
  readonly reached: boolean;
  readonly solved: boolean | null;
  /** 办理真实度; absent when it was not asked. */
  readonly truthful?: boolean;
  /** Why nobody was reached; code of the list `unreached`. */
  readonly unreached?: string;
  readonly at: Instant;
}

export interface Case {
  readonly id: string;
  /** 案卷号, the number people read out: `20261120-00042`. */
  readonly number: string;
  /** Rises by one with every event; equals the event's `seq`. */
  readonly version: number;
  /** Version of the last move that changed the state: a form opened since then is not stale. */
  readonly turn: number;
  /** Made where the report was born (phone, import), so that sending twice is harmless. */
  readonly reportId: string;
  /** What a resident needs to see the progress page. */
  readonly trackingCode: string;
  readonly state: CaseState;
  readonly channel: Channel;
  readonly reportedAt: Instant;
  /** Account of the reporter; null for residents and imports. */
  readonly reportedBy: string | null;
  readonly text: string;
  readonly address: string | null;
  readonly point: ReportedPoint | null;
  readonly placement: Placement | null;
  readonly cellCode: string | null;
  readonly townshipCode: string | null;
  readonly itemCode: string | null;
  readonly conditionCode: string | null;
  readonly urgency: Urgency;
  readonly reading: Reading;
  readonly desk: readonly DeskReason[];
  /** Reporter hidden from the handling unit (举报, or asked for). */
  readonly confidential: boolean;
  /** A phone number was left: the reporter can be asked afterwards (回访). */
  readonly contactable: boolean;
  /** Township or department that must handle it (主办). */
  readonly leadUnit: string | null;
  /** Unit or cell in whose hands it is now (现在在谁手里); null when it is over. */
  readonly holder: string | null;
  /** Account that handled it: may not check it. */
  readonly handledBy: string | null;
  readonly returns: number;
  readonly reworks: number;
  readonly urges: number;
  /** Clocks that ran out, ever. */
  readonly missed: number;
  /** Earliest warning, due and severe instants among running clocks: the lamp of the row. */
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
  /** How the earliest due instant was counted; null when nothing runs. */
  readonly dueBy: DueBy | null;
  readonly followUp: FollowUp | null;
  readonly rating: Rating | null;
  readonly photos: readonly CasePhoto[];
  readonly closedAt: Instant | null;
  readonly updatedAt: Instant;
  /** Hash of the last event: the next event of this case is chained to it. Empty before the first. */
  readonly headHash: string;
  /** What the rule book must remember (see caseRules.ts); absent while nothing of it has happened. */
  readonly rules?: CaseRules;
}

export interface CasePhoto {
  /** Content hash of the stored picture. */
  readonly id: string;
  readonly stage: "before" | "after" | "check";
}

/** Identity of the reporter; kept apart from the case so that it can be erased. */
export interface Reporter {
  readonly name: string | null;
  readonly phone: string | null;
}

export type Fact = string | number | boolean | null | readonly string[];

/** One act on a case, kept for ever. Free words are stored beside it, sealed by a salted commitment (docs/decisions). */
export interface CaseEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly action: Action | ClockEvent;
  /** The instant the act counts from: for clock events the computed one, not when the sweep noticed. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string;
  readonly actorRole: ActorRole;
  readonly actorUnit: string | null;
  readonly from: CaseState | null;
  readonly to: CaseState;
  /** Public facts: codes, numbers, instants. Never personal data. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Words people wrote (reason in words, result, comment …): erasable, committed to by hash. */
  readonly words: Readonly<Record<string, string>>;
  /** Id of the command that caused it, so that resending is harmless. */
  readonly commandId: string | null;
}

/** What the sweep writes: a clock warned, fell due, or ran past several times its budget. */
export type ClockEvent = "warn" | "overdue" | "severe";

/** A message that must reach somebody (通知). */
export interface Notice {
  readonly id: string;
  readonly caseId: string;
  /** The event that it tells of. */
  readonly seq: number;
  readonly kind: string;
  readonly to:
    | { readonly kind: "unit" | "cell" | "account"; readonly code: string }
    | { readonly kind: "reporter" };
  readonly createdAt: Instant;
}

/** What the core answers when the rules say yes: everything that `commit` must store, all or nothing. */
export interface Decision {
  readonly kind: "decision";
  readonly case: Case;
  /** Version it was decided on; null for a new case. */
  readonly expects: number | null;
  /** The case of that version, where it is known: what a decision leaves as it was need not be written again. */
  readonly before: Case | null;
  readonly events: readonly CaseEvent[];
  /** Clocks started or changed by this decision, whole. */
  readonly clocks: readonly Clock[];
  /** When time has something to decide next: the earliest `lookAt` of all clocks of the case, changed or not. */
  readonly lookAt: Instant | null;
  readonly notices: readonly Notice[];
  /** Assignments (主办、协办) changed by this decision, whole. */
  readonly assignments: readonly Assignment[];
  readonly reporter: Reporter | null;
  /** What this decision of a person teaches the machine. */
  readonly lessons?: readonly Lesson[];
}

export type RefusalCode =
  | "notFound"
  | "notAllowed" // this role may not do it
  | "outOfScope" // not your area or unit
  | "wrongState" // not possible at this stage
  | "missing" // a needed field is absent
  | "badValue" // a field has an impossible value
  | "unknownField" // nothing is known by this name
  | "repeatedField" // two values by one name
  | "stale" // the case moved on meanwhile
  | "duplicate" // the same id with other content
  | "ownWork"; // who handled it may not check it

/** A rule that says no: a value, never an exception. */
export interface Refusal {
  readonly kind: "refusal";
  readonly code: RefusalCode;
  /** The field or thing it is about. */
  readonly field?: string;
  /** The value that was given, shortened, and what was expected: both go into the message. */
  readonly given?: string;
  readonly expected?: string;
  /** The rule that says no beyond state and person; its words are in ruleWords.ts and call/callWords.ts. */
  readonly rule?: RuleName | CallRule;
}

export function refuse(code: RefusalCode, detail: Omit<Refusal, "kind" | "code"> = {}): Refusal {
  return { kind: "refusal", code, ...detail };
}

const endStates: readonly CaseState[] = ["declined", "withdrawn", "closed", "unsolved", "followedUp"];

/** Is somebody still expected to do something about it? Of a merged case it is its lead case that is open. */
export function isOpen(state: CaseState): boolean {
  return state !== "merged" && !isOver(state);
}

/** Has it come to an end, whatever its reporter may still say? */
export function isOver(state: CaseState): boolean {
  return endStates.includes(state);
}
