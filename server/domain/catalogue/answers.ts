/** What the API says of the dispatch catalogue. */
import type { Named } from "../named.ts";
import type { Instant } from "../time.ts";
import type { CatalogueRule } from "./rule.ts";
import type { VersionRow } from "../versionHead.ts";

export interface RuleRow {
  readonly rule: CatalogueRule;
  /** What it asks for, in words. */
  readonly asks: string;
  readonly lead: Named;
  readonly assist: readonly Named[];
  /** Units of it that are closed, and who goes on with their matters: sentences. */
  readonly closed: readonly string[];
}

export interface FaultRow {
  readonly kind: "unknownCode" | "doubleCode" | "hole" | "conflict" | "closedUnit" | "toTownship";
  /** Stops a publication. */
  readonly grave: boolean;
  readonly message: string;
}

/** GET /api/catalogue */
export interface CatalogueAnswer {
  /** 0 while nothing was published: the duty list alone counts. */
  readonly version: number;
  readonly validFrom: string;
  readonly rules: readonly RuleRow[];
  /** Of the draft where there is one, else of what is in force. */
  readonly faults: readonly FaultRow[];
  readonly versions: readonly VersionRow[];
  readonly draft: DraftAnswer | null;
  readonly proposals: readonly {
    readonly row: RuleRow;
    readonly numbers: readonly string[];
    readonly isRuled: boolean;
  }[];
  readonly mayEdit: boolean;
  readonly now: Instant;
}

export interface DraftAnswer {
  readonly version: number;
  readonly revision: number;
  readonly note: string;
  readonly changedAt: Instant;
  readonly by: string;
  readonly changes: readonly { readonly kind: "added" | "removed" | "changed"; readonly row: RuleRow }[];
}

/** POST /api/catalogue/trial: last month's cases by the draft. */
export interface TrialAnswer {
  readonly days: number;
  readonly cases: number;
  readonly moved: number;
  readonly newlyUnclear: number;
  readonly byUnit: readonly { readonly unit: Named; readonly gained: number; readonly lost: number }[];
  /** The latest of them; without id and words for who may see no cases. */
  readonly rows: readonly {
    readonly id: string | null;
    readonly number: string | null;
    readonly text: string | null;
    readonly item: Named | null;
    readonly before: Named;
    readonly after: Named;
    readonly beforeRule: string | null;
    readonly afterRule: string | null;
  }[];
}
