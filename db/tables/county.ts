/** 县定数据: what the county decides by itself, version by version. */
import type { CountyBody, CountySubject } from "../../server/domain/county/subjects.ts";
import type { Kit } from "../kit.ts";

export function countyTables(k: Kit) {
  /** A draft until it is published; from then on triggers let nothing of it be changed. */
  const countyVersions = k.table(
    "county_versions",
    {
      subject: k.key<CountySubject>().notNull(),
      version: k.int().notNull(),
      /** Rises with every change of the draft, so that two editors cannot overwrite each other. */
      revision: k.int().notNull(),
      note: k.text().notNull(),
      /** `YYYY-MM-DD`; NULL on the draft. */
      validFrom: k.key(),
      /** The version it brings back (回退). */
      restores: k.int(),
      body: k.json<CountyBody>().notNull(),
      changedBy: k.key().notNull(),
      changedAt: k.instant().notNull(),
      publishedAt: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.subject, t.version] })],
  );
  return { countyVersions };
}
