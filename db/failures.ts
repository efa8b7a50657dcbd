/** Failed sign-ins, kept so that a restart forgives nobody. */
import { and, eq, gte } from "drizzle-orm";
import { type Base, countOf, prepared, slot } from "./db.ts";
import type { PeopleQueries } from "./store.ts";

export function createFailures({
  db,
  tables: { signInFailures },
}: Base): Pick<PeopleQueries, "failures" | "noteFailure"> {
  const count = prepared(
    "failures",
    db
      .select({ n: countOf() })
      .from(signInFailures)
      .where(and(eq(signInFailures.key, slot("key")), gte(signInFailures.at, slot("since")))),
  );
  return {
    failures: async (key, since) => (await count({ key, since }))[0]?.n ?? 0,
    async noteFailure(key, at) {
      await db.insert(signInFailures).values({ key, at }).returning({ key: signInFailures.key });
    },
  };
}
