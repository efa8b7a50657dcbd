/** What the server tells of 部件: shapes of the API's answers, shared with the screens. */
import type { Named } from "../named.ts";
import type { CaseState } from "../case.ts";
import type { Instant } from "../time.ts";
import type { ComponentState } from "./component.ts";

export interface ComponentListRow {
  readonly code: string;
  readonly class: Named;
  readonly name: string;
  /** null: not registered. */
  readonly owner: Named | null;
  readonly unit: Named | null;
  readonly cell: Named | null;
  readonly township: Named | null;
  readonly point: { readonly lng: number; readonly lat: number };
  readonly state: ComponentState;
  /** Cases of it ever, open now, and within the window of 反复故障. */
  readonly cases: number;
  readonly open: number;
  readonly lately: number;
  /** 反复故障 */
  readonly repeated: boolean;
  readonly lastReportedAt: Instant | null;
}

/** GET /api/components */
export interface ComponentsAnswer {
  readonly rows: readonly ComponentListRow[];
  readonly total: number;
  /** Code after which the next page begins; null on the last one. */
  readonly next: string | null;
  readonly classes: readonly Named[];
  /** What counts as 反复故障. */
  readonly rule: { readonly cases: number; readonly days: number };
  readonly mayImport: boolean;
  readonly now: Instant;
}

/** GET /api/components/:code */
export interface ComponentAnswer extends ComponentListRow {
  readonly source: string;
  readonly updatedAt: Instant;
  /** How often it was put right, and when last. */
  readonly mended: number;
  readonly lastMendedAt: Instant | null;
  readonly history: readonly ComponentCaseRow[];
  readonly rule: { readonly cases: number; readonly days: number };
  readonly now: Instant;
}

/** Of a case that a person may not see, its state and times alone. */
export interface ComponentCaseRow {
  readonly id: string | null;
  readonly number: string | null;
  readonly state: CaseState;
  readonly item: Named | null;
  readonly leadUnit: Named | null;
  readonly reportedAt: Instant;
  readonly closedAt: Instant | null;
  readonly text: string | null;
}

/** A component to choose from when reporting. */
export interface NearComponent {
  readonly code: string;
  readonly class: Named;
  readonly name: string;
  readonly owner: Named | null;
  readonly point: { readonly lng: number; readonly lat: number };
  /** Items that are faults of it. */
  readonly items: readonly string[];
}

/** GET /api/components/near: the nearest first. */
export interface NearComponentsAnswer {
  readonly rows: readonly (NearComponent & {
    readonly metres: number;
    /** Open cases of it now. */
    readonly open: number;
  })[];
}

/** GET /api/components/mine: those of one's own cells, for the phone to keep. */
export interface OwnComponentsAnswer {
  readonly rows: readonly NearComponent[];
  readonly now: Instant;
}

/** POST /api/components/import */
export interface ComponentImportAnswer {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** The first of them, in sentences. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  readonly faultCount: number;
  readonly unused: readonly string[];
  /** Everything lies off: what it probably is, to accept with one tap. */
  readonly offset: { readonly message: string; readonly datum: "gcj02" | "bd09" | null } | null;
  /** Other ways to read the file that bring rows into the county; each is asked for by one tap. */
  readonly offers: readonly {
    readonly kind: "swapped" | "datum";
    /** The datum to read the file in; null: the one it was read in. */
    readonly datum: "gcj02" | "bd09" | null;
    readonly rows: number;
    readonly message: string;
  }[];
  /** Rows that were read with latitude and longitude exchanged. */
  readonly turned: number;
  readonly stored: boolean;
}
