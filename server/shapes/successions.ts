/** Shapes of what the API says of 机构接续. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { SuccessionDone, SuccessionsAnswer } from "../domain/succession/answers.ts";
import { instant, known } from "./common.ts";

const namedUnit = v.object({ code: v.string(), name: v.string() });

export const successionsShape = known(
  "SuccessionsAnswer",
  agreeing<SuccessionsAnswer>()(
    v.object({
      closed: v.array(
        v.object({
          ...namedUnit.entries,
          closedOn: v.string(),
          heir: v.nullable(namedUnit),
          leads: v.number(),
          parts: v.number(),
          calls: v.number(),
        }),
      ),
      moved: v.array(
        v.object({ from: namedUnit, to: namedUnit, at: instant, cases: v.number(), canUndo: v.boolean() }),
      ),
      now: instant,
    }),
  ),
);

export const successionDoneShape = known(
  "SuccessionDone",
  agreeing<SuccessionDone>()(
    v.object({
      cases: v.number(),
      calls: v.number(),
      kept: v.object({ busy: v.number(), actedSince: v.number(), joined: v.number() }),
    }),
  ),
);
