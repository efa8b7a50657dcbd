/**
 * 此刻最该过问: of all that is overdue, the few cases where a leader's question helps most. An order of reasons, not a
 * sum of points: it can be told in one sentence, and nobody can argue about weights.
 */
import type { Urgency } from "../case.ts";
import type { Instant } from "../time.ts";
import { isPressing } from "../urgency.ts";

export type AskReason =
  | { readonly kind: "urgent" | "severe" | "late" }
  | { readonly kind: "returned" | "reworked" | "urged" | "missed"; readonly count: number };

/** What of a case speaks for asking. */
export interface Askable {
  readonly id: string;
  readonly urgency: Urgency;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
  /** 退单, 返工, 催办 and missed limits so far. */
  readonly returns: number;
  readonly reworks: number;
  readonly urges: number;
  readonly missed: number;
}

/** Once is how work goes; the second time somebody should ask. */
const AGAIN = 2;

/** Why a case should be asked about; empty when it is not overdue. The gravest first. */
export function askReasons(of: Askable, now: Instant): readonly AskReason[] {
  if (of.dueAt === null || of.dueAt > now) return [];
  const isSevere = of.severeAt !== null && of.severeAt <= now;
  const reasons: AskReason[] = [];
  if (isPressing(of.urgency)) reasons.push({ kind: "urgent" });
  reasons.push({ kind: isSevere ? "severe" : "late" });
  if (of.reworks > 0) reasons.push({ kind: "reworked", count: of.reworks });
  if (of.returns >= AGAIN) reasons.push({ kind: "returned", count: of.returns });
  if (of.urges >= AGAIN) reasons.push({ kind: "urged", count: of.urges });
  if (of.missed >= AGAIN) reasons.push({ kind: "missed", count: of.missed });
  return reasons;
}

/**
 * What presses comes first, then what is severely late, then that for which most else speaks, then the longest overdue.
 * @returns at most `most` cases, each overdue.
 */
export function worthAsking<Row extends Askable>(
  rows: readonly Row[],
  { now, most }: { readonly now: Instant; readonly most: number },
): readonly { readonly row: Row; readonly reasons: readonly AskReason[] }[] {
  return rows
    .map((row) => ({ row, reasons: askReasons(row, now) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        rank(a.reasons, "urgent") - rank(b.reasons, "urgent") ||
        rank(a.reasons, "severe") - rank(b.reasons, "severe") ||
        b.reasons.length - a.reasons.length ||
        (a.row.dueAt ?? 0) - (b.row.dueAt ?? 0) ||
        (a.row.id < b.row.id ? -1 : 1),
    )
    .slice(0, most);
}

function rank(reasons: readonly AskReason[], kind: AskReason["kind"]): number {
  return reasons.some((reason) => reason.kind === kind) ? 0 : 1;
}
