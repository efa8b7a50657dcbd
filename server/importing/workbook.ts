/** The first sheet of an Excel workbook (.xlsx) as a table. Loaded only when somebody brings one. */
import { type CellValue, readSheet } from "read-excel-file/node";
import { createCells, type Table } from "./table.ts";

/** Lines are rows of the sheet, from 1. @throws when it is no workbook or a damaged one. */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const cells = createCells();
  for (const [at, row] of (await readSheet(bytes, 1)).entries())
    cells.add(at + 1, { data: row.map(textOf), brokenQuote: false });
  return cells.table();
}

/** Excel keeps no zone: a moment is written as it stands in the sheet. */
function textOf(cell: CellValue | null): string {
  if (cell === null) return "";
  if (!(cell instanceof Date)) return String(cell);
  const [day = "", time = ""] = cell.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day} ${time}`;
}
