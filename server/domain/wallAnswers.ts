/** GET /api/overview/wall: what waits for me, how it goes, and what is hot. Every number has an address of its cases. */
import type { Named } from "./named.ts";
import type { Mark } from "./marks.ts";
import type { Instant } from "./time.ts";

export interface TrendPoint {
  /** `2026-11-20`, or `2026-11` for a month. */
  readonly when: string;
  readonly reported: number;
  /** The same day or month of the year before; null where nothing was kept of it. */
  readonly lastYear: number | null;
}

export interface Hot {
  readonly of: Named;
  /** Of the last seven days, today included. */
  readonly reported: number;
  /** Of the seven days before. */
  readonly before: number;
}

export interface WallAnswer {
  readonly needs: readonly { readonly mark: Mark; readonly count: number }[];
  readonly days: readonly TrendPoint[];
  readonly months: readonly TrendPoint[];
  readonly items: readonly Hot[];
  readonly places: readonly Hot[];
  readonly now: Instant;
}
