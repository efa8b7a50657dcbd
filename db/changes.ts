import { eq, inArray } from "drizzle-orm";
import { type Base, prepared, slot } from "./db.ts";
import { type ChangeQueries, watched } from "./store/changes.ts";

/** Counters that triggers of the database turn; asked before every answer from memory, so the query stands ready. */
export function createChanges({ db, tables: { counters } }: Base): ChangeQueries {
  const names = watched.map(counterOf);
  const read = prepared("changes", db.select().from(counters).where(inArray(counters.name, names)));
  const readOne = prepared(
    "change",
    db
      .select({ n: counters.n })
      .from(counters)
      .where(eq(counters.name, slot("name"))),
  );
  return {
    count: async (of) => (await readOne({ name: counterOf(of) }))[0]?.n ?? 0,
    async counts() {
      const rows = await read({});
      const of = (name: string) => rows.find((row) => row.name === counterOf(name))?.n ?? 0;
      return {
        sites: of("sites"),
        cell_people: of("cell_people"),
        components: of("components"),
        accounts: of("accounts"),
        sealed_words: of("sealed_words"),
      };
    },
  };
}

function counterOf(name: string): string {
  return `changed:${name}`;
}
