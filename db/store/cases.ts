/** What may be asked of cases: rows by id, worklists, pins and histories. */
import type { Box } from "../../geo/near.ts";
import type { Case, CaseEvent, CaseState, Reporter } from "../../server/domain/case.ts";
import type { CasePoint } from "../../server/domain/casePoints.ts";
import type { Clock, DueBy, Lamp } from "../../server/domain/clock.ts";
import type { Mark } from "../../server/domain/marks.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";

/** Filters of the worklist; all of them together, each optional. */
export interface CaseFilter {
  readonly states?: readonly CaseState[];
  readonly lamp?: Lamp;
  /** Due within these instants (from ≤ dueAt < to). */
  readonly dueFrom?: Instant;
  readonly dueTo?: Instant;
  readonly township?: string;
  readonly cell?: string;
  readonly unit?: string;
  readonly holder?: readonly string[];
  /** Held by one of these, or waiting for the part of one that assists (协办). */
  readonly hands?: readonly string[];
  /** Account that a unit named for it (经办人). */
  readonly handler?: string;
  readonly item?: string;
  readonly channel?: string;
  /** Cases that a person must look at (desk reasons not empty). */
  readonly desk?: boolean;
  readonly overdueEver?: boolean;
  /** What lists of supervision ask for (server/domain/marks.ts). */
  readonly mark?: Mark;
  /** Only cases that this unit does not see for its assistance alone (`onlyAssists`, server/view/assignments.ts). */
  readonly beyondAssisting?: { readonly unit: string; readonly account: string };
  /** Words in text, address or number: plain substring for now. */
  readonly words?: string;
  readonly reportedFrom?: Instant;
  readonly reportedTo?: Instant;
  readonly reportedBy?: string;
}

/** Keyset paging: `after` is the cursor of the last row seen. `due` lists open cases only, earliest due first. */
export interface Page {
  readonly sort: "newest" | "due";
  readonly after: string | null;
  readonly limit: number;
}

/** What a row of a worklist shows: without the parts that only the file needs. */
export type ListedCase = Pick<
  Case,
  | "id"
  | "number"
  | "version"
  | "state"
  | "channel"
  | "reportedAt"
  | "reportedBy"
  | "updatedAt"
  | "text"
  | "address"
  | "itemCode"
  | "urgency"
  | "townshipCode"
  | "cellCode"
  | "leadUnit"
  | "holder"
  | "desk"
  | "returns"
  | "reworks"
  | "urges"
  | "missed"
  | "confidential"
  | "warnAt"
  | "dueAt"
  | "severeAt"
  | "dueBy"
  | "rules"
>;

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly next: string | null;
}

/** One point on the map. */
export interface CasePin {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly text: string;
  readonly address: string | null;
  readonly itemCode: string | null;
  readonly cellCode: string | null;
  readonly holder: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly severeAt: Instant | null;
  readonly dueBy: DueBy | null;
}

export type { Box };

/** What the map shows: a box in WGS-84 degrees, at most `limit` pins, the latest changed first. */
export interface MapView {
  readonly box: Box;
  readonly limit: number;
  /** `due`: the earliest due first instead. */
  readonly sort?: "due";
  readonly now: Instant;
}

/** An event as stored: with its place in the chain. Words that were erased are absent from `words`. */
export interface StoredEvent extends CaseEvent {
  /** Fields whose words were erased. */
  readonly erased: readonly string[];
  readonly hash: string;
  readonly previousHash: string;
}

export interface CaseCounts {
  readonly byState: Readonly<Partial<Record<CaseState, number>>>;
  readonly byLamp: Readonly<Record<Lamp, number>>;
  readonly total: number;
}

export interface ArchiveCounts {
  /** Exact only while `more` is false. */
  readonly byState: CaseCounts["byState"];
  readonly total: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/** What tells whether a case file that was read before still stands so: the head of its chain, and all that may be erased. */
export type CaseStand = Pick<Case, "headHash" | "text" | "address" | "contactable">;

export interface FoundCase {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

export interface CaseQueries {
  byId(id: string): Promise<Case | null>;
  byReportId(reportId: string): Promise<Case | null>;
  byNumber(number: string): Promise<Case | null>;
  /** Case with its clocks, for a decision. */
  file(id: string): Promise<FoundCase | null>;
  /** Many at once, in no order; those that are not there are missing. */
  files(ids: readonly string[]): Promise<readonly FoundCase[]>;
  stand(id: string): Promise<CaseStand | null>;
  list(scope: Scope, filter: CaseFilter, page: Page, now: Instant): Promise<CasePage>;
  /** Rows per filter, for tabs and tiles: open cases by state and lamp. Bounded by the number of open cases. */
  counts(scope: Scope, filter: CaseFilter, now: Instant): Promise<CaseCounts>;
  /** Rows of the list under the same filters, also those that are over; counted up to `most` and no further. */
  archiveCounts(scope: Scope, filter: CaseFilter, now: Instant, most: number): Promise<ArchiveCounts>;
  pins(scope: Scope, filter: CaseFilter, view: MapView): Promise<readonly CasePin[]>;
  /** Everything that has a place, for a map that shows all of it at once; the newest first, at most `limit`. */
  points(
    scope: Scope,
    filter: CaseFilter,
    view: Pick<MapView, "limit" | "now">,
  ): Promise<readonly CasePoint[]>;
  history(caseId: string): Promise<readonly StoredEvent[]>;
  eventByCommand(caseId: string, commandId: string): Promise<StoredEvent | null>;
  reporter(caseId: string): Promise<Reporter | null>;
  /** Cases that somebody with this number reported, newest first. */
  ofPhone(phone: string, limit: number): Promise<readonly Case[]>;
  /** Erases the personal data of a case (identity and sealed words); the chain stays valid. */
  erase(caseId: string): Promise<void>;
}
