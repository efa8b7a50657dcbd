/** Values on their way from one database to the other: as text, and in one form in which both can be compared. */
import { hash } from "node:crypto";
import { canonical } from "../canonical.ts";

export interface MovedColumn {
  readonly name: string;
  /** Type in PostgreSQL, as it names it itself: `text`, `jsonb`, `bigint`… */
  readonly type: string;
}

export type Text = string | null;

/** A value as SQLite has it; text is what every type of PostgreSQL can be read from. */
export function textOf(value: unknown): Text {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  throw new Error(`Got a ${typeof value} from the database, expected text or a number.`);
}

/** How PostgreSQL is told the text of a column. */
export function readFrom(text: string, type: string): string {
  return type === "tsvector" ? `array_to_tsvector(string_to_array(${text}, ' '))` : `(${text})::${type}`;
}

/** How PostgreSQL tells the text of a column. */
export function writtenAs(column: string, type: string): string {
  return type === "tsvector" ? `array_to_string(tsvector_to_array(${column}), ' ')` : `${column}::text`;
}

/** The same for rows that say the same: keys of JSON in one order, numbers as numbers, tokens sorted. */
export function digestOf(columns: readonly MovedColumn[], row: readonly Text[]): bigint {
  const said = columns.map(({ type }, at) => plain(row[at] ?? null, type));
  return BigInt(`0x${hash("sha256", JSON.stringify(said), "hex").slice(0, 32)}`);
}

function plain(text: Text, type: string): string | number | boolean | null {
  if (text === null) return null;
  if (type === "jsonb") return canonical(JSON.parse(text));
  if (type === "boolean") return text === "1" || text === "true";
  if (type === "tsvector") return text.split(" ").sort().join(" ");
  return NUMBERS.has(type) ? Number(text) : text;
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "bigint", "double precision"]);

/** Rows of a table, whatever their order: how many, and the sum of their digests. */
export interface Summed {
  readonly rows: number;
  readonly digest: string;
}

export interface Summing {
  add(columns: readonly MovedColumn[], row: readonly Text[]): void;
  readonly sum: () => Summed;
}

const WRAP = (1n << 128n) - 1n;

export function summing(): Summing {
  let [rows, digest] = [0, 0n];
  return {
    add(columns, row) {
      rows += 1;
      digest = (digest + digestOf(columns, row)) & WRAP;
    },
    sum: () => ({ rows, digest: digest.toString(16).padStart(32, "0") }),
  };
}
