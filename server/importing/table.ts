/** A file of messages as rows of named values, each with the line where it begins. */
import Papa from "papaparse";

export interface Table {
  /** In the order of their first appearance. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** The row could not be read at all: what was found and what was expected. */
  readonly broken?: { readonly value: string; readonly expected: string };
}

export type Format = "csv" | "jsonl";

/** By the ending of the name; without a telling one, by the first character. */
export function formatOf(fileName: string, text: string): Format {
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return "jsonl";
  if (/\.(csv|tsv|txt)$/i.test(fileName)) return "csv";
  return text.trimStart().startsWith("{") ? "jsonl" : "csv";
}

export function readTable(text: string, format: Format): Table {
  return format === "csv" ? readCsv(text) : readJsonl(text);
}

/** Comma, tab or semicolon; quoted values may run over several lines. */
function readCsv(text: string): Table {
  const lineAt = lineCounter(text);
  const cells = createCells();
  let begin = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, meta, errors }) => {
      const line = lineAt(begin);
      begin = meta.cursor;
      cells.add(line, { data, brokenQuote: errors.some((error) => error.type === "Quotes") });
    },
  });
  return cells.table();
}

interface RowCells {
  readonly data: readonly string[];
  readonly brokenQuote: boolean;
}

/** Rows of cells → a table. The first row that is not blank names the columns. */
export function createCells(): {
  readonly add: (line: number, cells: RowCells) => void;
  readonly table: () => Table;
} {
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  return {
    add(line, cells) {
      if (cells.data.every((value) => value.trim() === "")) return;
      if (columns === null) columns = cells.data.map((name, index) => name.trim() || `column${index + 1}`);
      else rows.push(rowOf(line, columns, cells));
    },
    table: () => ({ columns: columns ?? [], rows }),
  };
}

/** The one that stands most often in the heading; a comma where there is none. */
function delimiterOf(text: string): string {
  const [heading = ""] = text.trimStart().split(/[\r\n]/, 1);
  const often = (mark: string) => heading.split(mark).length;
  return [",", "\t", ";", "|"].reduce((best, mark) => (often(mark) > often(best) ? mark : best));
}

function rowOf(line: number, columns: readonly string[], { data, brokenQuote }: RowCells): TableRow {
  const values = Object.fromEntries(columns.map((name, index) => [name, data[index] ?? ""]));
  if (brokenQuote)
    return { line, values, broken: { value: data.join(",").slice(0, 80), expected: "引号成对" } };
  const surplus = data.slice(columns.length).some((value) => value.trim() !== "");
  return surplus
    ? { line, values, broken: { value: `${data.length} 列`, expected: `${columns.length} 列` } }
    : { line, values };
}

/** One JSON object per line; objects inside are flattened: `reporter.phone`. */
function readJsonl(text: string): Table {
  const columns = new Set<string>();
  const rows: TableRow[] = [];
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    if (source.trim() === "") continue;
    const values = parseObject(source);
    if (values === null) {
      const broken = { value: source.slice(0, 80), expected: "一行一个 JSON 对象" };
      rows.push({ line: index + 1, values: {}, broken });
      continue;
    }
    for (const name of Object.keys(values)) columns.add(name);
    rows.push({ line: index + 1, values });
  }
  return { columns: [...columns], rows };
}

function parseObject(source: string): Record<string, string> | null {
  try {
    const parsed: unknown = JSON.parse(source);
    return isObject(parsed) ? flatten(parsed) : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function flatten(row: Record<string, unknown>, prefix = ""): Record<string, string> {
  return Object.entries(row).reduce<Record<string, string>>((flat, [name, value]) => {
    if (isObject(value)) return { ...flat, ...flatten(value, `${prefix}${name}.`) };
    return { ...flat, [prefix + name]: textOf(value) };
  }, {});
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(",");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Offsets are asked in rising order, so lines are counted once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen += 1) if (text.charCodeAt(seen) === 10) line += 1;
    return line;
  };
}
