/** What the supervision page asks besides the worklist. */
import type { Mark } from "../../server/domain/marks.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { ListedCase } from "./cases.ts";

/** An order that was answered after its limit. */
export interface LateAnswer {
  readonly case: ListedCase;
  readonly unit: string | null;
  readonly dueAt: Instant;
  readonly answeredAt: Instant;
}

/** Cases that one unit finished within one stretch of time. */
export interface Burst {
  readonly unit: string;
  /** Start of the stretch. */
  readonly at: Instant;
  readonly caseIds: readonly string[];
}

export interface SupervisionQueries {
  /** How many cases carry each mark, open or over. */
  byMark(scope: Scope): Promise<Readonly<Partial<Record<Mark, number>>>>;
  /** Latest answer first. */
  lateAnswers(scope: Scope, since: Instant, limit: number): Promise<readonly LateAnswer[]>;
  /** Cases that were returned, argued about, reworked or brought back since an instant; each once, latest first. */
  broughtBack(scope: Scope, since: Instant, limit: number): Promise<readonly string[]>;
  /** Cases filed since an instant within some milliseconds before the limit of filing. */
  filedLate(scope: Scope, since: Instant, within: number): Promise<readonly string[]>;
  /** Units that finished (处置完成 or 结案) at least `count` cases within `within` milliseconds. */
  bursts(
    scope: Scope,
    since: Instant,
    rule: { readonly within: number; readonly count: number },
  ): Promise<readonly Burst[]>;
}
