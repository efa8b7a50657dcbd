/** All reference data of a county in one frozen value: what the rules are made with. */
import type { CalendarYear, OfficeHours } from "./calendarData.ts";
import type { NamedCalendar } from "./calendars.ts";
import type { ClockKind } from "./clock.ts";
import type { Counts } from "./counts.ts";
import type { Unit } from "./departments.ts";
import type { EvaluationRules } from "./evaluate/rules.ts";
import type { EmergencyRules } from "./emergency/emergency.ts";
import type { AnalysisRules } from "./analysis/rules.ts";
import type { CockpitRules } from "./cockpit/rules.ts";
import type { ComponentBook } from "./component/component.ts";
import type { ClosingRules } from "./closing/closingRules.ts";
import type { ReasonList } from "./fields.ts";
import type { OrderRule, Post } from "./orders.ts";
import type { GridRules } from "./gridRules.ts";
import type { LinkingRules } from "./linking/linkingRules.ts";
import type { Policy } from "./policy.ts";
import type { SignRule } from "./signs/sign.ts";
import type { StagePlan } from "./staging.ts";
import type { Budget, Taxonomy, TaxonomyMeta } from "./taxonomy.ts";

/**
 * A limit of the county: one for each clock, the window for returns, the higher levels of a ruling, and the dispatch of
 * what is urgent (紧急件派遣), which a county may leave out.
 */
export type PolicyCode = ClockKind | "returnWindow" | "ruling2" | "ruling3" | "urgentDispatch";

export interface Reason {
  readonly code: string;
  readonly name: string;
  /** The rule that makes it lawful. */
  readonly basis: string;
}

export interface CallLevel {
  readonly code: "daily" | "tough" | "emergency";
  readonly name: string;
  /** Posts of the township that may start it. */
  readonly launchPosts: readonly Post[];
  /** The township's head approves, where the township wants that. */
  readonly approve: Budget;
  /** The centre names a lead for a call outside the list. */
  readonly lead: Budget;
  readonly sign: Budget;
  readonly contact: Budget;
  readonly onSite: Budget;
  /** null: the limit of the matter in the duty list. */
  readonly done: Budget | null;
  /** Where neither level nor matter name one. */
  readonly doneOutside: Budget;
  readonly cosign: Budget;
  readonly rate: Budget;
  /** 不到位: a mark of the township's at or below it reopens the call once. */
  readonly notInPlace: number;
  /** Where the limits come from. */
  readonly basis: string;
}

export interface Township {
  /** 9 digits */
  readonly code: string;
  readonly name: string;
  /** 联系人 and 联系电话 of its office, as of a unit. */
  readonly contactName?: string;
  readonly contactPhone?: string;
}

/** When the lead may go on without an assistant: the county's written rule. */
export interface AssistRule {
  readonly version: string;
  /** Reasons (of the list `release`) that hold only once a limit of that assistant has run out. */
  readonly onlyWhenLate: readonly string[];
  readonly basis: string;
}

export interface Reference {
  readonly version: string;
  readonly taxonomy: Taxonomy;
  readonly meta: TaxonomyMeta;
  readonly units: readonly Unit[];
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  readonly townships: readonly Township[];
  /** The desk that takes what no township can be found for (兜底): the command centre. */
  readonly deskUnit: string;
  /** The unit that supervises: the efficiency centre (效能中心). */
  readonly superviseUnit: string;
  readonly years: readonly CalendarYear[];
  readonly hours: readonly OfficeHours[];
  /** Calendars that can be asked for by name. */
  readonly calendars: readonly NamedCalendar[];
  readonly calls: readonly CallLevel[];
  readonly policies: ReadonlyMap<PolicyCode, Policy>;
  /** What each policy is called and which rule it comes from: for people, never frozen. */
  readonly policyTexts: ReadonlyMap<PolicyCode, { readonly name: string; readonly basis: string }>;
  readonly counts: Counts;
  readonly emergency: EmergencyRules;
  readonly reasons: Readonly<Record<ReasonList, readonly Reason[]>>;
  /** 催办, 督办, 通报, 批示: receivers, waiting time and required answer of each. */
  readonly orders: readonly OrderRule[];
  /** Signs of gaming: what is counted as one. */
  readonly signs: readonly SignRule[];
  readonly evaluation: EvaluationRules;
  readonly assisting: AssistRule;
  /** 分段办理: which filing conditions are handled in stages. */
  readonly stagePlans: readonly StagePlan[];
  /** 编办 and 司法局: who rules over a dispute (裁定) at the second level. */
  readonly rulingUnits: readonly string[];
  readonly linking: LinkingRules;
  readonly closing: ClosingRules;
  /** What stands on the leader's cockpit. */
  readonly cockpit: CockpitRules;
  /** Classes of 部件 and the form of their codes. */
  readonly components: ComponentBook;
  /** Layers of the grid and the form of their codes. */
  readonly grid: GridRules;
  /** 研判 */
  readonly analysis: AnalysisRules;
}
