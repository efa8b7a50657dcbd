/** Accounts and who looked at personal data. */
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import { type AccountRow, namedOf, postsIn, rowOf, rowToAccount } from "./accountRow.ts";
import { createCredentials } from "./credentials.ts";
import { createFailures } from "./failures.ts";
import { createSessions } from "./sessions.ts";
import { rowEntry } from "./record/rows.ts";
import type { PeopleQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

export function createPeople(base: Base, writer: Writer): PeopleQueries {
  return {
    ...accountQueries(base),
    ...createSessions(base),
    ...createCredentials(base),
    ...createFailures(base),
    ...revealQueries(base, writer),
  };
}

type AccountQueries = Pick<
  PeopleQueries,
  "byId" | "byUsername" | "list" | "add" | "put" | "setPosts" | "named" | "setDisabled" | "setPassword"
>;

function accountQueries({ db, tables: { accounts } }: Base): AccountQueries {
  const byId = prepared(
    "account",
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, slot("id"))),
  );
  const { id, name, role, unit, posts } = accounts;
  const named = prepared(
    "namedAccounts",
    db
      .select({ id, name, role, unit, posts })
      .from(accounts)
      .where(and(eq(accounts.disabled, false), or(isNotNull(posts), eq(role, "leader"))))
      .orderBy(asc(accounts.username)),
  );
  const change = async (id: string, to: Partial<AccountRow>) => {
    await db.update(accounts).set(to).where(eq(accounts.id, id)).returning({ id: accounts.id });
  };
  return {
    async byId(id) {
      const [row] = await byId({ id });
      return row ? rowToAccount(row) : null;
    },
    async byUsername(username) {
      const [row] = await db.select().from(accounts).where(eq(accounts.username, username));
      return row ? { account: rowToAccount(row), passwordHash: row.passwordHash } : null;
    },
    async list() {
      return (await db.select().from(accounts).orderBy(asc(accounts.username))).map(rowToAccount);
    },
    async add(account, passwordHash) {
      const added = await db
        .insert(accounts)
        .values(rowOf(account, passwordHash))
        .onConflictDoNothing({ target: accounts.username })
        .returning({ id: accounts.id });
      return added.length === 1;
    },
    async put(account, passwordHash) {
      const { id, ...row } = rowOf(account, passwordHash);
      await db
        .insert(accounts)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: accounts.username, set: row })
        .returning({ id: accounts.id });
    },
    setPosts: async (id, posts) => await change(id, { posts: postsIn(posts) }),
    named: async () => (await named({})).map(namedOf),
    setDisabled: async (id, disabled) => await change(id, { disabled }),
    setPassword: async (id, passwordHash) => await change(id, { passwordHash }),
  };
}

function revealQueries(
  { db, tables: { reveals } }: Base,
  writer: Writer,
): Pick<PeopleQueries, "noteReveal" | "reveals"> {
  return {
    async noteReveal(reveal) {
      await writer.run([{ write: "addReveal", row: reveal }, rowEntry("reveal", reveal.id, reveal)]);
    },
    reveals: async (caseId) =>
      await db
        .select()
        .from(reveals)
        .where(eq(reveals.caseId, caseId))
        .orderBy(asc(reveals.at), asc(reveals.id)),
  };
}
