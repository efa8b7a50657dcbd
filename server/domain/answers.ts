/**
 * What the server tells a person about a case: the shapes of the API's answers, shared with the screens. Names are
 * already looked up and personal data already masked, so that no screen needs a rule of its own.
 */
import type { Duty } from "./signInRules.ts";
import type { Placement } from "../../geo/placement.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import type { Assignment, AssignmentState } from "./assignment.ts";
import type { ActorRole, Case, CaseState, Channel, DeskReason, Fact, Role, Urgency } from "./case.ts";
import type { LadderStep, OrderKind, PauseRequest, Review } from "./caseRules.ts";
import type { Clock, ClockKind, ClockStage, DueBy } from "./clock.ts";
import type { ClockTurn } from "./clockStory.ts";
import type { DueDay } from "./dueDays.ts";
import type { LayerCell } from "./gridAnswers.ts";
import type { LedgerPart } from "./ledgerParts.ts";
import type { FieldName } from "./fields.ts";
import type { ShiftOffer } from "./shift/answers.ts";
import type { Stage } from "./staging.ts";
import type { Mark } from "./marks.ts";
import type { Reading } from "./reader.ts";
import type { Budget, Condition, TownshipRole } from "./taxonomy.ts";
import type { SaidTime } from "./times/times.ts";
import type { Instant } from "./time.ts";

/** A code with the name people know it by. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A row of a worklist. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: CaseState;
  readonly channel: Channel;
  readonly reportedAt: Instant;
  readonly updatedAt: Instant;
  readonly text: string;
  readonly address: string | null;
  readonly item: Named | null;
  readonly urgency: Urgency;
  readonly township: Named | null;
  readonly cell: Named | null;
  readonly leadUnit: Named | null;
  /** In whose hands it is now. */
  readonly holder: Named | null;
  readonly desk: readonly DeskReason[];
  readonly returns: number;
  readonly reworks: number;
  readonly urges: number;
  readonly missed: number;
  readonly confidential: boolean;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
  /** How the due instant was counted: unit, calendar, and whether its year is announced. */
  readonly dueBy: DueBy | null;
  /** Where it stands with those who supervise, and whether the statistics leave it out (marks.ts). */
  readonly marks: readonly Mark[];
}

export interface CaseListAnswer {
  readonly rows: readonly CaseRow[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
  /** Server time, for countdowns: the phone's own clock is not trusted. */
  readonly now: Instant;
}

/** The case file (案卷). */
export interface EarlierPlaceAnswer {
  readonly point: ReportedPoint | null;
  readonly spot: Point | null;
  readonly cell: Named | null;
  readonly until: Instant;
  /** From there to where it is held to be now. */
  readonly metres: number | null;
}

export interface CaseAnswer extends CaseRow {
  /** The condition it was filed under (立案条件), with what must be true to close it. */
  readonly condition: Pick<Condition, "code" | "fileWhen" | "closeWhen"> | null;
  readonly point: Point | null;
  readonly placement: Placement | null;
  /** The coordinates as they were sent: with their datum, accuracy and source. null when it was told in words alone. */
  readonly sentPoint: ReportedPoint | null;
  /** Its cells in the layers over the governance grid, by the versions of its day; layers without one are left out. */
  /** 原位置, the oldest first: where it was held to be before somebody corrected it. */
  readonly earlierPlaces: readonly EarlierPlaceAnswer[];
  /** 坐标所在的来源整体偏移: the corrected pin to accept with one tap. */
  readonly shiftOffer: ShiftOffer | null;
  readonly layers: readonly LayerCell[];
  readonly reading: Reading;
  /** 说到的时间: what its words say of when, as counted from the report. */
  readonly times: readonly SaidTime[];
  /** The readings' candidates with their names, likeliest first. */
  readonly suggestions: readonly Suggestion[];
  readonly responsible: ResponsibleAnswer | null;
  readonly reporter: ReporterAnswer | null;
  readonly photos: Case["photos"];
  readonly rating: Case["rating"];
  readonly followUp: Case["followUp"];
  readonly clocks: readonly ClockAnswer[];
  readonly rules: RulesAnswer;
  readonly ledger: LedgerAnswer;
  /** 部件 it is about, as it was registered when it was reported. */
  readonly component: { readonly code: string; readonly name: string; readonly owner: Named | null } | null;
  /** 分段办理 in order; empty for what is handled in one go. */
  readonly stages: readonly Stage[];
  /** 主办 first, then 协办. */
  readonly assignments: readonly AssignmentAnswer[];
  readonly history: readonly EventAnswer[];
  /** Exactly what this person may do now; the screen offers these and nothing else. */
  readonly moves: readonly MoveOffer[];
  /** Acts that one rule forbids just now, each with that rule. */
  readonly blocked: readonly BlockedMove[];
  /** 应急状态 of the place, while it lasts. */
  readonly emergency: { readonly reason: string; readonly startedAt: Instant } | null;
  /** 发给群众的查询码: shown to the desks that speak with the reporter, null for others. */
  readonly trackingCode: string | null;
  readonly now: Instant;
}

export interface Suggestion extends Named {
  readonly probability: number;
  readonly words: readonly string[];
}

export interface ResponsibleAnswer {
  readonly unit: Named;
  /** The item of the duty list it rests on. */
  readonly basis: Named;
  /** Others that the catalogue names for the same matter, each with the rule by which it would lead. */
  readonly others: readonly { readonly unit: Named; readonly when: string }[];
  readonly assisting: readonly Named[];
  readonly townshipRole: TownshipRole;
  /** The rule of the dispatch catalogue that won; null where none speaks of it. */
  readonly rule: Named | null;
  /** Why this unit, in sentences. */
  readonly why: readonly string[];
  /** Why somebody must look first; the first receiver leads meanwhile (首接负责). */
  readonly unclear: "hole" | "conflict" | "noPlace" | "noItem" | null;
}

export interface ReporterAnswer {
  /** Masked: 王*, 138****1234. null where nothing was left. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Not even masked for this person (保密件). */
  readonly hidden: boolean;
  /** May ask for the full value, with a reason that is logged. */
  readonly mayReveal: boolean;
}

export interface AssignmentAnswer {
  readonly unit: Named;
  readonly part: Assignment["part"];
  readonly state: AssignmentState;
  /** 经办人: name of whom the unit chose; null where nobody was named, or for people of other units. */
  readonly handler: string | null;
}

export interface ClockAnswer {
  /** What the clock times where its kind does not say it: the name of the stage. */
  readonly name: string | null;
  readonly id: string;
  readonly kind: ClockKind;
  readonly unit: Named | null;
  readonly budget: Budget;
  readonly startedAt: Instant;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  readonly severeAt: Instant;
  readonly running: boolean;
  readonly stage: ClockStage;
  readonly stoppedAt: Instant | null;
  readonly outcome: Clock["outcome"];
  /** By which calendar it counts, and whether the holidays of the year it rests on are announced. */
  readonly dueBy: DueBy;
}

/** How a limit was counted; GET /api/cases/:id/clocks/:clock. */
export interface ClockExplanation {
  readonly id: string;
  /** The whole way in one line. */
  readonly sentence: string;
  /** The way to the end it had when it began. */
  readonly days: readonly DueDay[];
  /** What `spent` and `left` of a day are counted in. */
  readonly measure: "workday" | "hour";
  readonly firstDueAt: Instant;
  readonly dueAt: Instant;
  readonly notAnnounced: readonly string[];
  readonly turns: readonly ClockTurn[];
  readonly policy: {
    readonly code: string;
    readonly version: string;
    readonly name: string;
    readonly basis: string;
  };
  readonly calendar: { readonly name: string; readonly version: string };
}

/** 时间账: whose time it was, or which lawful pause; the parts add up to `total`, in milliseconds by the wall clock. */
export interface LedgerAnswer {
  readonly total: number;
  readonly parts: readonly (Omit<LedgerPart, "holder"> & { readonly holder: Named | null })[];
}

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

export interface EventAnswer {
  readonly seq: number;
  readonly action: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: { readonly role: ActorRole; readonly name: string | null; readonly unit: Named | null };
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly words: Readonly<Record<string, string>>;
  /** 送达: to whom an order went and who has read it; null for other acts and for those who did not send it. */
  readonly told: readonly ReceiptAnswer[] | null;
}

export interface ReceiptAnswer {
  /** A unit, a cell or a person. */
  readonly to: string;
  readonly reads: readonly { readonly name: string; readonly at: Instant }[];
}

export interface MoveOffer {
  readonly action: string;
  readonly needs: readonly FieldName[];
  readonly may: readonly FieldName[];
  /** Values to begin with: the suggested item, the responsible unit. */
  readonly defaults: Readonly<Partial<Record<FieldName, string | readonly string[]>>>;
}

/** Answer to a report (201, or 200 when the same id came again). */
export interface ReportAnswer {
  readonly id: string;
  readonly number: string;
  readonly trackingCode: string;
  /** 存证码: hash of the report's event, by which it is found in a proof (存证). */
  readonly recordHash: string;
  readonly state: CaseState;
  readonly item: Suggestion | null;
  readonly alternatives: readonly Suggestion[];
  readonly sure: boolean;
  readonly desk: readonly DeskReason[];
  readonly danger: readonly string[];
  readonly cell: Named | null;
  readonly placement: Placement | null;
  readonly holder: Named | null;
  readonly responsible: ResponsibleAnswer | null;
  /** `file` runs already; accept and handle as they would fall if it were dispatched now. */
  readonly deadlines: {
    readonly file: Instant | null;
    readonly accept: Instant | null;
    readonly handle: Instant | null;
  };
}

/** What a resident sees: four steps, no quarrels, no names (群众查进度). */
export interface ProgressAnswer {
  readonly number: string;
  readonly text: string;
  readonly reportedAt: Instant;
  readonly step: "received" | "sent" | "working" | "done" | "declined" | "withdrawn";
  readonly unit: string | null;
  readonly promisedBy: Instant | null;
  readonly entries: readonly {
    readonly at: Instant;
    readonly action: string;
    readonly unit: string | null;
    readonly words: string | null;
  }[];
  readonly mayRate: boolean;
  /** 没解决: once after it was closed. */
  readonly mayReopen: boolean;
  readonly mayAdd: boolean;
  /** 这事已解决，撤回: while nothing has been done and nobody else depends on it. */
  readonly mayWithdraw: boolean;
  readonly rating: number | null;
  /** 分办: each matter of the report, with how far it is. */
  readonly parts: readonly {
    readonly text: string;
    readonly step: "received" | "sent" | "working" | "done" | "declined" | "withdrawn";
    readonly unit: string | null;
  }[];
  readonly now: Instant;
}

export interface SessionAnswer {
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly role: Role;
  };
  readonly unit: Named | null;
  readonly cells: readonly Named[];
  /** What must be done before anything else. */
  readonly duty: Duty | null;
  /** Proves again who it is by signing in at the county's identity provider anew. */
  readonly provesByIssuer: boolean;
  /** Pages about cases bear the name of whoever looks at them. */
  readonly watermark: boolean;
}

/** Ways to sign in besides name and password. */
export interface ProvidersAnswer {
  readonly oidc: { readonly name: string } | null;
}

export interface IssuerAddressAnswer {
  /** To be opened by the browser. */
  readonly address: string;
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
}
