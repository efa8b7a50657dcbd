/** Rulings as precedents (裁定先例): what the dispatcher is shown the next time the same matter comes up. */
import type { CaseEvent } from "./case.ts";
import type { Instant } from "./time.ts";

export interface Precedent {
  readonly caseId: string;
  readonly at: Instant;
  readonly itemCode: string | null;
  readonly townshipCode: string | null;
  readonly cellCode: string | null;
  /** The unit it was given to. */
  readonly unit: string;
  /** The unit that had said "not ours". */
  readonly against: string;
  /** The line of the duty list that the ruling rests on. */
  readonly basisItem: string;
  readonly level: number;
}

/** Every ruling among these events, oldest first; read from the events alone. */
export function precedentsOf(events: readonly CaseEvent[]): readonly Precedent[] {
  return events
    .filter(({ action }) => action === "rule" || action === "uphold")
    .map(({ caseId, at, facts }) => ({
      caseId,
      at,
      itemCode: text(facts["itemCode"]),
      townshipCode: text(facts["townshipCode"]),
      cellCode: text(facts["cellCode"]),
      unit: text(facts["unit"]) ?? "",
      against: text(facts["against"]) ?? "",
      basisItem: text(facts["basisItem"]) ?? "",
      level: Number(facts["level"]),
    }));
}

/**
 * The unit that earlier rulings speak for: the latest for the same item in the same township, else the latest for the
 * item anywhere in the county. null when nothing was ruled about it.
 */
export function precedentFor(
  precedents: readonly Precedent[],
  { itemCode, townshipCode }: { readonly itemCode: string; readonly townshipCode: string | null },
): Precedent | null {
  const same = precedents.filter((row) => row.itemCode === itemCode);
  return same.findLast((row) => row.townshipCode === townshipCode) ?? same.at(-1) ?? null;
}

/** `precedentFor` as it stood at an instant: later rulings and those about the case itself did not help it. */
export function precedentKnownTo(
  precedents: readonly Precedent[],
  found: {
    readonly id: string;
    readonly itemCode: string;
    readonly townshipCode: string | null;
    readonly reportedAt: Instant;
  },
): Precedent | null {
  const known = precedents.filter(({ caseId, at }) => caseId !== found.id && at < found.reportedAt);
  return precedentFor(known, found);
}

function text(fact: unknown): string | null {
  return typeof fact === "string" ? fact : null;
}
