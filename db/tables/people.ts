/** Who signs in, and who looked at personal data. */
import type { Role } from "../../server/domain/case.ts";
import type { Post } from "../../server/domain/orders.ts";
import type { Kit } from "../kit.ts";

export function peopleTables(k: Kit) {
  const accounts = k.table(
    "accounts",
    {
      id: k.key().primaryKey(),
      username: k.key().notNull(),
      name: k.text().notNull(),
      role: k.key<Role>().notNull(),
      unit: k.key(),
      cells: k.json<readonly string[]>().notNull(),
      /** 联络员, 分管领导, 主要领导; NULL when named for nothing. */
      posts: k.json<readonly Post[]>(),
      disabled: k.bool().notNull(),
      demo: k.bool().notNull(),
      createdAt: k.instant().notNull(),
      passwordHash: k.text().notNull(),
    },
    (t) => [k.uniqueIndex("accounts_username").on(t.username)],
  );

  /** Only the hash of a session's token is stored: who reads the database cannot sign in with it. */
  const sessions = k.table(
    "sessions",
    {
      tokenHash: k.key().primaryKey(),
      accountId: k.key().notNull(),
      createdAt: k.instant().notNull(),
      seenAt: k.instant().notNull(),
    },
    (t) => [k.index("sessions_account").on(t.accountId)],
  );

  const signInFailures = k.table(
    "sign_in_failures",
    { key: k.key().notNull(), at: k.instant().notNull() },
    (t) => [k.index("sign_in_failures_key").on(t.key, t.at)],
  );

  /** Append-only, as events are. */
  const reveals = k.table(
    "reveals",
    {
      id: k.key().primaryKey(),
      caseId: k.key().notNull(),
      accountId: k.key().notNull(),
      reason: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [k.index("reveals_case").on(t.caseId, t.at)],
  );

  return { accounts, sessions, signInFailures, reveals };
}
