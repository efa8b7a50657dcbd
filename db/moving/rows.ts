/**
 * All rows of a SQLite database, moved into an empty PostgreSQL one just as they stand: sealed values stay sealed, hashes
 * stay hashes. Whoever calls holds the transaction, so that a move that is cut off leaves nothing behind.
 */
import Database from "better-sqlite3";
import { isWrittenByItself, type Asks, type MovedTable, tablesOf } from "./tables.ts";
import { readFrom, type Summed, summing, type Text, textOf, writtenAs } from "./values.ts";

export type Sums = ReadonlyMap<string, Summed>;

/** A county's tables are not those of this program. */
export class ShapeDiffers extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`The table ${table} has other columns in the file.`);
    this.table = table;
  }
}

/** Sent at once: so many rows, or so many characters. */
const [ROWS, CHARACTERS] = [2000, 4_000_000];

/** @param onProgress rows so far, of all. @returns what each table of the file holds. @throws ShapeDiffers */
export async function moveRows(
  file: string,
  target: Asks,
  onProgress: (done: number, total: number) => void,
): Promise<Sums> {
  return await withFile(file, async (source) => {
    const tables = await tablesOf(target);
    const total = tables.reduce((sum, { name }) => sum + countIn(source, name), 0);
    const sums = new Map<string, Summed>();
    let done = 0;
    for (const table of tables) {
      if (isWrittenByItself(table)) await target.query(`delete from "${table.name}"`);
      const summed = summing();
      for (const batch of batches(rowsIn(source, table))) {
        await target.query(insertionOf(table), asColumns(table, batch));
        for (const row of batch) summed.add(table.columns, row);
        onProgress((done += batch.length), total);
      }
      sums.set(table.name, summed.sum());
    }
    return sums;
  });
}

/** What each table of a file holds, without moving anything. @throws ShapeDiffers */
export async function sumsOfFile(file: string, target: Asks): Promise<Sums> {
  return await withFile(file, async (source) => {
    const sums = new Map<string, Summed>();
    for (const table of await tablesOf(target)) {
      const summed = summing();
      for (const row of rowsIn(source, table)) summed.add(table.columns, row);
      sums.set(table.name, summed.sum());
    }
    return sums;
  });
}

/** What each table of PostgreSQL holds. Inside a transaction: a cursor keeps millions of rows out of memory. */
export async function sumsOfTarget(target: Asks): Promise<Sums> {
  const sums = new Map<string, Summed>();
  for (const { name, columns } of await tablesOf(target)) {
    const summed = summing();
    const told = columns.map((column, at) => `${writtenAs(`"${column.name}"`, column.type)} as c${at}`);
    await target.query(`declare moved no scroll cursor for select ${told.join(", ")} from "${name}"`);
    for (;;) {
      const { rows } = await target.query(`fetch ${ROWS} from moved`);
      for (const row of rows)
        summed.add(
          columns,
          columns.map((_column, at) => textOf(row[`c${at}`])),
        );
      if (rows.length === 0) break;
    }
    await target.query("close moved");
    sums.set(name, summed.sum());
  }
  return sums;
}

async function withFile<T>(file: string, use: (source: Database.Database) => Promise<T>): Promise<T> {
  const source = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return await use(source);
  } finally {
    source.close();
  }
}

function countIn(source: Database.Database, name: string): number {
  return Number(source.prepare(`select count(*) from "${name}"`).pluck().get());
}

function* rowsIn(source: Database.Database, { name, columns }: MovedTable): Generator<readonly Text[]> {
  const known = source.pragma(`table_info("${name}")`) as readonly { readonly name: string }[];
  const missing = columns.some((column) => !known.some((other) => other.name === column.name));
  if (missing) throw new ShapeDiffers(name);
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const rows = source.prepare(`select ${names} from "${name}"`).raw().iterate();
  for (const row of rows as IterableIterator<readonly unknown[]>) yield row.map(textOf);
}

function* batches(rows: Iterable<readonly Text[]>): Generator<readonly (readonly Text[])[]> {
  let batch: (readonly Text[])[] = [];
  let characters = 0;
  for (const row of rows) {
    batch.push(row);
    characters += row.reduce((sum, text) => sum + (text?.length ?? 0), 0);
    if (batch.length < ROWS && characters < CHARACTERS) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** One list for each column: as many rows as one likes with few values, and the statement is always the same. */
function insertionOf({ name, columns }: MovedTable): string {
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const values = columns.map(({ type }, at) => readFrom(`c${at}`, type)).join(", ");
  const lists = columns.map((_column, at) => `$${at + 1}::text[]`).join(", ");
  const given = columns.map((_column, at) => `c${at}`).join(", ");
  return `insert into "${name}" (${names}) select ${values} from unnest(${lists}) as given(${given})`;
}

function asColumns({ columns }: MovedTable, batch: readonly (readonly Text[])[]): Text[][] {
  return columns.map((_column, at) => batch.map((row) => row[at] ?? null));
}
