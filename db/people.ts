/** Accounts and who looked at personal data. */
import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import { accountNames } from "./accountNames.ts";
import { type AccountRow, namedOf, postsIn, rowOf, rowToAccount } from "./accountRow.ts";
import { createCredentials } from "./credentials.ts";
import { createFailures } from "./failures.ts";
import { createSessions } from "./sessions.ts";
import { rowEntry } from "./record/rows.ts";
import type { PeopleQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

export function createPeople(base: Base, writer: Writer): PeopleQueries {
  return {
    ...accountQueries(base, writer),
    namesOf: accountNames(base),
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

function accountQueries({ db, tables: { accounts } }: Base, writer: Writer): AccountQueries {
  const byId = prepared(
    "account",
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, slot("id"))),
  );
  const byUsername = prepared(
    "account_by_username",
    db
      .select()
      .from(accounts)
      .where(eq(accounts.username, slot("username"))),
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
  const all = prepared("accounts", db.select().from(accounts).orderBy(asc(accounts.username)));
  // What an account may do is recorded with every change of it, in the same transaction
  const change = async (id: string, to: Partial<AccountRow>) => {
    const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
    if (!row) return;
    const next = { ...row, ...to };
    const { passwordHash } = next;
    const step: Step =
      to.passwordHash === undefined
        ? { write: "changeAccount", row: next }
        : { write: "changePassword", row: { id, passwordHash } };
    await writer.run([step, rowEntry("account", next.username, next)]);
  };
  return {
    async byId(id) {
      const [row] = await byId({ id });
      return row ? rowToAccount(row) : null;
    },
    async byUsername(username) {
      const [row] = await byUsername({ username });
      return row ? { account: rowToAccount(row), passwordHash: row.passwordHash } : null;
    },
    list: async () => (await all({})).map(rowToAccount),
    async add(account, passwordHash) {
      const row = rowOf(account, passwordHash);
      const answer = await writer.run([
        { write: "addAccount", row, orElse: "duplicate" },
        rowEntry("account", row.username, row),
      ]);
      return answer === "done";
    },
    async put(account, passwordHash) {
      const given = rowOf(account, passwordHash);
      const [known] = await db
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.username, given.username));
      const row = { ...given, id: known?.id ?? given.id };
      await writer.run([{ write: "putAccount", row }, rowEntry("account", row.username, row)]);
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
