/** Second factors, recovery codes, and passwords that were handed over. */
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { type Base, countOf, prepared, slot } from "./db.ts";
import type { Credentials, PeopleQueries } from "./store.ts";

export const noCredentials: Credentials = {
  totpSecret: null,
  pendingSecret: null,
  totpStep: null,
  handedOverUntil: null,
};

type CredentialQueries = Pick<
  PeopleQueries,
  "credentials" | "putCredentials" | "useStep" | "putRecoveryCodes" | "useRecoveryCode" | "recoveryCodesLeft"
>;

export function createCredentials({ db, tables: { credentials, recoveryCodes } }: Base): CredentialQueries {
  const find = prepared(
    "credentials",
    db
      .select()
      .from(credentials)
      .where(eq(credentials.accountId, slot("accountId"))),
  );
  return {
    async credentials(accountId) {
      const [row] = await find({ accountId });
      if (!row) return noCredentials;
      const { accountId: _, ...known } = row;
      return known;
    },
    async putCredentials(accountId, change) {
      await db
        .insert(credentials)
        .values({ accountId, ...change })
        .onConflictDoUpdate({ target: credentials.accountId, set: { accountId, ...change } })
        .returning({ accountId: credentials.accountId });
    },
    async useStep(accountId, totpStep) {
      const isLater = or(isNull(credentials.totpStep), lt(credentials.totpStep, totpStep));
      const used = await db
        .update(credentials)
        .set({ totpStep })
        .where(and(eq(credentials.accountId, accountId), isLater))
        .returning({ accountId: credentials.accountId });
      return used.length === 1;
    },
    async putRecoveryCodes(accountId, hashes) {
      await db
        .delete(recoveryCodes)
        .where(eq(recoveryCodes.accountId, accountId))
        .returning({ hash: recoveryCodes.hash });
      if (hashes.length > 0)
        await db
          .insert(recoveryCodes)
          .values(hashes.map((hash) => ({ hash, accountId })))
          .returning({ hash: recoveryCodes.hash });
    },
    async useRecoveryCode(accountId, hash, usedAt) {
      const used = await db
        .update(recoveryCodes)
        .set({ usedAt })
        .where(
          and(
            eq(recoveryCodes.hash, hash),
            eq(recoveryCodes.accountId, accountId),
            isNull(recoveryCodes.usedAt),
          ),
        )
        .returning({ hash: recoveryCodes.hash });
      return used.length === 1;
    },
    async recoveryCodesLeft(accountId) {
      const [row] = await db
        .select({ n: countOf() })
        .from(recoveryCodes)
        .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
      return row?.n ?? 0;
    },
  };
}
