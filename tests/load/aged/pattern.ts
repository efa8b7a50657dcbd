/** Whole cases of a county that was played through the real moves: what the copies of many years are cut from. */
import type { Assignment } from "../../../server/domain/assignment.ts";
import type { Clock } from "../../../server/domain/clock.ts";
import { bondsOf } from "../../../server/domain/linking/bonds.ts";
import { type CaseRow, rowToCase } from "../../../db/caseRow.ts";
import type { ChainedEvent } from "../../../db/chain.ts";
import type { Base } from "../../../db/db.ts";
import type { Tables } from "../../../db/tables.ts";
import type { HeldRow, TallyRow } from "../../../db/counted.ts";
import type { RowOf } from "../../../db/writes.ts";

/** All rows of one case. */
export interface Pattern {
  readonly row: CaseRow;
  /** In the order of `seq`. */
  readonly events: readonly ChainedEvent[];
  readonly words: readonly RowOf["sealWords"][];
  readonly clocks: readonly Clock[];
  readonly assignments: readonly (Assignment & { readonly caseId: string })[];
  readonly notices: readonly RowOf["addNotice"][];
  readonly reporter: RowOf["addReporter"] | null;
  readonly photos: readonly RowOf["addPhoto"][];
  readonly tallies: readonly TallyRow[];
  readonly held: readonly HeldRow[];
}

/** Every case that stands for itself: one that names another could not be copied without it. */
export async function patternsIn({ db, tables }: Base): Promise<readonly Pattern[]> {
  const of = await rowsByCase({ db, tables });
  const rows = await db.select().from(tables.cases);
  return rows.filter(standsAlone).map((row) => ({
    row,
    events: of("events", row.id).toSorted((a, b) => a.seq - b.seq),
    words: of("sealedWords", row.id),
    clocks: of("clocks", row.id),
    assignments: of("assignments", row.id),
    notices: of("outbox", row.id),
    reporter: of("reporters", row.id)[0] ?? null,
    photos: of("casePhotos", row.id),
    tallies: of("tallies", row.id),
    held: of("heldTimes", row.id),
  }));
}

/** Over, and nothing left to look at: such a case may have happened in any year. */
export function isOver({ row }: Pattern): boolean {
  return !row.open && row.sweepAt === null;
}

const beside = [
  "events",
  "sealedWords",
  "clocks",
  "assignments",
  "outbox",
  "reporters",
  "casePhotos",
  "tallies",
  "heldTimes",
] as const;

type Beside = (typeof beside)[number];

type RowsOf = <Name extends Beside>(table: Name, caseId: string) => readonly Tables[Name]["$inferSelect"][];

async function rowsByCase({ db, tables }: Pick<Base, "db" | "tables">): Promise<RowsOf> {
  const found = new Map<string, { readonly caseId: string }[]>();
  for (const name of beside) {
    const rows: readonly { readonly caseId: string }[] = await db.select().from(tables[name]);
    for (const row of rows) {
      const key = `${name} ${row.caseId}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return <Name extends Beside>(name: Name, caseId: string) =>
    (found.get(`${name} ${caseId}`) ?? []) as unknown as readonly Tables[Name]["$inferSelect"][];
}

function standsAlone(row: CaseRow): boolean {
  const { merged, group, parent, parts, links, apart, sameAs } = bondsOf(rowToCase(row));
  const names = [merged, group, parent, sameAs].filter((name) => name !== null);
  return [...names, ...parts, ...links, ...apart].length === 0;
}
