/** An account as a row and back: nobody's posts are NULL, and the password's hash never leaves the database. */
import type { Account, NamedPerson } from "./store.ts";
import type { Tables } from "./tables.ts";

export type AccountRow = Tables["accounts"]["$inferSelect"];

export function rowToAccount(row: AccountRow): Account {
  const { passwordHash: _passwordHash, posts, ...account } = row;
  return { ...account, posts: posts ?? [] };
}

export function rowOf(account: Account, passwordHash: string): AccountRow {
  return { ...account, posts: postsIn(account.posts), passwordHash };
}

export function postsIn(posts: Account["posts"]): AccountRow["posts"] {
  return posts.length === 0 ? null : posts;
}

export function namedOf(row: Pick<AccountRow, keyof NamedPerson>): NamedPerson {
  return { ...row, posts: row.posts ?? [] };
}
