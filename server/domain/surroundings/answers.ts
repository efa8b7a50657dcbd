/** GET /api/surroundings: what lies around a place, for who has to decide there. */
import type { Named } from "../named.ts";
import type { CaseState } from "../case.ts";
import type { Instant } from "../time.ts";
import type { SiteKind } from "./site.ts";

/** Metres: 300, 500, 1,000, 3,000 (周边研判的常用半径). */
export const RADII = [300, 500, 1000, 3000] as const;

export interface SurroundingsAnswer {
  /** In rising order of radius. */
  readonly rings: readonly { readonly metres: number; readonly people: number; readonly hydrants: number }[];
  /** False while nobody has loaded residents per cell: then 0 says nothing. */
  readonly peopleKnown: boolean;
  /** Within the widest ring, the nearest first. */
  readonly sites: readonly {
    readonly kind: SiteKind;
    readonly name: string;
    readonly metres: number;
    readonly people: number | null;
    readonly phone: string | null;
  }[];
  /** The nearest ones. */
  readonly hydrants: readonly { readonly code: string; readonly name: string; readonly metres: number }[];
  /** Grid workers of the cells within a kilometre, and who is on duty for the township now: names and posts alone. */
  readonly workers: readonly { readonly name: string; readonly of: Named; readonly onDuty: boolean }[];
  /** 近 30 天同类: those this person may see. */
  readonly similar: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: CaseState;
    readonly metres: number;
    readonly text: string;
  }[];
  readonly now: Instant;
}
