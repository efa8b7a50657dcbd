/** What is known of a matter when a unit is sought for it; unknown things stay unknown, and a rule that asks for them does not match. */
import type { Case } from "../case.ts";
import type { Calendar } from "../calendar.ts";
import type { CaseComponent } from "../component/component.ts";
import type { Precedent } from "../precedent.ts";
import { dayNumber, type Instant, wallClock } from "../time.ts";
import type { GroundKind, RoadClass } from "./rule.ts";

export interface Facts {
  readonly itemCode: string | null;
  readonly conditionCode: string | null;
  /** 9, 12 and 15 digits; the longest known. */
  readonly areaCode: string | null;
  readonly ground: Known<GroundKind> | null;
  readonly road: Known<RoadClass> | null;
  /** 部件 that was named: its register says whose it is, whatever the text says. */
  readonly component: CaseComponent | null;
  /** Text and address, for names, owners and circumstances. */
  readonly words: string;
  /** Month 1 … 12, `HH:MM`, and whether offices work on that day, when it was reported. */
  readonly month: number;
  readonly clock: string;
  readonly isWorkday: boolean;
  /** 首接单位: whoever had it first leads while it is unclear. */
  readonly firstUnit: string | null;
  /** An earlier ruling that speaks for a unit. */
  readonly precedent: KnownRuling | null;
}

/** A value with the word of the text that says so; null where the grid code says so. */
export interface Known<T> {
  readonly value: T;
  readonly word: string | null;
}

export type KnownRuling = Pick<Precedent, "caseId" | "at" | "unit" | "against" | "townshipCode">;

export type FactSource = Pick<
  Case,
  "itemCode" | "conditionCode" | "townshipCode" | "cellCode" | "text" | "address" | "reportedAt"
> &
  Partial<Pick<Case, "rules" | "returns">>;

export function factsOf(found: FactSource, calendar: Calendar, precedent: KnownRuling | null = null): Facts {
  const words = `${found.address ?? ""} ${found.text}`;
  const areaCode = found.cellCode ?? found.townshipCode;
  const ground = groundOf(words, areaCode);
  return {
    itemCode: found.itemCode,
    conditionCode: found.conditionCode,
    areaCode,
    ground,
    road: roadOf(words, ground),
    component: found.rules?.component ?? null,
    words,
    ...momentOf(found.reportedAt, calendar),
    firstUnit: found.rules?.firstUnit ?? null,
    precedent,
  };
}

function momentOf(at: Instant, calendar: Calendar): Pick<Facts, "month" | "clock" | "isWorkday"> {
  const { kind } = calendar.day(dayNumber(at));
  const written = wallClock(at);
  return {
    month: Number(written.slice(5, 7)),
    clock: written.slice(11, 16),
    isWorkday: kind === "workday" || kind === "makeup",
  };
}

const ESTATE = /小区|公寓|花园|家园|单元楼|楼道|号楼|业主|物业/u;
const VILLAGE = /村(?!镇|村通)/u;

/** Words of somebody who was there come first; then the code: villagers' committees have 200 … 399 (统计用区划代码). */
function groundOf(words: string, areaCode: string | null): Known<GroundKind> | null {
  const estate = ESTATE.exec(words)?.[0];
  if (estate !== undefined) return { value: "estate", word: estate };
  const serial = areaCode !== null && areaCode.length >= 12 ? Number(areaCode.slice(9, 12)) : 0;
  if (serial >= 200 && serial < 400) return { value: "village", word: null };
  if (serial > 0 && serial < 200) return { value: "town", word: null };
  const village = VILLAGE.exec(words)?.[0];
  return village === undefined ? null : { value: "village", word: village };
}

const ROADS: readonly (readonly [RoadClass, RegExp])[] = [
  ["highway", /高速|国道|省道|国省道|[GS]\d{2,4}/iu],
  ["countyRoad", /县道|乡道|县乡道|[XY]\d{3}/iu],
  ["lane", /村道|巷道|胡同|巷子|村里的?路|村内路/u],
];
const STREET = /路|大街|大道/u;

/** A road without a class is a street where the ground is town. */
function roadOf(words: string, ground: Known<GroundKind> | null): Known<RoadClass> | null {
  for (const [value, pattern] of ROADS) {
    const word = pattern.exec(words)?.[0];
    if (word !== undefined) return { value, word };
  }
  const street = ground?.value === "town" ? STREET.exec(words)?.[0] : undefined;
  return street === undefined ? null : { value: "street", word: street };
}
