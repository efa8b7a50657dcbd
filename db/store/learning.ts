/** What people have taught, what was trained from it, and the confirmed cases that both are measured on. */
import type { Case } from "../../server/domain/case.ts";
import type { Lesson } from "../../server/domain/learning/lesson.ts";
import type { ModelReport } from "../../server/domain/learning/compareReaders.ts";
import type { Instant } from "../../server/domain/time.ts";

/** A lesson with the words it was about; empty after they were erased. */
export interface StoredLesson extends Lesson {
  readonly number: string;
  readonly text: string;
  readonly itemCode: string | null;
  readonly townshipCode: string | null;
  readonly undoneAt: Instant | null;
}

/** A case whose item a person has settled, with what the machine had said when it came in. */
export type ConfirmedCase = Pick<
  Case,
  | "id"
  | "number"
  | "state"
  | "channel"
  | "confidential"
  | "text"
  | "address"
  | "reportedAt"
  | "itemCode"
  | "conditionCode"
  | "townshipCode"
  | "cellCode"
  | "leadUnit"
  | "returns"
  | "reading"
  | "rules"
>;

export interface ModelHead {
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly report: ModelReport;
}

export interface LearningQueries {
  /** Lessons newest first, those taken back among them. */
  lessons(limit: number): Promise<readonly StoredLesson[]>;
  /** Those that count, oldest first: what a reader is taught again after a restart. */
  counting(limit: number): Promise<readonly StoredLesson[]>;
  /** The same of those that were given at an instant or later. */
  since(at: Instant): Promise<readonly StoredLesson[]>;
  /** Changes whenever a lesson is added to the latest minute of lessons, or one is taken back, by whichever process. */
  stamp(): Promise<{ readonly latest: string; readonly undone: string }>;
  /** @returns false when there is no such lesson, or it was taken back before. */
  undo(id: string, by: string, at: Instant): Promise<boolean>;
  /** Cases with a settled item that were reported since an instant, the latest first. */
  confirmed(since: Instant, limit: number): Promise<readonly ConfirmedCase[]>;
  /** Newest first, without the models themselves. */
  models(): Promise<readonly ModelHead[]>;
  /** The packed model; null when it was never kept. */
  model(version: number): Promise<Uint8Array | null>;
  /** @returns its version. */
  addModel(model: Omit<ModelHead, "version"> & { readonly body: Uint8Array | null }): Promise<number>;
}
