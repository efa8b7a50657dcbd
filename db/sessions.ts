/** Server-side sessions: asked for by every request, so prepared. */
import { eq } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import { rowToAccount } from "./accountRow.ts";
import type { PeopleQueries } from "./store.ts";

type SessionQueries = Pick<
  PeopleQueries,
  "openSession" | "session" | "touchSession" | "closeSession" | "closeSessionsOf"
>;

export function createSessions({ db, tables: { accounts, sessions } }: Base): SessionQueries {
  const find = prepared(
    "session",
    db
      .select({ session: sessions, account: accounts })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(eq(sessions.tokenHash, slot("tokenHash"))),
  );
  return {
    async openSession(tokenHash, session) {
      await db
        .insert(sessions)
        .values({ tokenHash, ...session })
        .returning({ tokenHash: sessions.tokenHash });
    },
    async session(tokenHash) {
      const [row] = await find({ tokenHash });
      if (!row) return null;
      const { tokenHash: _token, ...session } = row.session;
      return { session, account: rowToAccount(row.account) };
    },
    async touchSession(tokenHash, seenAt) {
      await db
        .update(sessions)
        .set({ seenAt })
        .where(eq(sessions.tokenHash, tokenHash))
        .returning({ tokenHash: sessions.tokenHash });
    },
    async closeSession(tokenHash) {
      await db
        .delete(sessions)
        .where(eq(sessions.tokenHash, tokenHash))
        .returning({ tokenHash: sessions.tokenHash });
    },
    async closeSessionsOf(accountId) {
      await db
        .delete(sessions)
        .where(eq(sessions.accountId, accountId))
        .returning({ tokenHash: sessions.tokenHash });
    },
  };
}
