import { eq } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import type { SettingQueries } from "./store.ts";

/** Values of the installation itself. */
export function createSettings({ db, tables: { settings } }: Base): SettingQueries {
  const find = prepared(
    "setting",
    db
      .select()
      .from(settings)
      .where(eq(settings.key, slot("key"))),
  );
  return {
    get: async (key) => (await find({ key }))[0]?.value ?? null,
    async put(key, value) {
      await db
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .returning({ key: settings.key });
    },
  };
}
