/** 导出审批 and 安全日志: the log is added to, never changed; the database lets nothing go that is younger than six months. */
import type { ExportState } from "../../server/domain/exports.ts";
import type { SecurityKind } from "../../server/domain/securityLog.ts";
import type { Kit } from "../kit.ts";

export function securityTables(k: Kit) {
  const securityLog = k.table(
    "security_log",
    {
      id: k.key().primaryKey(),
      at: k.instant().notNull(),
      kind: k.key<SecurityKind>().notNull(),
      accountId: k.key(),
      address: k.key(),
      subject: k.key(),
      detail: k.key(),
    },
    (t) => [k.index("security_log_at").on(t.at, t.id), k.index("security_log_account").on(t.accountId, t.at)],
  );

  /** 导出审批: asked for by one person, granted by another, taken once. */
  const exports = k.table(
    "exports",
    {
      id: k.key().primaryKey(),
      askedBy: k.key().notNull(),
      askedAt: k.instant().notNull(),
      reason: k.text().notNull(),
      filter: k.json<Readonly<Record<string, string>>>().notNull(),
      personal: k.bool().notNull(),
      rows: k.int().notNull(),
      state: k.key<ExportState>().notNull(),
      decidedBy: k.key(),
      decidedAt: k.instant(),
      decision: k.text(),
      takenAt: k.instant(),
    },
    (t) => [k.index("exports_asked").on(t.askedAt, t.id)],
  );
  return { securityLog, exports };
}
