/** 常用语 of a unit: the whole set with each version, so that a slip is brought back by looking one back. */
import type { OwnPhrase } from "../../server/domain/phrases.ts";
import type { Kit } from "../kit.ts";

export function phraseTables(k: Kit) {
  const unitPhrases = k.table(
    "unit_phrases",
    {
      unit: k.key().notNull(),
      version: k.int().notNull(),
      rows: k.json<readonly OwnPhrase[]>().notNull(),
      changedBy: k.key().notNull(),
      changedAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.unit, t.version] })],
  );
  return { unitPhrases };
}
