/** The clock on the wall of the rehearsal: time passes only when it is told to, and the machine's clock may be wrong. */
import type { Instant } from "../domain/time.ts";

export interface Wall {
  /** What the machine believes. */
  readonly now: () => Instant;
  /** What it really is. */
  truth(): Instant;
  /** Time never runs back in truth. */
  set(to: Instant): void;
  /** From now on the machine's clock is wrong by so many milliseconds; 0 sets it right. */
  jump(by: number): void;
  isWrong(): boolean;
}

export function createWall(start: Instant): Wall {
  let truth = start;
  let wrongBy = 0;
  return {
    now: () => truth + wrongBy,
    truth: () => truth,
    set(to) {
      truth = Math.max(truth, Math.floor(to));
    },
    jump(by) {
      wrongBy = by;
    },
    isWrong: () => wrongBy !== 0,
  };
}
