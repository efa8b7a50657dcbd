/** The file of rejected rows: each with its line, what was found and what was expected, ready to be mended and imported. */
import Papa from "papaparse";
import { formulas } from "../formulas.ts";
import type { RowFault } from "./row.ts";
import type { Format, Table, TableRow } from "./table.ts";

export interface RejectedRow {
  readonly row: TableRow;
  readonly faults: readonly RowFault[];
}

/** CSV begins with a byte order mark so that spreadsheets read the Chinese; formulas in values are made harmless. */
export function printRejected(rejected: readonly RejectedRow[], table: Table, format: Format): string {
  return format === "csv" ? asCsv(rejected, table) : asJsonl(rejected);
}

export function sentenceOf(fault: RowFault): string {
  const place = fault.column === "" ? "这一行" : `“${fault.column}”的值`;
  return `${place}“${fault.value}”不合要求，应为：${fault.expected}`;
}

function asCsv(rejected: readonly RejectedRow[], { columns }: Table): string {
  const fields = ["行号", "问题列", "原值", "应为", ...columns];
  const data = rejected.map(({ row, faults }) => [
    String(row.line),
    ...(["column", "value", "expected"] as const).map((key) => faults.map((fault) => fault[key]).join(" | ")),
    ...columns.map((column) => row.values[column] ?? ""),
  ]);
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: formulas })}\r\n`;
}

function asJsonl(rejected: readonly RejectedRow[]): string {
  return rejected
    .map(({ row, faults }) => `${JSON.stringify({ ...row.values, "@line": row.line, "@faults": faults })}\n`)
    .join("");
}
