/** 留存: how long what is kept after a case is over (fixtures/retention.json), and what is due to go. */
import type { Channel } from "./case.ts";
import { LEAST_DAYS } from "./securityLog.ts";
import { DAY, type Instant } from "./time.ts";

/** Of a case: the reporter alone, its photos, or all words with the reporter. Beside cases: logs. */
export const caseMatters = ["reporter", "photos", "words"] as const;
export type CaseMatter = (typeof caseMatters)[number];
export type LogMatter = "securityLog" | "signInFailures";

export interface CaseRetention {
  readonly code: string;
  readonly what: CaseMatter;
  /** Absent for every channel. */
  readonly channels?: readonly Channel[];
  /** Absent for confidential and ordinary cases alike. */
  readonly confidential?: boolean;
  /** After the case was over. */
  readonly days: number;
  /** Law, or that it is the county's own figure. */
  readonly basis: string;
}

export interface LogRetention {
  readonly code: string;
  readonly what: LogMatter;
  readonly days: number;
  readonly basis: string;
}

export interface RetentionRules {
  /** False: the figures are proposals, and nothing of a case is erased. */
  readonly confirmed: boolean;
  readonly rules: readonly (CaseRetention | LogRetention)[];
}

/** What is due by a rule: cases that were over before this instant. */
export interface DueQuestion {
  readonly what: CaseMatter;
  readonly overBefore: Instant;
  readonly channels?: readonly Channel[];
  readonly confidential?: boolean;
}

export function isCaseRule(rule: CaseRetention | LogRetention): rule is CaseRetention {
  return caseMatters.some((matter) => matter === rule.what);
}

export function dueBy(rule: CaseRetention, now: Instant): DueQuestion {
  const { what, channels, confidential, days } = rule;
  return {
    what,
    overBefore: now - days * DAY,
    ...(channels === undefined ? {} : { channels }),
    ...(confidential === undefined ? {} : { confidential }),
  };
}

/** Before which instant rows of a log go; the security log never younger than the law lets it. */
export function logEnds(rule: LogRetention, now: Instant): Instant {
  const days = rule.what === "securityLog" ? Math.max(rule.days, LEAST_DAYS + 1) : rule.days;
  return now - days * DAY;
}

/** How it stands now. */
export interface RetentionReport {
  readonly confirmed: boolean;
  readonly rules: readonly {
    readonly code: string;
    readonly what: CaseMatter | LogMatter;
    readonly days: number;
    readonly basis: string;
    /** Cases; null for logs. */
    readonly due: number | null;
    /** Number of the one that is over for longest. */
    readonly first: string | null;
  }[];
  readonly holds: readonly { readonly number: string; readonly reason: string; readonly at: Instant }[];
}
