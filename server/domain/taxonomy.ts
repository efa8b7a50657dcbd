/**
 * The list of matters (任务清单): 9 major classes, 22 minor, 82 items, each with filing conditions (立案条件) of their own
 * limits. Data in fixtures/taxonomy; codes are never reused, retired ones lead to their successors.
 */
import type { Urgency } from "./case.ts";
import type { Day } from "./time.ts";

/** 自然分钟, 自然小时 (紧急工作时), 自然日 run day and night; 工作时 and 工作日 follow the working calendar. */
export type BudgetUnit = "calendarMinute" | "calendarHour" | "calendarDay" | "workHour" | "workday";

/** A limit: so many units. */
export interface Budget {
  readonly value: number;
  readonly unit: BudgetUnit;
}

/** The three stages: 受理 (from report to filing), 响应 (from dispatch to acceptance), 办结 (from dispatch to result). */
export interface Limits {
  readonly accept: Budget;
  readonly respond: Budget;
  readonly handle: Budget;
}

export interface Condition {
  /** `020101-1` */
  readonly code: string;
  /** When a report is filed under it (立案条件). */
  readonly fileWhen: string;
  /** What must be true to close it (结案条件). */
  readonly closeWhen: string;
  readonly urgency: Urgency;
  readonly limits: Limits;
}

/** The township's part (履职清单): 自办 does it itself, 协办 helps a department, 上报 may not be given it. */
export type TownshipRole = "self" | "assist" | "escalate";

export type Evidence =
  | "photoBefore"
  | "photoAfter"
  | "photoWide"
  | "measure"
  | "docNotice"
  | "docRepair"
  | "recordVisit"
  | "recordMediation"
  | "recordCall"
  | "recordTransfer"
  | "recordReport"
  | "gridCheck";

export interface Item {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly majorCode: string;
  readonly minorCode: string;
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  /** By whose ground or thing it is, another unit leads (按权属改派). */
  readonly routing: readonly { readonly when: string; readonly unit: string }[];
  readonly urgency: Urgency;
  readonly limits: Limits;
  readonly conditions: readonly Condition[];
  readonly evidence: { readonly required: readonly Evidence[]; readonly optional: readonly Evidence[] };
  readonly townshipRole: TownshipRole;
  readonly callLevel: "daily" | "tough" | "emergency";
  readonly reporterConfidential: boolean;
  readonly sensitiveSubject: boolean;
  readonly emergencyTransfer: readonly string[];
  readonly peakMonths: readonly number[];
  readonly demoWeight: number;
  readonly standardRef: string | null;
  readonly confusableWith: readonly string[];
  readonly keywords: readonly string[];
  readonly phrases: readonly string[];
}

export interface MinorClass {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly items: readonly Item[];
}

export interface MajorClass {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly minors: readonly MinorClass[];
}

export interface RetiredCode {
  readonly code: string;
  readonly successor: string;
  readonly on: Day;
}

/** A coded word of the taxonomy with its Chinese name and meaning. */
export interface Term<Code extends string> {
  readonly code: Code;
  readonly name: string;
  readonly meaning: string;
}

/** What the codes of the taxonomy mean, for screens and for the people who keep the files. */
export interface TaxonomyMeta {
  readonly version: string;
  readonly origin: string;
  readonly codes: string;
  readonly urgencies: readonly Term<Urgency>[];
  readonly budgetUnits: readonly Term<BudgetUnit>[];
  readonly stages: readonly Term<keyof Limits>[];
  readonly townshipRoles: readonly Term<TownshipRole>[];
  readonly evidenceTypes: readonly Term<Evidence>[];
}

export interface Taxonomy {
  readonly version: string;
  readonly majors: readonly MajorClass[];
  readonly items: readonly Item[];
  readonly retired: readonly RetiredCode[];
  /** The item of a code, following retired codes; null for an unknown code. */
  lookUp(code: string): Item | null;
}

export function createTaxonomy(
  version: string,
  majors: readonly MajorClass[],
  retired: readonly RetiredCode[],
): Taxonomy {
  const items = majors.flatMap((major) => major.minors.flatMap((minor) => minor.items));
  const itemsByCode = new Map(items.map((item) => [item.code, item]));
  const successors = new Map(retired.map((row) => [row.code, row.successor]));
  return {
    version,
    majors,
    items,
    retired,
    lookUp: (code) => itemsByCode.get(code) ?? itemsByCode.get(successors.get(code) ?? "") ?? null,
  };
}
