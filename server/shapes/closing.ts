/** Shapes of what the API says about the closing of a case. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { ClosingAnswer, ReplyAnswer } from "../domain/closing/answers.ts";
import type { PhotoMark } from "../domain/closing/photoMarks.ts";
import type { ReplyHint } from "../domain/closing/replyHints.ts";
import { instant, known, maybeInstant, maybeNamed, named } from "./common.ts";

const photoMark = known(
  "PhotoMark",
  agreeing<PhotoMark>()(
    v.variant("kind", [
      v.object({ kind: v.literal("far"), metres: v.number() }),
      v.object({ kind: v.literal("early"), at: instant }),
      v.object({
        kind: v.literal("reused"),
        number: v.nullable(v.string()),
        caseId: v.nullable(v.string()),
        sameCase: v.boolean(),
      }),
    ]),
  ),
);

const replyHint = known(
  "ReplyHint",
  agreeing<ReplyHint>()(
    v.variant("kind", [
      v.object({ kind: v.literal("short"), letters: v.number() }),
      v.object({ kind: v.literal("besides") }),
      v.object({ kind: v.literal("unanswered") }),
      v.object({ kind: v.literal("template"), number: v.nullable(v.string()), alike: v.number() }),
      v.object({ kind: v.literal("internal"), words: v.array(v.string()) }),
      v.object({ kind: v.literal("personal"), digits: v.string() }),
    ]),
  ),
);

export const closingShape = known(
  "ClosingAnswer",
  agreeing<ClosingAnswer>()(
    v.object({
      required: v.array(named),
      optional: v.array(named),
      photos: v.array(
        v.object({
          id: v.string(),
          stage: v.picklist(["before", "after", "check"]),
          marks: v.array(photoMark),
        }),
      ),
      reply: v.nullable(v.object({ text: v.string(), hints: v.array(replyHint) })),
      recheck: v.nullable(
        v.object({
          unit: maybeNamed,
          askedAt: instant,
          solved: v.nullable(v.boolean()),
          at: maybeInstant,
        }),
      ),
      scales: v.array(v.object({ name: v.string(), level: v.string() })),
    }),
  ),
);

export const replyShape = known(
  "ReplyAnswer",
  agreeing<ReplyAnswer>()(v.object({ hints: v.array(replyHint) })),
);
