/**
 * 部件, things of the city that stand somewhere and belong to somebody: lamps, manhole covers, bins. Their classes and the
 * form of their codes are data (fixtures/components.json).
 */
import type { Case } from "../case.ts";
import type { Instant } from "../time.ts";

export type ComponentState =
  | "inUse" // 在用
  | "outOfUse" // 停用
  | "removed"; // 已拆除

export interface Component {
  /** 部件标识码, 16 digits: county 6, class 4, serial 6. */
  readonly code: string;
  readonly classCode: string;
  /** How people on the spot know it: 振兴路路灯 12 号杆. */
  readonly name: string;
  /** 权属单位: code of a unit; null while nobody knows whose it is. */
  readonly owner: string | null;
  /** 养护（责任）单位: who mends it. */
  readonly unit: string | null;
  readonly cellCode: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly state: ComponentState;
  /** 来源: the survey or file it comes from. */
  readonly source: string;
  readonly updatedAt: Instant;
}

export interface ComponentClass {
  /** Major and minor class, 2 + 2 digits. */
  readonly code: string;
  readonly name: string;
  /** 定位精度: A to half a metre, B to a metre, C to ten. */
  readonly precision: "A" | "B" | "C";
  /** Whose they usually are, and who usually mends them. */
  readonly owner: string | null;
  readonly unit: string | null;
  /** Items that are faults of the thing itself; anything else near it is an event. */
  readonly items: readonly string[];
}

export interface ComponentBook {
  readonly version: string;
  /** Digits of each part of a code. */
  readonly code: { readonly county: number; readonly class: number; readonly serial: number };
  /** 反复故障: so many cases within so many days. */
  readonly repeated: { readonly cases: number; readonly days: number };
  readonly majors: readonly { readonly code: string; readonly name: string }[];
  readonly classes: readonly ComponentClass[];
}

/** What a case keeps of its component, as it was when it was reported. */
export interface CaseComponent {
  readonly code: string;
  readonly name: string;
  readonly owner: string | null;
  readonly unit: string | null;
  /** Items that are faults of it. */
  readonly items: readonly string[];
}

/** A component as a case keeps it, and where it stands: the place of a report that names no other. */
export interface ComponentAt {
  readonly kept: CaseComponent;
  readonly point: NonNullable<Case["point"]>;
}

export function componentOfCase(
  { code, name, classCode, owner, unit }: Component,
  book: ComponentBook,
): CaseComponent {
  return { code, name, owner, unit, items: classOf(book, classCode)?.items ?? [] };
}

export function classOf({ classes }: ComponentBook, code: string): ComponentClass | null {
  return classes.find((row) => row.code === code) ?? null;
}

/** The parts of a code; null when it has another length or other signs than digits. */
export function partsOfCode(
  code: string,
  { code: form }: Pick<ComponentBook, "code">,
): { readonly county: string; readonly classCode: string; readonly serial: string } | null {
  const length = form.county + form.class + form.serial;
  if (code.length !== length || !/^\d+$/u.test(code)) return null;
  const serialAt = form.county + form.class;
  return {
    county: code.slice(0, form.county),
    classCode: code.slice(form.county, serialAt),
    serial: code.slice(serialAt),
  };
}
