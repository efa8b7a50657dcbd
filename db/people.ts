/** Accounts and who looked at personal data. */
import { asc, eq } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import { createFailures } from "./failures.ts";
import { createSessions } from "./sessions.ts";
import type { Account, PeopleQueries } from "./store.ts";
import type { Tables } from "./tables.ts";

type AccountRow = Tables["accounts"]["$inferSelect"];

export function createPeople(base: Base): PeopleQueries {
  return {
    ...accountQueries(base),
    ...createSessions(base),
    ...createFailures(base),
    ...revealQueries(base),
  };
}

type AccountQueries = Pick<
  PeopleQueries,
  "byId" | "byUsername" | "list" | "add" | "put" | "setDisabled" | "setPassword"
>;

function accountQueries({ db, tables: { accounts } }: Base): AccountQueries {
  const byId = prepared(
    "account",
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, slot("id"))),
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
        .values({ ...account, passwordHash })
        .onConflictDoNothing({ target: accounts.username })
        .returning({ id: accounts.id });
      return added.length === 1;
    },
    async put({ id, ...account }, passwordHash) {
      await db
        .insert(accounts)
        .values({ id, ...account, passwordHash })
        .onConflictDoUpdate({ target: accounts.username, set: { ...account, passwordHash } })
        .returning({ id: accounts.id });
    },
    setDisabled: async (id, disabled) => await change(id, { disabled }),
    setPassword: async (id, passwordHash) => await change(id, { passwordHash }),
  };
}

function revealQueries({ db, tables: { reveals } }: Base): Pick<PeopleQueries, "noteReveal" | "reveals"> {
  return {
    async noteReveal(reveal) {
      await db.insert(reveals).values(reveal).returning({ id: reveals.id });
    },
    reveals: async (caseId) =>
      await db
        .select()
        .from(reveals)
        .where(eq(reveals.caseId, caseId))
        .orderBy(asc(reveals.at), asc(reveals.id)),
  };
}

function rowToAccount(row: AccountRow): Account {
  const { passwordHash: _passwordHash, ...account } = row;
  return account;
}
