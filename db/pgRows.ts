/**
 * Rows of one kind as one value: an insertion that takes them as JSON is one text however many they are, so that PostgreSQL
 * reads it once, a connection knows few statements, and a row is written out as the plan holds it.
 */
import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { Compiled } from "./compile.ts";
import type { Tables } from "./tables.ts";

export interface ManyRows {
  readonly text: string;
  /** The one value of the statement. */
  readonly told: (rows: readonly object[]) => string;
}

/**
 * @param text an insertion of one row as drizzle makes it: with all columns of the table, in their order.
 * @returns null for a statement that is something else, or whose row is made of more than values.
 */
export function manyRows(text: string, tables: Tables): ManyRows | null {
  const found = /^insert into "(\w+)" \(([^()]*)\) values \(\$\d+(?:, \$\d+)*\)( on conflict .*)?$/su.exec(
    text,
  );
  if (!found) return null;
  const [, name = "", names = "", conflict = ""] = found;
  if (conflict.includes("$")) return null;
  const columns = columnsOf(name, tables);
  if (columns.length !== names.split(", ").length) return null;
  return {
    text: `insert into "${name}" (${names}) select ${namesOf(columns)} from ${rowsFrom(columns)}${conflict}`,
    told: tellerOf(columns),
  };
}

/** Entries of the record, each of which takes the next place behind those that stand. */
export function manyEntries(tables: Tables): ManyRows {
  const columns = columnsOf("record_entries", tables).filter(({ member }) => member !== "position");
  const [names, last] = [namesOf(columns), 'select coalesce(max("position"), -1) from "record_entries"'];
  return {
    text: `insert into "record_entries" ("position", ${names}) select (${last}) + place, ${names} from ${rowsFrom(columns)} with ordinality as told(${names}, place)`,
    told: tellerOf(columns),
  };
}

/**
 * Rows that are changed by one statement, which finds none of what it changes in vain: else the server refuses it.
 * @param change of one row, as it was compiled with these members.
 * @returns null for a change that is made of more than values.
 */
export function manyChanges({ text, names }: Compiled, tables: Tables): ManyRows | null {
  const found = /^update "(\w+)" set (.*) where (.*)$/su.exec(text);
  if (!found || names.includes(null)) return null;
  const [, name = "", set = "", where = ""] = found;
  const columns = membersOf(name, names, tables);
  const from = (part: string) =>
    part.replaceAll(/\$(\d+)/gu, (_slot, at) => `told."${names[Number(at) - 1]}"`);
  const update = `update "${name}" set ${from(set)} from ${rowsFrom(columns)} as told where ${from(where)}`;
  return {
    text: `with changed as (${update} returning 1) select 1 / (count(*) = json_array_length($1::json))::int from changed`,
    told: tellerOf(columns, "alone"),
  };
}

/** What a change expects has the type of what it changes. */
const expected: Readonly<Record<string, string>> = { expects: "version", expectsHash: "headHash" };

function membersOf(name: string, names: readonly (string | null)[], tables: Tables): readonly Told[] {
  const columns = new Map(columnsOf(name, tables).map((column) => [column.member, column]));
  return [...new Set(names)].map((member) => {
    const column = columns.get(expected[member ?? ""] ?? member ?? "");
    if (!column || member === null) throw new Error(`No column of ${name} holds ${member}.`);
    return { ...column, member };
  });
}

interface Told {
  /** Of the row, by which it is told. */
  readonly member: string;
  readonly type: string;
  /** null for the many columns that store what they are given. */
  readonly encode: ((value: unknown) => unknown) | null;
}

function columnsOf(name: string, tables: Tables): readonly Told[] {
  const table = Object.values(tables).find((each) => getTableName(each) === name);
  if (!table) throw new Error(`No table is named ${name}.`);
  return Object.entries(getTableColumns(table)).map(([member, column]) => {
    const type = column.getSQLType();
    const storesAsGiven =
      column.mapToDriverValue === Column.prototype.mapToDriverValue || column.columnType === "PgJsonb";
    return { member, type, encode: storesAsGiven ? null : (value) => column.mapToDriverValue(value) };
  });
}

function namesOf(columns: readonly Told[]): string {
  return columns.map(({ member }) => `"${member}"`).join(", ");
}

function rowsFrom(columns: readonly Told[]): string {
  const typed = columns.map(({ member, type }) => `"${member}" ${type}`);
  return `rows from (json_to_recordset($1::json) as (${typed.join(", ")}))`;
}

/** @param which `alone`: these members and no others of the rows. */
function tellerOf(columns: readonly Told[], which: "all" | "alone" = "all"): ManyRows["told"] {
  if (which === "alone") return (rows) => JSON.stringify(rows.map((row) => valuesOf(columns, row)));
  const encoded = columns.flatMap(({ member, encode }) => (encode === null ? [] : [{ member, encode }]));
  if (encoded.length === 0) return (rows) => JSON.stringify(rows);
  return (rows) =>
    JSON.stringify(
      rows.map((row) => {
        const told: Record<string, unknown> = { ...row };
        for (const { member, encode } of encoded) {
          const given = told[member] ?? null;
          if (given !== null) told[member] = encode(given);
        }
        return told;
      }),
    );
}

function valuesOf(columns: readonly Told[], row: object): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { member, encode } of columns) {
    const given = (row as Readonly<Record<string, unknown>>)[member] ?? null;
    values[member] = given === null || encode === null ? given : encode(given);
  }
  return values;
}
