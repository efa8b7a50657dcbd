/** Other processes on the same database: what each does alone, and how they hear of each other's acts. */
import type { Call } from "../../server/domain/call/call.ts";
import type { CallStanding } from "../../server/domain/call/callScope.ts";
import type { Case } from "../../server/domain/case.ts";
import type { Standing } from "../../server/domain/permit.ts";

/** What another process committed, with all that scope asks of it, as it is now and as it was. */
export type OtherChange =
  | {
      readonly about: "case";
      readonly id: string;
      readonly version: number;
      readonly state: Case["state"];
      readonly after: Standing;
      readonly before: Standing | null;
    }
  | {
      readonly about: "call";
      readonly id: string;
      readonly version: number;
      readonly state: Call["state"];
      readonly after: CallStanding;
      readonly before: CallStanding | null;
    };

export interface OtherQueries {
  /** Does work that only one process may do at a time. @returns null when another is at it. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** The same, but waits for its turn. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
  /**
   * Hears what others commit, in the order of their commits.
   * @param lost the line was broken for a while: anything may have changed.
   * @returns a function that ends it.
   */
  follow(hear: (change: OtherChange) => void, lost: () => void): Promise<() => Promise<void>>;
}
