/** Failed sign-ins, kept so that a restart forgives nobody. */
import { and, eq, gte } from "drizzle-orm";
import { type Base, countOf, prepared, slot, slotsOf } from "./db.ts";
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
  const note = prepared(
    "note_failure",
    db.insert(signInFailures).values(slotsOf(signInFailures)).returning({ key: signInFailures.key }),
  );
  return {
    failures: async (key, since) => (await count({ key, since }))[0]?.n ?? 0,
    async noteFailure(key, at) {
      await note({ key, at });
    },
  };
}
