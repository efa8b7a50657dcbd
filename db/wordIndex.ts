/** Fills the index of words for cases from before there was one, and holds it against the cases. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { asc, eq, gt, isNotNull } from "drizzle-orm";
import { type Base, countOf } from "./db.ts";
import { createSettings } from "./settings.ts";
import type { WordQueries } from "./store.ts";
import { gramsOf, WORDS_VERSION, wordsStep } from "./words.ts";
import type { Writer } from "./writer.ts";

/** Made by this way of making tokens, up to and with a case; `all` when nothing is left to do. */
const SETTING = "words.madeUpTo";
const ALL = `${WORDS_VERSION} all`;
const PAGE = 500;

export function createWordIndex(base: Base, writer: Writer): WordQueries {
  const { db, tables } = base;
  const { cases, caseWords } = tables;
  const settings = createSettings(base);
  const { id, number, text, address } = cases;
  const spoken = { id, number, text, address };

  async function madeUpTo(): Promise<string> {
    const kept = await settings.get(SETTING);
    return kept?.startsWith(`${WORDS_VERSION} `) ? kept.slice(`${WORDS_VERSION} `.length) : "";
  }

  return {
    areCaughtUp: async () => (await settings.get(SETTING)) === ALL,

    async catchUp(limit) {
      if ((await settings.get(SETTING)) === ALL) return 0;
      const rows = await db
        .select(spoken)
        .from(cases)
        .where(gt(id, await madeUpTo()))
        .orderBy(asc(id))
        .limit(limit);
      // What was erased is found by nothing
      const found = rows.filter((row) => row.text !== "");
      if (found.length > 0) await writer.run(found.map(wordsStep));
      const last = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
      await settings.put(SETTING, last === null ? ALL : `${WORDS_VERSION} ${last}`);
      return rows.length;
    },

    async recount(onProgress) {
      const [all] = await db.select({ n: countOf() }).from(cases);
      const bent: string[] = [];
      let done = 0;
      for (let after: string | null = ""; after !== null; await nextTurn()) {
        const rows = await db
          .select({ ...spoken, grams: caseWords.grams })
          .from(cases)
          .leftJoin(caseWords, eq(caseWords.caseId, id))
          .where(gt(id, after))
          .orderBy(asc(id))
          .limit(PAGE);
        bent.push(...rows.filter(isBent).map((row) => row.number));
        done += rows.length;
        onProgress?.(done, all?.n ?? done);
        after = rows.length < PAGE ? null : (rows.at(-1)?.id ?? null);
      }
      return { cases: done, bent, isIndexBent: !(await isIndexWhole(base)) };
    },

    async forget() {
      await settings.put(SETTING, "");
      await db.delete(caseWords).where(isNotNull(caseWords.caseId)).returning({ caseId: caseWords.caseId });
    },
  };
}

interface Standing {
  readonly text: string;
  readonly address: string | null;
  readonly number: string;
  readonly grams: string | null;
}

function isBent({ text, address, number, grams }: Standing): boolean {
  const made = text === "" ? "" : gramsOf([text, address, number]);
  return sorted(grams ?? "") !== sorted(made);
}

/** PostgreSQL shows tokens in quotes and in an order of its own. */
function sorted(grams: string): string {
  return grams.replaceAll("'", "").split(" ").sort().join(" ");
}

/** SQLite looks itself whether the index says what the rows beside it say, and fails where it does not. */
async function isIndexWhole({ engine, db, tables: { wordCommands } }: Base): Promise<boolean> {
  if (engine !== "sqlite") return true;
  try {
    await db.insert(wordCommands).values({ caseGrams: "integrity-check", rank: 1 }).execute();
    return true;
  } catch {
    return false;
  }
}
