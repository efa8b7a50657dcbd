import { eq } from "drizzle-orm";
import type { Base } from "./db.ts";
import type { SettingQueries } from "./store.ts";

/** Values of the installation itself. */
export function createSettings({ db, tables: { settings } }: Base): SettingQueries {
  return {
    get: async (key) => (await db.select().from(settings).where(eq(settings.key, key)))[0]?.value ?? null,
    async put(key, value) {
      await db
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .returning({ key: settings.key });
    },
  };
}
