/** What the server tells of cases that belong together: shapes of the API's answers, shared with the screens. */
import type { Named } from "../named.ts";
import type { CaseState } from "../case.ts";
import type { Instant } from "../time.ts";
import type { PrecedentGround } from "./rankPrecedents.ts";

/** GET /api/cases/:id/precedents: earlier rulings that a dispatcher or ruler should know, the nearest first. */
export interface PrecedentsAnswer {
  readonly rows: readonly PrecedentRow[];
}

export interface PrecedentRow {
  /** null for people who may not see its case, as the number and the words are. */
  readonly caseId: string | null;
  readonly number: string | null;
  readonly at: Instant;
  readonly item: Named | null;
  readonly township: Named | null;
  /** Who must handle it since. */
  readonly unit: Named;
  /** Who had said "not ours". */
  readonly against: Named;
  /** The line of the duty list it rests on. */
  readonly basis: Named;
  readonly level: number;
  readonly grounds: readonly PrecedentGround[];
  /** Words of the ruling; null for people who may not see its case. */
  readonly note: string | null;
  /** May this person open the case? */
  readonly visible: boolean;
}

/** A case beside another one. */
export interface BoundRow {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly reportedAt: Instant;
  readonly item: Named | null;
  readonly leadUnit: Named | null;
  /** null for a person who may see neither it nor the case it is bound to. */
  readonly text: string | null;
  /** May this person open it? */
  readonly visible: boolean;
}

/** What speaks for two cases being one matter. */
export interface SuspectRow extends BoundRow {
  readonly address: string | null;
  readonly score: number;
  /** null when one of them has no place of its own. */
  readonly metres: number | null;
  readonly hours: number;
  readonly alike: number;
  readonly sameItem: boolean;
  /** Its reporter said so. */
  readonly said: boolean;
}

export interface LinkRow extends BoundRow {
  /** Code of the list `link` of reasons. */
  readonly kind: string;
  readonly at: Instant;
}

/** GET /api/cases/:id/bonds: the cases it belongs together with, and those it may belong together with. */
export interface BondsAnswer {
  readonly lead: BoundRow | null;
  readonly followers: readonly BoundRow[];
  /** Different people who reported it; 1 without a group. */
  readonly voices: number;
  /** The case it is a part of (分办). */
  readonly whole: BoundRow | null;
  readonly parts: readonly BoundRow[];
  readonly links: readonly LinkRow[];
  readonly suspects: readonly SuspectRow[];
}

/** GET /api/duplicates: open cases of the person's area that may be one matter, in groups around one lead. */
export interface DuplicatesAnswer {
  readonly groups: readonly SuspectGroup[];
  /** Cases that were compared. */
  readonly compared: number;
  /** More are open than can be compared at once: the newest were. */
  readonly cut: boolean;
  readonly now: Instant;
}

export interface SuspectGroup {
  readonly lead: SuspectLead;
  readonly others: readonly SuspectRow[];
}

export interface SuspectLead extends BoundRow {
  readonly address: string | null;
  readonly voices: number;
}

/** POST /api/near {text, point, itemCode?}: what is under way near a report that is being written. */
export interface NearAnswer {
  readonly rows: readonly NearRow[];
}

export interface NearRow {
  readonly id: string;
  readonly item: Named | null;
  readonly metres: number;
  readonly reportedAt: Instant;
  readonly step: "received" | "working";
  readonly voices: number;
  /** Only for people who may see the case. */
  readonly number: string | null;
  readonly text: string | null;
}
