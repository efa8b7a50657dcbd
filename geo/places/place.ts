import type { Position } from "../cell.ts";
import type { Point } from "../point.ts";

/** What a name can stand for. A `landmark` 地标 is a hospital, a market, a school, or what people taught us. */
export type PlaceKind = "township" | "community" | "village" | "landmark";

/** A line of the gazetteer: what people call a place, and where it is. Villages have no code of their own. */
export interface Place {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly townshipCode: string;
  readonly communityCode?: string;
  /** Left out when the place is spread over several cells. */
  readonly cellCode?: string;
  readonly point: Point;
  /** The day on which people taught this name; absent for what the county's own lists hold. */
  readonly learnedOn?: string;
}

/** A road with its course, for the crossings. */
export interface Road {
  readonly name: string;
  readonly line: readonly Position[];
}

/** Everything in a county that has a name 地名库. Plain data: it can be sent to a phone. */
export interface Gazetteer {
  /** Names of the county and of what lies above it, as they stand before an address: 山东省, 日照市, 莒县. */
  readonly above: readonly string[];
  readonly places: readonly Place[];
  readonly roads: readonly Road[];
}

/** How closely the words say where it is; a guess is never more precise than the words. */
export type Precision = "point" | "street" | "village" | "community" | "township";

/** How the words were matched: as they are spelled, or only by their sound (同音字). */
export type Heard = "spelled" | "sounded";

/** A place that a text may mean. */
export interface PlaceGuess {
  /** As on a chip: 城阳街道岳家村, 振兴路与莒州路交叉口东50米. */
  readonly name: string;
  readonly precision: Precision;
  readonly heard: Heard;
  readonly point: Point;
  /** Of the cell (15 digits), community (12) or township (9) that holds it, as far as the words say; or empty. */
  readonly code: string;
  /**
   * The beginning of `code` on which nothing else that the words may mean disagrees: this much may be assigned
   * without asking. Empty for whatever was only sounded, was cut out of a longer word, or is contradicted.
   */
  readonly settled: string;
  /** People taught this name on that day. */
  readonly learnedOn?: string;
}

/** The finest code of a place. */
export function codeOf({ townshipCode, communityCode, cellCode }: Omit<Place, "kind">): string {
  return cellCode ?? communityCode ?? townshipCode;
}

/** The longest code of 9, 12 or 15 digits with which both codes begin; empty when the townships differ. */
export function sharedCode(a: string, b: string): string {
  const length = [15, 12, 9].find(
    (digits) => a.length >= digits && a.slice(0, digits) === b.slice(0, digits),
  );
  return length === undefined ? "" : a.slice(0, length);
}
