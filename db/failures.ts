/** Failed sign-ins, kept so that a restart forgives nobody. */
import { and, eq, gte } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import type { PeopleQueries } from "./store.ts";

export function createFailures({
  db,
  tables: { signInFailures },
}: Base): Pick<PeopleQueries, "failures" | "noteFailure"> {
  return {
    async failures(key, since) {
      const [row] = await db
        .select({ n: countOf() })
        .from(signInFailures)
        .where(and(eq(signInFailures.key, key), gte(signInFailures.at, since)));
      return row?.n ?? 0;
    },
    async noteFailure(key, at) {
      await db.insert(signInFailures).values({ key, at }).returning({ key: signInFailures.key });
    },
  };
}
