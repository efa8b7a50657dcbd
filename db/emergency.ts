/** Emergencies and their log. A brief is written once, whichever process comes first. */
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import { isOpenRow, lampColumn } from "./filter.ts";
import { logSubject, rowEntry } from "./record/rows.ts";
import type { EmergencyQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

export function createEmergency({ db, tables }: Base, writer: Writer): EmergencyQueries {
  const { emergencies, emergencyLog, cases } = tables;
  return {
    inForce: async () =>
      await db
        .select()
        .from(emergencies)
        .where(isNull(emergencies.endedAt))
        .orderBy(emergencies.startedAt, emergencies.id),

    recent: async (limit) =>
      await db
        .select()
        .from(emergencies)
        .orderBy(desc(emergencies.startedAt), desc(emergencies.id))
        .limit(limit),

    async begin(emergency, entry) {
      await writer.run([
        { write: "addEmergency", row: emergency },
        { write: "addEmergencyLog", row: entry },
        rowEntry("emergency", emergency.id, emergency),
        rowEntry("emergencyLog", logSubject(entry), entry),
      ]);
    },

    async end(id, by, entry) {
      const [begun] = await db.select().from(emergencies).where(eq(emergencies.id, id));
      if (!begun) return false;
      const answer = await writer.run([
        { write: "endEmergency", row: { id, ...by }, orElse: "stale" },
        { write: "addEmergencyLog", row: entry },
        rowEntry("emergency", id, { ...begun, ...by }),
        rowEntry("emergencyLog", logSubject(entry), entry),
      ]);
      return answer === "done";
    },

    note: async (entry) =>
      (await writer.run([
        { write: "addEmergencyLog", row: entry, orElse: "duplicate" },
        rowEntry("emergencyLog", logSubject(entry), entry),
      ])) === "done",

    log: async (emergencyId, limit) =>
      await db
        .select()
        .from(emergencyLog)
        .where(eq(emergencyLog.emergencyId, emergencyId))
        .orderBy(desc(emergencyLog.at), desc(emergencyLog.kind))
        .limit(limit),

    async count(area, since, now) {
      const lamp = lampColumn(tables, now).as("lamp");
      const waiting = sql<boolean | number>`${cases.state} = 'filed'`.as("waiting");
      const fresh = sql<boolean | number>`${cases.reportedAt} >= ${since}`.as("fresh");
      const rows = await db
        .select({ urgency: cases.urgency, lamp, waiting, fresh, n: countOf() })
        .from(cases)
        .where(and(isOpenRow(tables), area.length === 0 ? undefined : inArray(cases.townshipCode, [...area])))
        .groupBy(cases.urgency, sql`lamp`, sql`waiting`, sql`fresh`);
      return rows.map((row) => ({ ...row, waiting: Boolean(row.waiting), fresh: Boolean(row.fresh) }));
    },
  };
}
