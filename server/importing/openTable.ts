/** A file that somebody exported somewhere → a table: CSV, JSONL or an Excel workbook. */
import { readFile } from "node:fs/promises";
import { decodeText, type Encoding } from "./decode.ts";
import { notOpened } from "./notOpened.ts";
import { type Format, formatOf, readTable, type Table } from "./table.ts";

export type OpenedTable =
  | {
      readonly kind: "table";
      readonly table: Table;
      /** In which rows that were not taken can be given back: those of a workbook as CSV. */
      readonly format: Format;
      readonly encoding: Encoding | "Excel";
    }
  | { readonly kind: "fault"; readonly message: string };

export async function openTable(file: string): Promise<OpenedTable> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fault(notOpened(file, bytes));
  if (bytes.length === 0) return fault(`“${file}”是空的，请重新导出`);
  return tableOf(file, bytes);
}

/** @param file its name: says how it is to be read, and names it in messages. */
export async function tableOf(file: string, bytes: Buffer): Promise<OpenedTable> {
  const decoded = decodeText(bytes);
  if (decoded.kind === "text") {
    const format = formatOf(file, decoded.text);
    const { text, encoding } = decoded;
    return { kind: "table", table: readTable(text, format), format, encoding };
  }
  if (decoded.looksLike === "workbook") return openWorkbook(file, bytes);
  const found =
    decoded.looksLike === "oldWorkbook" ? "是旧版 Excel（.xls），请另存为 .xlsx 或 CSV" : "不是表格文件";
  return fault(`“${file}”${found}；应为 CSV、JSONL 或 Excel（.xlsx）`);
}

async function openWorkbook(file: string, bytes: Buffer): Promise<OpenedTable> {
  const { readWorkbook } = await import("./workbook.ts");
  try {
    return { kind: "table", table: await readWorkbook(bytes), format: "csv", encoding: "Excel" };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fault(`读不了工作簿“${file}”：${found}；请用 Excel 打开后重新保存，或另存为 CSV`);
  }
}

function fault(message: string): OpenedTable {
  return { kind: "fault", message };
}
