/** What the API says of county data. */
import type { Instant } from "../time.ts";
import type { CountyBody, CountySubject } from "./subjects.ts";
import type { Difference } from "./differences.ts";
import type { VersionRow } from "../versionHead.ts";
import type { CountyHead } from "./version.ts";

export interface SubjectHead {
  readonly subject: CountySubject;
  /** 1 while the county keeps to what the program brings. */
  readonly version: number;
  readonly validFrom: string | null;
  readonly by: string | null;
  /** Published, and not in force yet. */
  readonly coming: { readonly version: number; readonly validFrom: string } | null;
  readonly hasDraft: boolean;
}

/** GET /api/county */
export interface CountyAnswer {
  readonly subjects: readonly SubjectHead[];
  /** 提前预警: the calendar is about to end, or has ended. */
  readonly calendarEnding: string | null;
  readonly now: Instant;
}

/** One thing that is wrong: where, what stands there, what was expected. */
export interface CountyFault {
  readonly file: string;
  readonly path: string;
  readonly given: string;
  readonly expected: string;
  /** Stops a publication. */
  readonly grave: boolean;
}

export interface CountyDraft {
  readonly version: number;
  readonly revision: number;
  readonly note: string;
  readonly changedAt: Instant;
  readonly by: string;
  readonly body: CountyBody;
  readonly faults: readonly CountyFault[];
  readonly changes: readonly Difference[];
}

/** GET /api/county/:subject */
export interface SubjectAnswer extends SubjectHead {
  /** As it counts now. */
  readonly body: CountyBody;
  readonly draft: CountyDraft | null;
  readonly versions: readonly (CountyHead & VersionRow)[];
  readonly now: Instant;
}

export interface TrialTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly caseId: string | null;
    readonly cells: readonly string[];
  }[];
  /** All there are; the rows are the first of them. */
  readonly total: number;
}

/** POST /api/county/:subject/trial: what the draft would have meant. Nothing is changed by asking. */
export interface CountyTrial extends TrialTable {
  /** What was looked at and what it says, in sentences. */
  readonly words: readonly string[];
  /** Where lines come or go: the cases whose clocks would be measured by another line, one by one. */
  readonly cases?: TrialTable;
}
