/** 应急状态: areas that were switched, and the log of what was done and told meanwhile. */
import { sql } from "drizzle-orm";
import type { EmergencyFacts, EmergencyLogKind } from "../../server/domain/emergency/brief.ts";
import type { Kit } from "../kit.ts";

export function emergencyTables(k: Kit) {
  const emergencies = k.table(
    "emergencies",
    {
      id: k.key().primaryKey(),
      /** Codes of townships; an empty list means the whole county. */
      area: k.json<readonly string[]>().notNull(),
      reason: k.text().notNull(),
      startedAt: k.instant().notNull(),
      startedBy: k.key().notNull(),
      endedAt: k.instant(),
      endedBy: k.key(),
      endWords: k.text(),
      version: k.key().notNull(),
    },
    (t) => [
      k
        .index("emergencies_in_force")
        .on(t.startedAt)
        .where(sql`${t.endedAt} is null`),
    ],
  );

  /** Append-only: triggers refuse update and delete. */
  const emergencyLog = k.table(
    "emergency_log",
    {
      emergencyId: k
        .key()
        .notNull()
        .references(() => emergencies.id),
      kind: k.key<EmergencyLogKind>().notNull(),
      /** The instant it counts from: of a brief the computed one. */
      at: k.instant().notNull(),
      recordedAt: k.instant().notNull(),
      accountId: k.key(),
      facts: k.json<EmergencyFacts>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.emergencyId, t.kind, t.at] })],
  );

  return { emergencies, emergencyLog };
}
