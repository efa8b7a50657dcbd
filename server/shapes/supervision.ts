/** Shapes of what the API answers to those who supervise. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { post } from "../../fixtures/schema/parts.ts";
import { orderCodes, signCodes } from "../../fixtures/schema/supervision.ts";
import type {
  ReviewsAnswer,
  SignsAnswer,
  SupervisionAnswer,
  SupervisionRow,
} from "../domain/supervisionAnswers.ts";
import type { Action } from "../domain/workflow.ts";
import { actionWords } from "../domain/words.ts";
import { caseRowShape } from "./lists.ts";
import { instant, known, maybeInstant, maybeNamed, maybeText } from "./common.ts";

const row = known(
  "SupervisionRow",
  agreeing<SupervisionRow>()(
    v.object({
      case: caseRowShape,
      standing: v.array(
        v.object({
          unit: maybeNamed,
          order: v.picklist(orderCodes),
          at: instant,
          lacking: v.array(post),
        }),
      ),
      answerBy: maybeInstant,
      answeredAt: maybeInstant,
      words: maybeText,
    }),
  ),
);

export const supervisionShape = known(
  "SupervisionAnswer",
  agreeing<SupervisionAnswer>()(
    v.object({
      lists: v.array(
        v.object({
          name: v.picklist(["urge", "supervise", "circulate", "answer", "note", "late", "unheard"]),
          count: v.number(),
          rows: v.array(row),
        }),
      ),
      reviews: v.number(),
      now: instant,
    }),
  ),
);

const action = v.picklist(Object.keys(actionWords) as Action[]);

export const reviewsShape = known(
  "ReviewsAnswer",
  agreeing<ReviewsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          case: caseRowShape,
          kind: v.picklist(["overdue", "unreasonable", "extension", "suspension", "wait"]),
          by: maybeNamed,
          at: instant,
          words: maybeText,
          until: maybeText,
          dueAt: maybeInstant,
          first: v.nullable(v.object({ name: maybeText, words: maybeText })),
          moves: v.array(action),
        }),
      ),
      now: instant,
    }),
  ),
);

export const signsShape = known(
  "SignsAnswer",
  agreeing<SignsAnswer>()(
    v.object({
      since: instant,
      signs: v.array(
        v.object({
          code: v.picklist(signCodes),
          name: v.string(),
          rule: v.string(),
          rows: v.array(
            v.object({
              unit: maybeNamed,
              at: instant,
              cases: v.array(
                v.object({ id: v.string(), number: v.string(), text: v.string(), item: maybeNamed }),
              ),
            }),
          ),
        }),
      ),
      now: instant,
    }),
  ),
);
