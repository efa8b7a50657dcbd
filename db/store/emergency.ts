/** Emergencies, their log, and what is under way in an area. */
import type { AreaCount, EmergencyFacts, EmergencyLogKind } from "../../server/domain/emergency/brief.ts";
import type { Emergency } from "../../server/domain/emergency/emergency.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface EmergencyLogRow {
  readonly emergencyId: string;
  readonly kind: EmergencyLogKind;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** null for what the house does by itself. */
  readonly accountId: string | null;
  readonly facts: EmergencyFacts;
}

export interface EmergencyQueries {
  inForce(): Promise<readonly Emergency[]>;
  /** Those in force and those that are over, newest first. */
  recent(limit: number): Promise<readonly Emergency[]>;
  /** Both or neither. */
  begin(emergency: Emergency, entry: EmergencyLogRow): Promise<void>;
  /** @returns false when somebody else ended it first. */
  end(
    id: string,
    by: { readonly endedAt: Instant; readonly endedBy: string; readonly endWords: string },
    entry: EmergencyLogRow,
  ): Promise<boolean>;
  /** @returns false when the same entry stands there already: another process was first. */
  note(entry: EmergencyLogRow): Promise<boolean>;
  /** Newest first. */
  log(emergencyId: string, limit: number): Promise<readonly EmergencyLogRow[]>;
  /** Open cases of townships (of the whole county for none), grouped. */
  count(area: readonly string[], since: Instant, now: Instant): Promise<readonly AreaCount[]>;
}
