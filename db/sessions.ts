/** Server-side sessions: asked for by every request, so prepared. */
import { and, desc, eq, isNull, lt, ne } from "drizzle-orm";
import { type Base, prepared, slot, slotsOf } from "./db.ts";
import { rowToAccount } from "./accountRow.ts";
import { noCredentials } from "./credentials.ts";
import type { PeopleQueries } from "./store.ts";

type SessionQueries = Pick<
  PeopleQueries,
  | "openSession"
  | "session"
  | "touchSession"
  | "proveSession"
  | "closeSession"
  | "sessionsOf"
  | "endSessions"
  | "forgetSessions"
  | "openStart"
  | "takeStart"
  | "forgetStarts"
>;

export function createSessions({ db, tables }: Base): SessionQueries {
  const { accounts, credentials, sessions, signInStarts } = tables;
  const thisOne = eq(sessions.tokenHash, slot("tokenHash"));
  const { tokenHash } = sessions;
  const find = prepared(
    "session",
    db
      .select({ session: sessions, account: accounts, credentials })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(credentials, eq(credentials.accountId, sessions.accountId))
      .where(thisOne),
  );
  const touch = prepared(
    "touch_session",
    db
      .update(sessions)
      .set({ seenAt: slot("seenAt") })
      .where(thisOne)
      .returning({ tokenHash }),
  );
  const open = prepared(
    "open_session",
    db.insert(sessions).values(slotsOf(sessions)).returning({ tokenHash }),
  );
  const close = prepared("close_session", db.delete(sessions).where(thisOne).returning({ tokenHash }));
  const forget = prepared(
    "forget_sessions",
    db
      .delete(sessions)
      .where(lt(sessions.seenAt, slot("before")))
      .returning({ tokenHash }),
  );
  return {
    async openSession(tokenHash, session) {
      await open({ tokenHash, ...session });
    },
    async session(tokenHash) {
      const [row] = await find({ tokenHash });
      if (!row) return null;
      const { tokenHash: _token, ...session } = row.session;
      const { accountId: _account, ...known } = row.credentials ?? { accountId: "", ...noCredentials };
      return { session, account: rowToAccount(row.account), credentials: known };
    },
    async touchSession(tokenHash, seenAt) {
      await touch({ tokenHash, seenAt });
    },
    async proveSession(token, provedAt) {
      await db.update(sessions).set({ provedAt }).where(eq(tokenHash, token)).returning({ tokenHash });
    },
    async closeSession(tokenHash) {
      await close({ tokenHash });
    },
    sessionsOf: async (accountId) =>
      await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
        .orderBy(desc(sessions.seenAt), desc(sessions.id)),
    async endSessions(accountId, endedAt, { id, but } = {}) {
      const ended = await db
        .update(sessions)
        .set({ endedAt })
        .where(
          and(
            eq(sessions.accountId, accountId),
            isNull(sessions.endedAt),
            id === undefined ? undefined : eq(sessions.id, id),
            but === undefined ? undefined : ne(sessions.tokenHash, but),
          ),
        )
        .returning({ id: sessions.id });
      return ended.length;
    },
    async forgetSessions(before) {
      await forget({ before });
    },
    async openStart(start) {
      await db.insert(signInStarts).values(start).returning({ id: signInStarts.id });
    },
    async takeStart(id) {
      const [taken] = await db.delete(signInStarts).where(eq(signInStarts.id, id)).returning();
      return taken ?? null;
    },
    async forgetStarts(before) {
      await db
        .delete(signInStarts)
        .where(lt(signInStarts.createdAt, before))
        .returning({ id: signInStarts.id });
    },
  };
}
