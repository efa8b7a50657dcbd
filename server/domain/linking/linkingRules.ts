/** The county's rules about duplicates, as data (fixtures/linking.json). */
import type { Urgency } from "../case.ts";

export interface LinkingRules {
  readonly version: string;
  readonly near: Near & {
    /** Matters that are seen from further away, or come again sooner. */
    readonly items: readonly (Near & { readonly item: string })[];
  };
  /** From how alike (0 … 1) a pair is proposed; measured by tests/bench/duplicates.ts. */
  readonly proposeAbove: number;
  readonly voices: {
    readonly steps: readonly { readonly from: number; readonly raise: number }[];
    /** Voices alone never raise above this. */
    readonly highest: Urgency;
  };
}

/** How far apart in place and time two reports may be and still be one matter. */
export interface Near {
  readonly metres: number;
  readonly hours: number;
}

/** The radius and span of a matter; of an unknown one the county's own. */
export function nearFor(item: string | null, { near }: LinkingRules): Near {
  return near.items.find((row) => row.item === item) ?? near;
}
