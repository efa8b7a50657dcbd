/** The rows of a database, case by case, and the fastest honest way to put them into another one of the same schema. */
import type { Database, Statement } from "better-sqlite3";

/** Parents before children. */
const tables = ["cases", "events", "sealed_words", "clocks", "reporters", "outbox", "case_photos"] as const;

type Table = (typeof tables)[number];
type Row = readonly unknown[];

/** Everything that one case consists of. */
export type CaseRows = readonly { readonly table: Table; readonly row: Row }[];

export function readCases(sqlite: Database): readonly CaseRows[] {
  const byCase = new Map<string, { table: Table; row: Row }[]>();
  for (const table of tables) {
    const rows = sqlite.prepare(`select * from ${table}`).raw().all() as Row[];
    const caseColumn = columnOf(sqlite, table);
    for (const row of rows) {
      const id = String(row[caseColumn]);
      byCase.set(id, [...(byCase.get(id) ?? []), { table, row }]);
    }
  }
  return [...byCase.values()];
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

function columnOf(sqlite: Database, table: Table): number {
  return columnsOf(sqlite, table).indexOf(table === "cases" ? "id" : "case_id");
}

function columnsOf(sqlite: Database, table: Table): readonly string[] {
  return (sqlite.pragma(`table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name);
}
