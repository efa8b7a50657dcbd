/** 留存: what was erased of which case and by which rule, and cases that are kept whatever is due. */
import type { CaseMatter } from "../../server/domain/retention.ts";
import type { Kit } from "../kit.ts";

export function retentionTables(k: Kit) {
  /** Append-only, and recorded: a reporter who is missing without a row here was taken by somebody else. */
  const erasures = k.table(
    "erasures",
    {
      id: k.key().primaryKey(),
      caseId: k.key().notNull(),
      what: k.key<CaseMatter>().notNull(),
      /** Code of the rule. */
      rule: k.key().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [k.uniqueIndex("erasures_case").on(t.caseId, t.what)],
  );

  /** 暂缓清除: a case that is looked into, sued about or asked for. */
  const holds = k.table("holds", {
    caseId: k.key().primaryKey(),
    reason: k.text().notNull(),
    at: k.instant().notNull(),
  });

  return { erasures, holds };
}
