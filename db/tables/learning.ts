/** What the house learns: versions of the dispatch catalogue, corrections by people, and trained models. */
import { sql } from "drizzle-orm";
import type { CatalogueBody } from "../../server/domain/catalogue/version.ts";
import type { Lesson } from "../../server/domain/learning/lesson.ts";
import type { ModelReport } from "../../server/domain/learning/compareReaders.ts";
import type { Kit } from "../kit.ts";

export function learningTables(k: Kit) {
  /** Published versions never change; at most one row is the draft, with the number the next version will have. */
  const catalogues = k.table("catalogues", {
    version: k.int().primaryKey(),
    /** Rises with every change of the draft, so that two editors cannot overwrite each other. */
    revision: k.int().notNull(),
    note: k.text().notNull(),
    /** `YYYY-MM-DD`; NULL on the draft. */
    validFrom: k.key(),
    /** The version it brings back (回退). */
    restores: k.int(),
    body: k.json<CatalogueBody>().notNull(),
    changedBy: k.key().notNull(),
    changedAt: k.instant().notNull(),
    publishedAt: k.instant(),
  });

  /** One for each correction; taking one back is written beside it. The words stay in the case, where they can be erased. */
  const lessons = k.table(
    "lessons",
    {
      id: k.key().primaryKey(),
      caseId: k.key().notNull(),
      kind: k.key<Lesson["kind"]>().notNull(),
      about: k.key<Lesson["about"]>().notNull(),
      label: k.key(),
      rejected: k.key(),
      at: k.instant().notNull(),
      actorId: k.key().notNull(),
      undoneAt: k.instant(),
      undoneBy: k.key(),
    },
    (t) => [
      k.index("lessons_at").on(t.at),
      k.index("lessons_case").on(t.caseId),
      // Few are taken back: whether more were is asked every few seconds
      k
        .index("lessons_undone")
        .on(t.undoneAt)
        .where(sql`${t.undoneAt} is not null`),
    ],
  );

  const models = k.table("models", {
    version: k.int().primaryKey(),
    createdAt: k.instant().notNull(),
    createdBy: k.key().notNull(),
    report: k.json<ModelReport>().notNull(),
    /** The packed model in base64; NULL for one that was worse and is only told of. */
    body: k.text(),
  });

  return { catalogues, lessons, models };
}
