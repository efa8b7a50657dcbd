/** 系统偏移改正: batches that moved many cases at once, and the cases of each. */
import type { ShiftCause } from "../../geo/shift.ts";
import type { ShiftSourceKind } from "../../server/domain/shift/source.ts";
import type { Kit } from "../kit.ts";

export function shiftTables(k: Kit) {
  /** One for each 改正这批; taking it back is written beside it, and nothing is ever deleted. */
  const shiftBatches = k.table(
    "shift_batches",
    {
      id: k.key().primaryKey(),
      sourceKind: k.key<ShiftSourceKind>().notNull(),
      sourceKey: k.text().notNull(),
      cause: k.json<ShiftCause>().notNull(),
      /** 偏移时段: what was sent within it was to be moved; null for batches from before there were windows. */
      fromAt: k.instant(),
      untilAt: k.instant(),
      reason: k.text().notNull(),
      by: k.key().notNull(),
      at: k.instant().notNull(),
      undoneAt: k.instant(),
      undoneBy: k.key(),
      undoneReason: k.text(),
    },
    (t) => [k.index("shift_batches_at").on(t.at)],
  );

  /** Written before the first case is moved: after a crash it names at least every case that was. */
  const shiftCases = k.table(
    "shift_cases",
    { batchId: k.key().notNull(), caseId: k.key().notNull() },
    (t) => [k.primaryKey({ columns: [t.batchId, t.caseId] })],
  );

  return { shiftBatches, shiftCases };
}
