/**
 * A second pair of eyes: plain SQL over the tables, sharing nothing with the queries of the store, for judges who ask
 * whether the store keeps its word.
 */
import type { Database } from "better-sqlite3";

export interface SeenEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly action: string;
  readonly at: number;
  readonly recordedAt: number;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorUnit: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly seals: Readonly<Record<string, string>>;
  readonly commandId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

export interface SeenCase {
  readonly id: string;
  readonly number: string;
  readonly reportId: string;
  readonly version: number;
  readonly state: string;
  readonly holder: string | null;
  readonly leadUnit: string | null;
  readonly returns: number;
  readonly reworks: number;
  readonly urges: number;
  readonly missed: number;
  readonly headHash: string;
}

export interface SeenClock {
  readonly id: string;
  readonly kind: string;
  readonly startedAt: number;
  readonly runningSince: number | null;
  readonly dueAt: number;
  readonly stage: string;
  readonly outcome: string | null;
}

export interface Inspector {
  caseById(id: string): SeenCase | null;
  casesOfReport(reportId: string): readonly string[];
  eventsOf(caseId: string): readonly SeenEvent[];
  clocksOf(caseId: string): readonly SeenClock[];
  /** Version of a call; null when there is none. */
  callVersion(id: string): number | null;
  counts(): { readonly cases: number; readonly events: number; readonly notices: number };
  /** Notices that tell the same of the same event to the same receiver more than once. */
  doubledNotices(): number;
  /** Notices that are still to be sent. */
  unsentNotices(): number;
  reveals(): number;
}

export function createInspector(prepare: Database["prepare"]): Inspector {
  const one = prepare(
    `select id, number, report_id reportId, version, state, holder, lead_unit leadUnit, returns, reworks, urges, missed,
       head_hash headHash from cases where id = ?`,
  );
  const ofReport = prepare("select id from cases where report_id = ?").pluck();
  const events = prepare(
    `select case_id caseId, seq, action, at, recorded_at recordedAt, actor_id actorId, actor_role actorRole,
       actor_unit actorUnit, "from", "to", facts, seals, command_id commandId, previous_hash previousHash, hash
     from events where case_id = ? order by seq`,
  );
  const clocks = prepare(
    `select id, kind, started_at startedAt, running_since runningSince, due_at dueAt, stage, outcome
     from clocks where case_id = ?`,
  );
  const call = prepare("select version from calls where id = ?").pluck();
  const count = (table: string) => Number(prepare(`select count(*) from ${table}`).pluck().get());
  return {
    caseById: (id) => (one.get(id) as SeenCase | undefined) ?? null,
    casesOfReport: (reportId) => ofReport.all(reportId) as string[],
    eventsOf: (caseId) => (events.all(caseId) as SeenRow[]).map(seen),
    clocksOf: (caseId) => clocks.all(caseId) as SeenClock[],
    callVersion: (id) => (call.get(id) as number | undefined) ?? null,
    counts: () => ({ cases: count("cases"), events: count("events"), notices: count("outbox") }),
    doubledNotices: () =>
      count(
        "(select 1 from outbox where seq > 0 group by case_id, seq, kind, to_kind, to_code having count(*) > 1)",
      ),
    unsentNotices: () => count("outbox where sent_at is null"),
    reveals: () => count("reveals"),
  };
}

type SeenRow = Omit<SeenEvent, "facts" | "seals"> & { readonly facts: string; readonly seals: string };

function seen(row: SeenRow): SeenEvent {
  return {
    ...row,
    facts: JSON.parse(row.facts) as SeenEvent["facts"],
    seals: JSON.parse(row.seals) as SeenEvent["seals"],
  };
}
