/** The rows of a database, case by case, and the fastest honest way to put them into another one of the same schema. */
import type { Database, Statement } from "better-sqlite3";

/** All that opening a case writes, words and the record with it, by the column that names the case; parents before children. */
const columnOfCase = {
  cases: "id",
  case_words: "case_id",
  events: "case_id",
  sealed_words: "case_id",
  clocks: "case_id",
  reporters: "case_id",
  outbox: "case_id",
  case_photos: "case_id",
  record_entries: "subject",
} as const;

type Table = keyof typeof columnOfCase;
const tables = Object.keys(columnOfCase) as Table[];
type Row = readonly unknown[];

/** Everything that one case consists of. */
export type CaseRows = readonly { readonly table: Table; readonly row: Row }[];

export interface RowReader {
  /** The cases that were not there the last time, in the order of their ids. */
  readonly fresh: () => readonly CaseRows[];
  readonly close: () => void;
}

export function createRowReader(sqlite: Database): RowReader {
  const statements = tables.map((table) => {
    const column = columnOfCase[table];
    const select = sqlite.prepare(`select * from ${table} where ${column} > ? order by ${column}`).raw();
    return { table, select, column: columnsOf(sqlite, table).indexOf(column) };
  });
  let last = "";
  return {
    fresh() {
      const byCase = new Map<string, { table: Table; row: Row }[]>();
      for (const { table, select, column } of statements) {
        for (const row of select.all(last) as Row[]) {
          const rows = byCase.get(String(row[column])) ?? [];
          byCase.set(String(row[column]), rows);
          rows.push({ table, row });
        }
      }
      // The record keeps other subjects, too: accounts, for one
      const cases = [...byCase].filter(([, rows]) => rows.some(({ table }) => table === "cases"));
      last = cases.at(-1)?.[0] ?? last;
      return cases.map(([, rows]) => rows);
    },
    close: () => void sqlite.close(),
  };
}

export type Insert = (cases: readonly CaseRows[]) => void;

/** Prepared once; each call is one durable transaction. */
export function createInsert(sqlite: Database): Insert {
  const statements = new Map<Table, Statement>(tables.map((table) => [table, insertInto(sqlite, table)]));
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  return (cases) => {
    begin.run();
    for (const rows of cases) for (const { table, row } of rows) statements.get(table)?.run(...row);
    commit.run();
  };
}

function insertInto(sqlite: Database, table: Table): Statement {
  const width = columnsOf(sqlite, table).length;
  return sqlite.prepare(`insert into ${table} values (${Array.from({ length: width }, () => "?").join()})`);
}

function columnsOf(sqlite: Database, table: Table): readonly string[] {
  return (sqlite.pragma(`table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name);
}
