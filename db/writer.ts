/** The door through which plans reach the database. */
import type { Decision } from "../server/domain/case.ts";
import type { Step } from "./writes.ts";

export type Answer = "done" | "stale" | "duplicate";

export type Committed =
  | { readonly answer: "done"; readonly headHash: string }
  | { readonly answer: "stale" | "duplicate" };

export interface Writer {
  /** The plan of a decision (plan.ts), durably, or nothing of it; where it is planned is the writer's choice. */
  commit(decision: Decision): Promise<Committed>;
  /**
   * All steps, durably, or none. Resolves after the data is on disk, or with the answer of the step that found no row.
   * Only the first step may find no row.
   */
  run(steps: readonly Step[]): Promise<Answer>;
  /** The same for plans about several cases, of which each may find no row: then nothing of any is written. */
  runTogether(steps: readonly Step[]): Promise<Answer>;
  /**
   * What is decided about rows that nobody else takes until it is written: each decision durably, or nothing of it. One that
   * cannot be written is answered with its error, and the others stand.
   * @throws when it is not known whether they stand.
   */
  runTaken<Made>(
    taking: Taking<Made>,
    decide: (ids: readonly string[]) => Promise<readonly Made[]>,
  ): Promise<readonly (Answer | Error)[]>;
}

export interface Taking<Made> {
  /** Which stand to be taken. */
  readonly look: () => Promise<readonly string[]>;
  /** The same, which locks them and passes over what others have locked; for a database of several processes. */
  readonly lock: { readonly name: string; readonly text: string; readonly values: readonly unknown[] };
  /** @throws for a decision that cannot be one. */
  readonly stepsFor: (made: Made) => readonly Step[];
  /** A decision as any other, which may share a batch with whatever comes. */
  readonly write: (made: Made) => Promise<Answer>;
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
