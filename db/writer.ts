/** The door through which plans reach the database. */
import type { Decision } from "../server/domain/case.ts";
import type { Step } from "./writes.ts";

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
  run(steps: readonly Step[]): Promise<"done" | "stale" | "duplicate">;
  /** The same for plans about several cases, of which each may find no row: then nothing of any is written. */
  runTogether(steps: readonly Step[]): Promise<"done" | "stale" | "duplicate">;
}
