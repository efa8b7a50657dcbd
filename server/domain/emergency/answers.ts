/** GET /api/emergencies: what is switched, what was, by which rules, and who is on duty. */
import type { Named } from "../named.ts";
import type { Urgency } from "../case.ts";
import type { Budget } from "../taxonomy.ts";
import type { Instant } from "../time.ts";
import type { EmergencyFacts, EmergencyLogKind } from "./brief.ts";

export interface EmergencyAnswer {
  readonly id: string;
  /** Empty for the whole county. */
  readonly area: readonly Named[];
  readonly reason: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly endWords: string | null;
  /** Newest first. */
  readonly log: readonly {
    readonly kind: EmergencyLogKind;
    readonly at: Instant;
    readonly by: string | null;
    readonly facts: EmergencyFacts;
  }[];
}

export interface EmergenciesAnswer {
  /** May this person switch? */
  readonly maySwitch: boolean;
  readonly rows: readonly EmergencyAnswer[];
  readonly townships: readonly Named[];
  readonly rules: {
    readonly basis: string;
    readonly version: string;
    readonly briefMinutes: number;
    readonly frozen: readonly Urgency[];
    readonly limits: readonly {
      readonly name: string;
      readonly urgencies: readonly Urgency[];
      readonly budget: Budget | null;
      readonly factor: number | null;
      readonly basis: string;
    }[];
  };
  /** 值班表: `name` is null where nobody has this account; `now` for who is on duty at this moment. */
  readonly roster: readonly {
    readonly unit: Named;
    readonly name: string | null;
    readonly from: string;
    readonly to: string;
    readonly now: boolean;
  }[];
  readonly now: Instant;
}
