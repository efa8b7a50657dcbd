/** Which tables are moved, in an order in which no row comes before the one it refers to. */
import type { MovedColumn } from "./values.ts";

/** What `pg` and PGlite have in common. */
export interface Asks {
  query(
    text: string,
    values?: unknown[],
  ): Promise<{
    readonly rows: readonly Readonly<Record<string, unknown>>[];
    readonly rowCount?: number | null;
  }>;
}

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
}

/** Migrations and triggers write here by themselves: what they wrote gives way to what is moved. */
const WRITES_ITSELF: readonly string[] = ["settings", "counters"];

export function isWrittenByItself({ name }: MovedTable): boolean {
  return WRITES_ITSELF.includes(name);
}

export async function tablesOf(target: Asks): Promise<readonly MovedTable[]> {
  const { rows } = await target.query(
    `select c.table_name as name, c.column_name as column, c.data_type as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`,
  );
  const columns = new Map<string, MovedColumn[]>();
  for (const row of rows) {
    const name = String(row["name"]);
    const column = { name: String(row["column"]), type: String(row["type"]) };
    columns.set(name, [...(columns.get(name) ?? []), column]);
  }
  const tables = [...columns].map(([name, list]) => ({ name, columns: list }));
  return sorted(tables, await referencesOf(target));
}

async function referencesOf(target: Asks): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await target.query(
    `select a.relname as name, b.relname as refers from pg_constraint k
     join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f'`,
  );
  const references = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = String(row["name"]);
    references.set(name, new Set([...(references.get(name) ?? []), String(row["refers"])]));
  }
  return references;
}

/** Triggers turn counters while rows are written: those come last. */
function sorted(
  tables: readonly MovedTable[],
  references: ReadonlyMap<string, ReadonlySet<string>>,
): readonly MovedTable[] {
  const done: MovedTable[] = [];
  const visit = (table: MovedTable) => {
    if (done.includes(table)) return;
    for (const other of tables) if (references.get(table.name)?.has(other.name)) visit(other);
    done.push(table);
  };
  for (const table of tables) visit(table);
  return [...done.filter((table) => !isWrittenByItself(table)), ...done.filter(isWrittenByItself)];
}

/** Tables that hold something already; a freshly migrated database has none. */
export async function filledTables(target: Asks, tables: readonly MovedTable[]): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const own = name === "settings" ? "where key <> 'record.adopt'" : "";
    const { rows } = await target.query(`select 1 from "${name}" ${own} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}
