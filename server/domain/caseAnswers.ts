/**
 * What the server tells a person about a case: the shapes of the API's answers, shared with the screens. Names are
 * already looked up and personal data already masked, so that no screen needs a rule of its own.
 */
import type { Placement } from "../../geo/placement.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import type { Assignment, AssignmentState } from "./assignment.ts";
import type { ActorRole, Case, CaseState, Fact } from "./case.ts";
import type { ClockAnswer, HeldTimesAnswer } from "./clockAnswers.ts";
import type { FieldName } from "./fields.ts";
import type { LayerCell } from "./gridAnswers.ts";
import type { CaseRow } from "./listAnswers.ts";
import type { Named } from "./named.ts";
import type { Reading } from "./reader.ts";
import type { ResponsibleAnswer, Suggestion } from "./readerAnswers.ts";
import type { BlockedMove, RulesAnswer } from "./ruleAnswers.ts";
import type { ShiftOffer } from "./shift/answers.ts";
import type { Stage } from "./staging.ts";
import type { Condition } from "./taxonomy.ts";
import type { Instant } from "./time.ts";
import type { SaidTime } from "./times/times.ts";

/** The case file (案卷). */
export interface CaseAnswer extends CaseRow {
  /** The condition it was filed under (立案条件), with what must be true to close it. */
  readonly condition: Pick<Condition, "code" | "fileWhen" | "closeWhen"> | null;
  readonly point: Point | null;
  readonly placement: Placement | null;
  /** The coordinates as they were sent: with their datum, accuracy and source. null when it was told in words alone. */
  readonly sentPoint: ReportedPoint | null;
  /** The oldest first. */
  readonly earlierPlaces: readonly EarlierPlaceAnswer[];
  /** 坐标所在的来源整体偏移: the corrected pin to accept with one tap. */
  readonly shiftOffer: ShiftOffer | null;
  /** Its cells in the layers over the governance grid, by the versions of its day; layers without one are left out. */
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
  readonly ledger: HeldTimesAnswer;
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

/** 原位置: where it was held to be before somebody corrected it. */
export interface EarlierPlaceAnswer {
  readonly point: ReportedPoint | null;
  readonly spot: Point | null;
  readonly cell: Named | null;
  readonly until: Instant;
  /** From there to where it is held to be now. */
  readonly metres: number | null;
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
