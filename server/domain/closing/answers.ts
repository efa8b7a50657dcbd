/** What the server tells about the closing of a case: shapes of the API's answers, shared with the screens. */
import type { Named } from "../named.ts";
import type { CasePhoto } from "../case.ts";
import type { Instant } from "../time.ts";
import type { PhotoMark } from "./photoMarks.ts";
import type { ReplyHint } from "./replyHints.ts";

/** GET /api/cases/:id/closing: what a checker should see before saying that it is done. */
export interface ClosingAnswer {
  /** Kinds of evidence of the item, pictures apart. */
  readonly required: readonly Named[];
  readonly optional: readonly Named[];
  readonly photos: readonly {
    readonly id: string;
    readonly stage: CasePhoto["stage"];
    readonly marks: readonly PhotoMark[];
  }[];
  /** About the last answer; null when there is none yet. */
  readonly reply: { readonly text: string; readonly hints: readonly ReplyHint[] } | null;
  readonly recheck: {
    readonly unit: Named | null;
    readonly askedAt: Instant;
    readonly solved: boolean | null;
    readonly at: Instant | null;
  } | null;
  /** The rating on other scales. */
  readonly scales: readonly { readonly name: string; readonly level: string }[];
}

/** POST /api/cases/:id/reply {result}: hints about an answer that is being written. */
export interface ReplyAnswer {
  readonly hints: readonly ReplyHint[];
}
