/** A table as a file to open in a spreadsheet: CSV whose cells are no formulas, or a workbook (.xlsx) whose texts are texts. */
import { strToU8, zipSync } from "fflate";
import Papa from "papaparse";
import { formulas } from "../formulas.ts";
import type { Cell } from "./columns.ts";

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Last line: who took it out, and when. */
  readonly stamp: string;
}

/** With a byte order mark, or a spreadsheet reads the Chinese as nonsense. */
export function csvOf({ head, rows, stamp }: Sheet): string {
  const lines = [head, ...rows, [stamp]];
  return `\uFEFF${Papa.unparse(
    lines.map((line) => [...line]),
    { escapeFormulae: formulas, newline: "\r\n" },
  )}\r\n`;
}

/** @param at its day stands in the archive, so that the same table is the same file. */
export function workbookOf(sheet: Sheet, at: number): Uint8Array {
  const parts = Object.entries(partsOf(sheet)).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(parts), { mtime: at, level: 6 });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function partsOf(sheet: Sheet): Readonly<Record<string, string>> {
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet.name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": sheetXml(sheet),
  };
}

function relation(type: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

/** The head stays while one scrolls. */
function sheetXml({ head, rows, stamp }: Sheet): string {
  const lines = [head, ...rows, [stamp]].map((cells, at) => rowXml(cells, at + 1)).join("");
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="16" defaultRowHeight="15"/><sheetData>${lines}</sheetData></worksheet>`;
}

function rowXml(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, at) => {
    const place = `${columnName(at)}${row}`;
    return typeof cell === "number"
      ? `<c r="${place}"><v>${cell}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${columnName(Math.floor(at / 26) - 1)}${last}`;
}

/** XML knows no control characters but these three. */
function escaped(words: string): string {
  return words
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
