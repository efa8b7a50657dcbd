/** 安全日志: added to, never changed; the database lets nothing go that is younger than six months. */
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
  return { securityLog };
}
