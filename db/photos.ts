import { asc, eq, gt } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { PhotoQueries } from "./store.ts";

/** Which pictures exist and where they are shown; the pictures themselves are files. */
export function createPhotos({ db, tables: { photos, casePhotos } }: Base): PhotoQueries {
  return {
    byId: async (id) => (await db.select().from(photos).where(eq(photos.id, id)))[0] ?? null,
    async put(photo) {
      // Named by content: the same picture twice is one row.
      await db.insert(photos).values(photo).onConflictDoNothing().returning({ id: photos.id });
    },
    async ids(after, limit) {
      const rows = await db
        .select({ id: photos.id })
        .from(photos)
        .where(gt(photos.id, after))
        .orderBy(asc(photos.id))
        .limit(limit);
      return rows.map((row) => row.id);
    },
    async casesWith(id) {
      const rows = await db
        .select({ caseId: casePhotos.caseId })
        .from(casePhotos)
        .where(eq(casePhotos.photoId, id));
      return rows.map((row) => row.caseId);
    },
  };
}
