/** Answers of 安全日志 and 查看记录. */
import type { Named } from "./named.ts";
import type { Role } from "./case.ts";
import type { ExportState } from "./exports.ts";
import type { RetentionReport } from "./retention.ts";
import type { SecurityKind } from "./securityLog.ts";
import type { Day, Instant } from "./time.ts";

export interface NamedAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: Named | null;
}

/** 导出审批, one request. */
export interface ExportAnswer {
  readonly id: string;
  readonly askedBy: NamedAccount | null;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly personal: boolean;
  readonly rows: number;
  readonly state: ExportState;
  readonly decidedBy: NamedAccount | null;
  readonly decidedAt: Instant | null;
  readonly decision: string | null;
  readonly takenAt: Instant | null;
  /** Until when it can be taken; null unless it is granted. */
  readonly until: Instant | null;
  readonly mayTake: boolean;
  readonly mayDecide: boolean;
}

export interface ExportsAnswer {
  readonly rows: readonly ExportAnswer[];
  readonly directRows: number;
  readonly mostRows: number;
  readonly mayAskPersonal: boolean;
  readonly now: Instant;
}

export interface RetentionAnswer extends RetentionReport {
  readonly mayHold: boolean;
  readonly now: Instant;
}

interface OfDays {
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
  /** What to send as `after` for the next page; null when this is the last. */
  readonly more: string | null;
}

export interface SecurityLogRow {
  readonly id: string;
  readonly at: Instant;
  readonly kind: SecurityKind;
  /** Null for a stranger, or the operator at the machine. */
  readonly who: NamedAccount | null;
  readonly address: string | null;
  readonly subject: string | null;
  readonly detail: string | null;
}

export interface SecurityLogAnswer extends OfDays {
  readonly rows: readonly SecurityLogRow[];
}

/** Who looked at which reporter, and why; never what was seen. */
export interface RevealRow {
  readonly id: string;
  readonly at: Instant;
  readonly who: NamedAccount | null;
  readonly caseId: string;
  readonly number: string;
  readonly confidential: boolean;
  readonly reason: string;
}

export interface RevealsAnswer extends OfDays {
  readonly rows: readonly RevealRow[];
}

/** POST /api/cases/:id/reveal {reason} */
export interface RevealAnswer {
  readonly name: string | null;
  readonly phone: string | null;
}
