/** A file of messages → texts, with labels where they are asked for. Every row that cannot be used is said with its line. */
import { openTable } from "../importing/openTable.ts";
import type { TableRow } from "../importing/table.ts";

export interface Message {
  /** As the file says, or the number of the line. */
  readonly id: string;
  readonly text: string;
  /** Empty when no label was asked for or the cell is blank. */
  readonly label: string;
}

export type Messages =
  | { readonly kind: "messages"; readonly messages: readonly Message[]; readonly unused: readonly Unused[] }
  | { readonly kind: "fault"; readonly message: string; readonly usage: boolean };

export interface Unused {
  readonly line: number;
  readonly why: string;
}

export interface Columns {
  readonly id: string;
  readonly text: string;
  /** Null where labels are not needed. */
  readonly label: string | null;
}

export async function readMessages(file: string, columns: Columns): Promise<Messages> {
  const opened = await openTable(file);
  if (opened.kind === "fault") return { ...opened, usage: false };
  const { table } = opened;
  const missing = [columns.text, columns.label].find(
    (name) => name !== null && !table.columns.includes(name),
  );
  if (missing !== undefined)
    return {
      kind: "fault",
      usage: true,
      message: `“${file}”里没有“${missing}”这一列；有的列：${table.columns.join("、") || "（空文件）"}`,
    };
  return { kind: "messages", ...sorted(table.rows, columns) };
}

function sorted(rows: readonly TableRow[], columns: Columns): Pick<Found, "messages" | "unused"> {
  const messages: Message[] = [];
  const unused: Unused[] = [];
  for (const { line, values, broken } of rows) {
    const text = values[columns.text] ?? "";
    const label = columns.label === null ? "" : (values[columns.label] ?? "").trim();
    if (broken !== undefined) unused.push({ line, why: `“${broken.value}”应为${broken.expected}` });
    else if (columns.label !== null && text.trim() === "") unused.push({ line, why: "没有文字" });
    else if (columns.label !== null && label === "") unused.push({ line, why: "没有标签" });
    else messages.push({ id: values[columns.id] || String(line), text, label });
  }
  return { messages, unused };
}

type Found = Extract<Messages, { kind: "messages" }>;
