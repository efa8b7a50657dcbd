/** Who signs in, and who looked at personal data. */
import type { Role } from "../../server/domain/case.ts";
import type { Post } from "../../server/domain/orders.ts";
import type { ProviderName } from "../../server/domain/signInRules.ts";
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
      /** Its name on the page of devices. */
      id: k.key().notNull().default(""),
      accountId: k.key().notNull(),
      createdAt: k.instant().notNull(),
      seenAt: k.instant().notNull(),
      /** Browser and system, as the browser told it. */
      device: k.text().notNull().default(""),
      /** When it was last proved who it is: by signing in, or asked again before something grave. */
      provedAt: k.instant().notNull().default(0),
      /** Which provider said who it is. */
      provider: k.key<ProviderName>().notNull().default("password"),
      /** Ended by somebody else than the device itself: what that device still sends is kept for review. */
      endedAt: k.instant(),
    },
    (t) => [k.index("sessions_account").on(t.accountId)],
  );

  /** What a person signs in with besides the password. */
  const credentials = k.table("credentials", {
    accountId: k.key().primaryKey(),
    totpSecret: k.secret("credentials.totpSecret"),
    /** Shown, not yet proved. */
    pendingSecret: k.secret("credentials.pendingSecret"),
    /** The last step whose code was used: a code works once. */
    totpStep: k.int(),
    /** The password was handed over by somebody: it opens nothing but the choice of another, until then. */
    handedOverUntil: k.instant(),
  });

  /** SHA-256 of codes of 80 random bits, for whoever lost the phone. */
  const recoveryCodes = k.table(
    "recovery_codes",
    { hash: k.key().primaryKey(), accountId: k.key().notNull(), usedAt: k.instant() },
    (t) => [k.index("recovery_codes_account").on(t.accountId)],
  );

  /** Somebody was sent to the county's identity provider and is not back yet. Only the hash of the state is kept. */
  const signInStarts = k.table("sign_in_starts", {
    id: k.key().primaryKey(),
    createdAt: k.instant().notNull(),
    /** Address of our own that they wanted. */
    to: k.text().notNull(),
    /** Account that wants to prove again who it is. */
    proves: k.key(),
  });

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

  return { accounts, sessions, credentials, recoveryCodes, signInStarts, signInFailures, reveals };
}
