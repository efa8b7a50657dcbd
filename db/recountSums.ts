/** Makes the sums from the rows they are of, and holds them against these. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { asc, gt } from "drizzle-orm";
import { type Base, chunked, countOf } from "./db.ts";
import { createSettings } from "./settings.ts";
import type { EvaluationQueries, Fault } from "./store.ts";
import { createAccount, differenceOf, type Sums, SUMS_VERSION, sumsOf, sumSteps } from "./sums.ts";
import { createCountedOf } from "./counted.ts";
import type { Writer } from "./writer.ts";

/** In which way the sums are kept. */
const SETTING = "sums.version";
const PAGE = 500;

type Queries = Pick<EvaluationQueries, "makeSums" | "recountSums" | "forgetSums">;
type Progress = Parameters<Queries["makeSums"]>[0];

export function createSumKeeping(base: Base, writer: Writer): Queries {
  const settings = createSettings(base);
  return {
    async makeSums(onProgress) {
      if (await areKept(base)) return;
      const [told, standing] = [await recomputed(base, onProgress), await standingIn(base)];
      const bent = differenceOf(told, standing);
      // In pieces: cut off in between, the next start finds what is still different
      for (const tallies of chunked(bent.tallies)) await writer.run(sumSteps({ tallies, held: [] }));
      for (const held of chunked(bent.held)) await writer.run(sumSteps({ tallies: [], held }));
      await settings.put(SETTING, String(SUMS_VERSION));
    },

    async recountSums(onProgress) {
      const [told, standing] = [await recomputed(base, onProgress), await standingIn(base)];
      const bent = differenceOf(told, standing);
      return {
        sums: told.tallies.length + told.held.length,
        bent: bent.tallies.length + bent.held.length,
      };
    },

    forgetSums: async () => await settings.put(SETTING, ""),
  };
}

/**
 * @param told what the rows add up to.
 * @returns sums that say something else; none where they are not there yet or were kept in another way.
 */
export async function bentSums(base: Base, told: Sums): Promise<readonly Fault[]> {
  if (!(await areKept(base))) return [];
  const bent = differenceOf(told, await standingIn(base));
  return [
    ...bent.tallies.map(({ span, unit }) => sumFault("tally_sums", `${span} ${unit}`)),
    ...bent.held.map(({ month, unit }) => sumFault("held_sums", `${month} ${unit}`)),
  ];
}

function sumFault(field: string, whose: string): Fault {
  return { of: "sum", caseId: whose, number: whose, seq: null, kind: "row", field };
}

async function areKept(base: Base): Promise<boolean> {
  return (await createSettings(base).get(SETTING)) === String(SUMS_VERSION);
}

async function recomputed(base: Base, onProgress: Progress): Promise<Sums> {
  const { cases } = base.tables;
  const [all] = await base.db.select({ n: countOf() }).from(cases);
  const account = createAccount();
  const countedOf = createCountedOf(base);
  let done = 0;
  for (let after: string | null = ""; after !== null; await nextTurn()) {
    const rows: readonly { readonly id: string }[] = await base.db
      .select({ id: cases.id })
      .from(cases)
      .where(gt(cases.id, after))
      .orderBy(asc(cases.id))
      .limit(PAGE);
    const ids = rows.map(({ id }) => id);
    for (const counted of (await countedOf(ids)).values()) account.add(sumsOf(counted), 1);
    done += rows.length;
    onProgress?.(done, all?.n ?? done);
    after = rows.length < PAGE ? null : (ids.at(-1) ?? null);
  }
  return account.sums();
}

async function standingIn({ db, tables: { tallySums, heldSums } }: Base): Promise<Sums> {
  return { tallies: await db.select().from(tallySums), held: await db.select().from(heldSums) };
}
