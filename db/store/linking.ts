/** Cases that are bound to each other, and open ones that may be the same matter. */
import type { Case } from "../../server/domain/case.ts";
import type { Clock } from "../../server/domain/clock.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Box } from "./cases.ts";

export interface BoundFile {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

export interface Within {
  readonly since: Instant;
  /** Without it the whole of the scope. */
  readonly box?: Box;
  /** Without it all of them. */
  readonly limit?: number;
}

export interface LinkingQueries {
  /** Cases merged into this one, oldest first, with their clocks. */
  followersOf(leadId: string): Promise<readonly BoundFile[]>;
  /** Parts that this case was split into, oldest first, with their clocks. */
  partsOf(parentId: string): Promise<readonly BoundFile[]>;
  /** What a unit answered to reporters since an instant, latest first; erased words are left out. */
  answersOf(
    unit: string,
    since: Instant,
    limit: number,
  ): Promise<readonly { readonly caseId: string; readonly number: string; readonly text: string }[]>;
  /** Open cases without a result yet, the newest first: those that a report may be one with. */
  compared(scope: Scope, within: Within): Promise<readonly ComparedCase[]>;
  /** Those of these cases that `compared` would find, whenever they were reported; in no order. */
  comparedOf(ids: readonly string[]): Promise<readonly ComparedCase[]>;
  /** Every case with a place that was reported since; in no order. */
  placed(since: Instant): Promise<readonly PlacedCase[]>;
  /** Those of these cases that have a place, whenever they were reported. */
  placedOf(ids: readonly string[]): Promise<readonly PlacedCase[]>;
}

/** Where and when a case was, what of, and all that says who may see it. */
export type PlacedCase = Pick<
  Case,
  | "id"
  | "number"
  | "state"
  | "itemCode"
  | "cellCode"
  | "townshipCode"
  | "leadUnit"
  | "reportedAt"
  | "reportedBy"
  | "rules"
> & { readonly spot: { readonly lng: number; readonly lat: number } };

/** What is compared of an open case, and what is shown of it beside another. */
export type ComparedCase = Pick<
  Case,
  | "id"
  | "number"
  | "state"
  | "text"
  | "address"
  | "itemCode"
  | "reading"
  | "cellCode"
  | "townshipCode"
  | "leadUnit"
  | "holder"
  | "reportedAt"
  | "reportedBy"
  | "confidential"
  | "rules"
> & { readonly spot: { readonly lng: number; readonly lat: number } | null };
