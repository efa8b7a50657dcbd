/** Seals anew, batch by batch, whatever the current key has not sealed: each row names its key, so nothing is lost track of. */
import { and, asc, type Column, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import { type Base, countOf } from "../db.ts";
import type { SecretQueries } from "../store.ts";
import type { Writer } from "../writer.ts";
import type { Step } from "../writes.ts";
import { phoneDigits, SEALED, sealedBy } from "./ring.ts";

export function createSecrets(base: Base, writer: Writer): Omit<SecretQueries, "clearTraces"> {
  const { db, ring, tables } = base;
  const { reporters } = tables;
  const without = (start: string) => or(lacks(reporters.name, start), lacks(reporters.phone, start));
  const waits = without(sealedBy(ring.current));
  const count = async (where: SQL | undefined) => {
    const [row] = await db.select({ n: countOf() }).from(reporters).where(where);
    return row?.n ?? 0;
  };
  return {
    bare: async () => await count(without(SEALED)),
    waiting: async () => await count(waits),
    async reseal(limit) {
      const rows = await db.select().from(reporters).where(waits).orderBy(asc(reporters.caseId)).limit(limit);
      const steps = rows.map(({ caseId, name, phone }): Step => {
        const phoneKey = phone && phoneDigits(phone);
        return { write: "sealReporter", row: { caseId, name, phone, phoneKey } };
      });
      if (steps.length > 0) await writer.run(steps);
      return rows.length;
    },
  };
}

/** As it stands in the file: the column would open it. */
function lacks(column: Column, start: string): SQL | undefined {
  return and(isNotNull(column), not(sql`${column} like ${`${start}%`}`));
}
