/**
 * 派单目录, the dispatch catalogue: who leads a matter, who assists and what the township does, by item, condition,
 * owner, place, circumstance and time. Versioned data; nothing here knows a unit or an item by name.
 */
import type { Day } from "../time.ts";
import type { TownshipRole } from "../taxonomy.ts";

/** What kind of ground a place is: 城区, 村内, 小区内. */
export type GroundKind = "town" | "village" | "estate";

/** 国省道（含高速）, 县乡道, 城区街道, 村内巷道. */
export type RoadClass = "highway" | "countyRoad" | "street" | "lane";

/** When a rule counts at all: months, kind of day, and hours of the day (`from` ≤ time < `to`, past midnight when `to` ≤ `from`). */
export interface RuleTime {
  readonly months: readonly number[];
  readonly days: "any" | "workday" | "restday";
  /** `HH:MM`; null for the whole day. */
  readonly from: string | null;
  readonly to: string | null;
}

/** One line of the catalogue. An empty list asks for nothing. */
export interface CatalogueRule {
  /** Known for ever: `020101`, `020101-g1`. */
  readonly code: string;
  /** How people call it: 村内路灯. */
  readonly name: string;
  /** Codes of items (6 digits), minor (4) or major classes (2). */
  readonly items: readonly string[];
  /** Filing conditions (立案条件). */
  readonly conditions: readonly string[];
  /** Whose thing it is, by the mark on it or by what was said (权属单位). */
  readonly owners: readonly string[];
  /** Names that must stand in text or address: an estate, a village, a road. */
  readonly names: readonly string[];
  /** Codes of townships (9 digits), villages and communities (12) or cells (15). */
  readonly areas: readonly string[];
  readonly grounds: readonly GroundKind[];
  readonly roads: readonly RoadClass[];
  /** Words of the circumstance (情形), one of which must stand in the text. */
  readonly words: readonly string[];
  readonly time: RuleTime | null;
  /** Leads (主办): a unit's code. Units below the county stand for the township of the place. */
  readonly lead: string;
  /** Assist (协办). */
  readonly assist: readonly string[];
  readonly townshipRole: TownshipRole;
  /** The line of the duty list, the ruling or the document it rests on, in words. */
  readonly basis: string;
}

/** What rules are compared by, see `written` in specific.ts. */
export type Dimension =
  | "item"
  | "condition"
  | "owner"
  | "name"
  | "area"
  | "ground"
  | "road"
  | "words"
  | "time";

/** The rules of one version with what tells units below the county from those of it. */
export interface Catalogue {
  /** 0 for one that was never published. */
  readonly version: number;
  /** First day it is in force. */
  readonly validFrom: Day;
  /** The order in which rules are compared: the first dimension on which they differ decides. */
  readonly order: readonly Dimension[];
  readonly rules: readonly CatalogueRule[];
  /** What speaks for an owner: the words on the thing, or its usual names. */
  readonly ownerWords: readonly OwnerWords[];
}

export interface OwnerWords {
  readonly unit: string;
  readonly words: readonly string[];
}
