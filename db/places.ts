import { and, count, desc, eq, isNotNull, isNull, max } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { PlaceQueries } from "./store.ts";

export function createPlaces({ db, tables: { placeNames } }: Base): PlaceQueries {
  const { id, taughtAt, undoneAt } = placeNames;
  return {
    names: async (limit) => await db.select().from(placeNames).orderBy(desc(taughtAt), desc(id)).limit(limit),
    async teach(name) {
      await db
        .insert(placeNames)
        .values({ ...name, undoneAt: null, undoneBy: null })
        .returning({ id });
    },
    async undo(name, undoneBy, now) {
      const changed = await db
        .update(placeNames)
        .set({ undoneAt: now, undoneBy })
        .where(and(eq(id, name), isNull(undoneAt)))
        .returning({ id });
      return changed.length > 0;
    },
    async stamp() {
      const [all] = await db.select({ rows: count(), last: max(taughtAt) }).from(placeNames);
      const [gone] = await db.select({ rows: count() }).from(placeNames).where(isNotNull(undoneAt));
      return [all?.rows, all?.last, gone?.rows].join();
    },
  };
}
