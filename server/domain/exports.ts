/**
 * 导出审批: a table of cases that holds reporters, or more rows than a county lets go unasked, is asked for by one person
 * and granted by another; it can be taken once, by whoever asked, within a time.
 */
import { type Actor, type Refusal, refuse } from "./case.ts";
import { HOUR, type Instant } from "./time.ts";

export interface ExportRule {
  /** As many rows without reporters go without being asked for. */
  readonly directRows: number;
  /** No table holds more. */
  readonly mostRows: number;
  /** How long a granted export can be taken. */
  readonly lastsHours: number;
}

export type ExportState = "asked" | "granted" | "refused" | "taken";

export interface ExportRequest {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly reason: string;
  /** Filters of the worklist, as they stand in the address. */
  readonly filter: Readonly<Record<string, string>>;
  /** With names and numbers of reporters. */
  readonly personal: boolean;
  /** How many there were when it was asked for. */
  readonly rows: number;
  readonly state: ExportState;
  /** Null where nobody had to decide. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decision: string | null;
  readonly takenAt: Instant | null;
}

export function needsApproval(
  { personal, rows }: Pick<ExportRequest, "personal" | "rows">,
  rule: ExportRule,
): boolean {
  return personal || rows > rule.directRows;
}

/** Those who keep a worklist; reporters only for the desks that speak with them. */
export function mayExport({ role }: Pick<Actor, "role">, personal: boolean): boolean {
  if (personal) return role === "centre" || role === "township";
  return role === "centre" || role === "township" || role === "department" || role === "leader";
}

export function mayDecide({ role }: Pick<Actor, "role">): boolean {
  return role === "centre" || role === "leader";
}

/** @returns why this person may not decide it now; null when they may. */
export function refuseDecision(found: ExportRequest, actor: Actor): Refusal | null {
  if (!mayDecide(actor)) return refuse("notAllowed", { given: "审批导出" });
  if (found.askedBy === actor.id) return refuse("ownWork");
  return found.state === "asked" ? null : refuse("stale");
}

/** From the decision, or from asking where none was needed. */
export function endsAt(found: Pick<ExportRequest, "askedAt" | "decidedAt">, rule: ExportRule): Instant {
  return (found.decidedAt ?? found.askedAt) + rule.lastsHours * HOUR;
}

/** @returns why it cannot be taken; null when it can. */
export function refuseTaking(
  found: ExportRequest,
  actor: Pick<Actor, "id">,
  { now, rule }: { readonly now: Instant; readonly rule: ExportRule },
): Refusal | null {
  if (found.askedBy !== actor.id) return refuse("notFound");
  return found.state === "granted" && now < endsAt(found, rule) ? null : refuse("stale");
}
