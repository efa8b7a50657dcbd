/**
 * A prepared query of drizzle without what drizzle asks of every value of every row anew: which slot a parameter fills,
 * how a column is read, whether a joined table was there. All of that is known when the query is prepared.
 */
import { Column, getTableName, is, type SQL } from "drizzle-orm";
import { PreparedQuery } from "drizzle-orm/better-sqlite3/session";
import type { Statement } from "better-sqlite3";
import { binderOf } from "./compile.ts";

/** What lies in a prepared query of the SQLite driver; its types hide it. */
interface Prepared {
  readonly stmt: Statement;
  readonly query: { readonly params: unknown[] };
  readonly fields?: readonly Field[];
  /** By table: whether a join always finds it. Absent where nothing is joined. */
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
}

interface Field {
  readonly path: readonly string[];
  readonly field: unknown;
}

type Values = Readonly<Record<string, unknown>>;
type Row = Record<string, unknown>;

/** @returns null for another driver, or for a statement that answers no rows. */
export function quickened(ready: unknown): ((values: Values) => readonly Row[]) | null {
  const read = readerFor(ready);
  if (read === null) return null;
  const { stmt, query } = ready as Prepared;
  const bind = binderOf(query.params);
  return (values) => (stmt.raw().all(...bind(values)) as unknown[][]).map(read);
}

/** For queries without slots that differ in what they ask and never in what they select: how to read it is found once. */
export function quickRows(): (ready: unknown) => readonly Row[] | null {
  let read: Reader | null = null;
  return (ready) => {
    read ??= readerFor(ready);
    if (read === null) return null;
    const { stmt, query } = ready as Prepared;
    return (stmt.raw().all(...query.params) as unknown[][]).map(read);
  };
}

type Reader = (stored: readonly unknown[]) => Row;

function readerFor(ready: unknown): Reader | null {
  if (!is(ready, PreparedQuery)) return null;
  const { fields, joinsNotNullableMap } = ready as unknown as Prepared;
  if (fields === undefined || fields.some(({ path }) => path.length > 2)) return null;
  return readerOf(fields, joinsNotNullableMap ?? {});
}

interface Cell {
  readonly name: string;
  /** Where it stands in the row that the driver answers. */
  readonly at: number;
  /** null for the many columns that are read as they are stored. */
  readonly decode: ((stored: unknown) => unknown) | null;
}

/** Columns of one table under one name. */
interface Group {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Becomes null when a left join found nothing: all its columns are null, and they are of one table. */
  readonly mayMiss: boolean;
}

function readerOf(fields: readonly Field[], alwaysThere: Readonly<Record<string, boolean>>): Reader {
  const plain: Cell[] = [];
  const grouped = new Map<string, { cells: Cell[]; tables: Set<string> }>();
  for (const [at, { path, field }] of fields.entries()) {
    const [first = "", second] = path;
    if (second === undefined) {
      plain.push({ name: first, at, decode: decoderOf(field) });
      continue;
    }
    const group = grouped.get(first) ?? { cells: [], tables: new Set() };
    grouped.set(first, group);
    group.cells.push({ name: second, at, decode: decoderOf(field) });
    if (is(field, Column)) group.tables.add(getTableName(field.table));
  }
  const groups = [...grouped].map(([name, { cells, tables }]): Group => {
    const [table] = tables;
    const mayMiss = tables.size === 1 && alwaysThere[table ?? ""] === false;
    return { name, cells, mayMiss };
  });
  return (stored) => {
    const row = filled(plain, stored);
    for (const { name, cells, mayMiss } of groups)
      row[name] = mayMiss && cells.every(({ at }) => stored[at] === null) ? null : filled(cells, stored);
    return row;
  };
}

function filled(cells: readonly Cell[], stored: readonly unknown[]): Row {
  const row: Row = {};
  for (const { name, at, decode } of cells) {
    const value = stored[at];
    row[name] = value === null || decode === null ? value : decode(value);
  }
  return row;
}

interface Decoder {
  mapFromDriverValue(stored: unknown): unknown;
}

function decoderOf(field: unknown): Cell["decode"] {
  const decoder = is(field, Column) ? (field as Decoder) : decoderOfSql(field);
  return decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue
    ? null
    : (stored) => decoder.mapFromDriverValue(stored);
}

/** An expression, bare or under a name. */
function decoderOfSql(field: unknown): Decoder {
  const { sql, decoder } = field as { readonly sql?: SQL; readonly decoder?: Decoder };
  return decoder ?? (sql as unknown as { readonly decoder: Decoder }).decoder;
}
