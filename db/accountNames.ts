/** Names of accounts: every case file is shown with those of all who acted on it, so they are asked for together. */
import { inArray, sql } from "drizzle-orm";
import { type Base, prepared } from "./db.ts";
import type { PeopleQueries } from "./store.ts";

/** Most cases were in the hands of fewer; those with more are asked about in several goes. */
const AT_ONCE = 8;

export function accountNames({ db, tables: { accounts } }: Base): PeopleQueries["namesOf"] {
  const places = Array.from({ length: AT_ONCE }, (_, at) => `id${at}`);
  const read = prepared(
    "account_names",
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(
        inArray(
          accounts.id,
          places.map((place) => sql.placeholder(place)),
        ),
      ),
  );
  return async (ids) => {
    const goes = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, go) => go * AT_ONCE);
    const rows = await Promise.all(
      goes.map((from) => read(Object.fromEntries(places.map((place, at) => [place, ids[from + at] ?? ""])))),
    );
    return new Map(rows.flat().map(({ id, name }) => [id, name]));
  };
}
