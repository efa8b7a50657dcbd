/**
 * What the server may ask of the database. One set of queries serves SQLite and PostgreSQL; `commit` is the only
 * writer of case state. Every function is asynchronous because PostgreSQL is; SQLite answers at once.
 *
 * Each noun has a file of its own under store/; the server imports all of them from here.
 */
import type { Case, Decision } from "../server/domain/case.ts";
import type { Day } from "../server/domain/time.ts";
import type { SavedCheckpoint } from "./record/auditRecord.ts";
import type { CallQueries } from "./store/calls.ts";
import type { CaseQueries } from "./store/cases.ts";
import type { ChangeQueries } from "./store/changes.ts";
import type { CatalogueQueries } from "./store/catalogues.ts";
import type { CountyQueries } from "./store/county.ts";
import type { PhraseQueries } from "./store/phrases.ts";
import type { ComponentQueries, SiteQueries } from "./store/components.ts";
import type { ClockQueries } from "./store/clocks.ts";
import type { EmergencyQueries } from "./store/emergency.ts";
import type { EvaluationQueries } from "./store/evaluation.ts";
import type { FindingQueries } from "./store/findings.ts";
import type { GridQueries } from "./store/grid.ts";
import type { LearningQueries } from "./store/learning.ts";
import type { PeopleQueries } from "./store/people.ts";
import type { PhotoQueries } from "./store/photos.ts";
import type { PlaceQueries } from "./store/places.ts";
import type { PrecedentQueries } from "./store/precedents.ts";
import type { LinkingQueries } from "./store/linking.ts";
import type { OtherQueries } from "./store/others.ts";
import type { OutboxQueries } from "./store/outbox.ts";
import type { RecordQueries } from "./store/record.ts";
import type { GaugeQueries } from "./store/gauges.ts";
import type { ReferenceQueries, SettingQueries } from "./store/reference.ts";
import type { ShiftQueries } from "./store/shifts.ts";
import type { StatQueries } from "./store/stats.ts";
import type { SecretQueries } from "./store/secrets.ts";
import type { RetentionQueries } from "./store/retention.ts";
import type { SecurityQueries } from "./store/security.ts";
import type { SuccessionQueries } from "./store/successions.ts";
import type { SupervisionQueries } from "./store/supervision.ts";
import type { Verification } from "./store/verification.ts";
import type { WordQueries } from "./store/words.ts";

export type { SavedCheckpoint } from "./record/auditRecord.ts";
export type * from "./store/calls.ts";
export type * from "./store/cases.ts";
export type * from "./store/catalogues.ts";
export type * from "./store/county.ts";
export type * from "./store/phrases.ts";
export type * from "./store/changes.ts";
export type * from "./store/clocks.ts";
export type * from "./store/components.ts";
export type * from "./store/emergency.ts";
export type * from "./store/evaluation.ts";
export type * from "./store/findings.ts";
export type * from "./store/grid.ts";
export type * from "./store/gauges.ts";
export type * from "./store/learning.ts";
export type * from "./store/people.ts";
export type * from "./store/photos.ts";
export type * from "./store/places.ts";
export type * from "./store/precedents.ts";
export type * from "./store/linking.ts";
export type * from "./store/others.ts";
export type * from "./store/outbox.ts";
export type * from "./store/record.ts";
export type * from "./store/reference.ts";
export type * from "./store/secrets.ts";
export type * from "./store/retention.ts";
export type * from "./store/security.ts";
export type * from "./store/shifts.ts";
export type * from "./store/successions.ts";
export type * from "./store/stats.ts";
export type * from "./store/supervision.ts";
export type * from "./store/verification.ts";
export type * from "./store/words.ts";

export interface Store {
  readonly engine: "sqlite" | "postgres" | "pglite";
  readonly cases: CaseQueries;
  readonly calls: CallQueries;
  readonly clocks: ClockQueries;
  readonly people: PeopleQueries;
  readonly photos: PhotoQueries;
  readonly places: PlaceQueries;
  readonly outbox: OutboxQueries;
  readonly linking: LinkingQueries;
  readonly precedents: PrecedentQueries;
  readonly grid: GridQueries;
  /** 部件 */
  readonly components: ComponentQueries;
  /** Sensitive places, shelters, people per cell. */
  readonly sites: SiteQueries;
  /** 系统偏移 */
  readonly shifts: ShiftQueries;
  /** 研判 */
  readonly findings: FindingQueries;
  /** 存证 */
  readonly record: RecordQueries;
  readonly reference: ReferenceQueries;
  readonly stats: StatQueries;
  /** 机构接续 */
  readonly successions: SuccessionQueries;
  readonly gauges: GaugeQueries;
  readonly supervision: SupervisionQueries;
  readonly emergency: EmergencyQueries;
  readonly evaluation: EvaluationQueries;
  readonly catalogues: CatalogueQueries;
  /** 县定数据 */
  readonly county: CountyQueries;
  /** 常用语 of units. */
  readonly phrases: PhraseQueries;
  readonly learning: LearningQueries;
  readonly secrets: SecretQueries;
  /** 留存 */
  readonly retention: RetentionQueries;
  /** 安全日志 */
  readonly security: SecurityQueries;
  /** What cases are found by. */
  readonly words: WordQueries;
  /** Values of the installation itself: set-up token, demo flag, keys. */
  readonly settings: SettingQueries;
  readonly changes: ChangeQueries;
  /** Other processes on the same database. */
  readonly others: OtherQueries;
  /** The next 案卷号 serial of a day, from 1. Gaps are allowed, doubles are not, also with several processes. */
  drawNumber(day: Day): Promise<number>;
  /**
   * Stores a decision whole, durably, or not at all. Decisions that arrive together share one durable transaction,
   * each in a savepoint of its own; the promise resolves only after it is on disk.
   */
  commit(decision: Decision): Promise<Commitment>;
  /** Stores decisions on several known cases together: all of them or, when one of the cases has moved on, none. */
  commitAll(decisions: readonly Decision[]): Promise<"committed" | "stale">;
  /**
   * Recomputes every chain of events and the tree over them, and compares them with the rows, with the checkpoints of
   * the database and with saved ones; yields progress. Faults come in the order of the record. See `huying verify`.
   */
  verify(
    onProgress?: (done: number, total: number) => void,
    saved?: readonly SavedCheckpoint[],
  ): Promise<Verification>;
  /** Copies the whole database into a file while the server goes on (SQLite only; PostgreSQL has its own tools). */
  backupTo(path: string): Promise<void>;
  /** Resolves when the storage can no longer be trusted (db/syncWatch.ts): the process must end. Never otherwise. */
  readonly unsure: Promise<Error>;
  close(): Promise<void>;
}

export type Commitment =
  /** `case` carries the new head hash. */
  | { readonly kind: "committed"; readonly case: Case }
  /** Somebody else changed the case first: nothing was stored. */
  | { readonly kind: "stale" }
  /** The report id is known already: nothing was stored; this is the first case. */
  | { readonly kind: "duplicate"; readonly caseId: string };
