/** Rows of a file of components, judged one by one: what can be kept, and what is wrong with the rest and why. */
import type { Instant } from "../time.ts";
import {
  classOf,
  type Component,
  type ComponentBook,
  type ComponentState,
  partsOfCode,
} from "./component.ts";

/** A row as it was read; a column that the file does not have is an empty text. */
export interface ComponentRow {
  /** Line of the file, or number of the feature, from 1. */
  readonly line: number;
  readonly code: string;
  readonly className: string;
  readonly name: string;
  readonly owner: string;
  readonly unit: string;
  readonly state: string;
  readonly lng: string;
  readonly lat: string;
}

export type ComponentColumn = Exclude<keyof ComponentRow, "line">;

export type ComponentFaultKind =
  | "code"
  | "county"
  | "unknownClass"
  | "otherClass"
  | "double"
  | "owner"
  | "unit"
  | "state"
  | "point"
  | "swapped"
  | "outside";

export interface ComponentFault {
  readonly line: number;
  readonly kind: ComponentFaultKind;
  readonly column: ComponentColumn;
  readonly value: string;
  readonly expected: string;
}

/** Where a point lies; `cell` is null outside the county. */
export interface PlacedPoint {
  readonly lng: number;
  readonly lat: number;
  readonly cell: string | null;
  /** Latitude and longitude were exchanged: the other way round it lies in the county, and `cell` says so if that was asked. */
  readonly isSwapped: boolean;
}

export interface RowsContext {
  readonly book: ComponentBook;
  /** 6 digits. */
  readonly county: string;
  /** Code or any name of a unit → its code. */
  readonly unitCalled: (name: string) => string | null;
  /** From the datum of the file to WGS-84 and its cell; null for what is no point. */
  readonly place: (lng: number, lat: number) => PlacedPoint | null;
  readonly source: string;
  readonly now: Instant;
}

export interface CheckedRows {
  readonly components: readonly Component[];
  readonly faults: readonly ComponentFault[];
  /** Rows whose latitude and longitude look exchanged, read as they stand or the other way round as the context says. */
  readonly swapped: number;
}

export function checkRows(rows: readonly ComponentRow[], context: RowsContext): CheckedRows {
  const components: Component[] = [];
  const faults: ComponentFault[] = [];
  const lineByCode = new Map<string, number>();
  let swapped = 0;
  for (const row of rows) {
    const checked = checkRow(row, context);
    if (checked.isSwapped) swapped += 1;
    const before = lineByCode.get(row.code);
    const double =
      before === undefined ? [] : [fault(row, "code", "double", `不重复的标识码（第 ${before} 行已有）`)];
    if (before === undefined) lineByCode.set(row.code, row.line);
    const wrong = [...checked.faults, ...double];
    faults.push(...wrong);
    if (wrong.length === 0 && checked.component !== null) components.push(checked.component);
  }
  return { components, faults, swapped };
}

export const componentStateWords: Readonly<Record<ComponentState, string>> = {
  inUse: "在用",
  outOfUse: "停用",
  removed: "已拆除",
};

interface CheckedRow {
  readonly component: Component | null;
  readonly faults: readonly ComponentFault[];
  readonly isSwapped: boolean;
}

function checkRow(row: ComponentRow, context: RowsContext): CheckedRow {
  const { book, source, now } = context;
  const placed = context.place(numberIn(row.lng), numberIn(row.lat));
  const owner = row.owner === "" ? null : context.unitCalled(row.owner);
  const unit = row.unit === "" ? owner : context.unitCalled(row.unit);
  const state = stateOf(row.state);
  const faults = [
    ...codeFaults(row, context),
    ...(row.owner !== "" && owner === null
      ? [fault(row, "owner", "owner", "本县单位的代码、全称或简称")]
      : []),
    ...(row.unit !== "" && unit === null ? [fault(row, "unit", "unit", "本县单位的代码、全称或简称")] : []),
    ...(state === null ? [fault(row, "state", "state", Object.values(componentStateWords).join("、"))] : []),
    ...pointFaults(row, placed),
  ];
  const isSwapped = placed?.isSwapped ?? false;
  if (faults.length > 0 || placed === null || state === null) return { component: null, faults, isSwapped };
  const classCode = partsOfCode(row.code, book)?.classCode ?? "";
  const component: Component = {
    code: row.code,
    classCode,
    name: row.name === "" ? (classOf(book, classCode)?.name ?? row.code) : row.name,
    owner,
    unit,
    cellCode: placed.cell,
    lng: placed.lng,
    lat: placed.lat,
    state,
    source,
    updatedAt: now,
  };
  return { component, faults, isSwapped };
}

function codeFaults(row: ComponentRow, { book, county }: RowsContext): readonly ComponentFault[] {
  const { code: form } = book;
  const parts = partsOfCode(row.code, book);
  if (parts === null) {
    const length = form.county + form.class + form.serial;
    return [
      fault(
        row,
        "code",
        "code",
        `${length} 位数字：区划 ${form.county}＋大小类 ${form.class}＋流水 ${form.serial}`,
      ),
    ];
  }
  if (parts.county !== county) return [fault(row, "code", "county", `以本县区划代码 ${county} 开头`)];
  const found = classOf(book, parts.classCode);
  if (found === null)
    return [fault(row, "code", "unknownClass", `第 7—10 位是部件目录里的小类；${parts.classCode} 没有`)];
  const isOther = row.className !== "" && row.className !== found.name && row.className !== found.code;
  return isOther
    ? [fault(row, "className", "otherClass", `与标识码一致的小类：${found.code} ${found.name}`)]
    : [];
}

function pointFaults(row: ComponentRow, placed: PlacedPoint | null): readonly ComponentFault[] {
  const given = `${row.lng},${row.lat}`;
  const wrong = (kind: ComponentFaultKind, expected: string) => [
    { ...fault(row, "lng", kind, expected), value: given },
  ];
  if (placed === null) return wrong("point", "经度 -180 到 180、纬度 -90 到 90 的数");
  if (placed.cell !== null) return [];
  return placed.isSwapped
    ? wrong("swapped", "经度在前、纬度在后；这里像是写反了")
    : wrong("outside", "本县网格以内的点；请核对坐标和坐标系");
}

function fault(
  row: ComponentRow,
  column: ComponentColumn,
  kind: ComponentFaultKind,
  expected: string,
): ComponentFault {
  return { line: row.line, kind, column, value: row[column], expected };
}

function numberIn(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}

function stateOf(text: string): ComponentState | null {
  if (text === "") return "inUse";
  const states: readonly ComponentState[] = ["inUse", "outOfUse", "removed"];
  return states.find((state) => state === text || componentStateWords[state] === text) ?? null;
}
