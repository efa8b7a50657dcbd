/** Shapes of what the API says of findings. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { FindingCasesAnswer, FindingsAnswer } from "../domain/analysis/answers.ts";
import { caseState, instant, known, maybeInstant, maybeNamed, maybeText, named, point } from "./common.ts";

export const findingsShape = known(
  "FindingsAnswer",
  agreeing<FindingsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          kind: v.picklist(["surge", "hotCell", "cluster", "recurring"]),
          state: v.picklist(["open", "dismissed", "tasked"]),
          sentence: v.string(),
          township: maybeNamed,
          cells: v.array(named),
          point: v.nullable(point),
          from: instant,
          to: instant,
          count: v.number(),
          expected: v.nullable(v.number()),
          chance: v.nullable(v.number()),
          component: maybeNamed,
          firstAt: instant,
          decided: v.nullable(
            v.object({
              by: v.string(),
              at: instant,
              reason: maybeNamed,
              note: maybeText,
              taskCase: maybeText,
              mayReopen: v.boolean(),
            }),
          ),
        }),
      ),
      ranAt: maybeInstant,
      mayDecide: v.boolean(),
      reasons: v.array(named),
      now: instant,
    }),
  ),
);

export const findingCasesShape = known(
  "FindingCasesAnswer",
  agreeing<FindingCasesAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          number: v.string(),
          state: caseState,
          item: maybeNamed,
          text: v.string(),
          address: maybeText,
          reportedAt: instant,
          point: v.nullable(point),
        }),
      ),
      hidden: v.number(),
      now: instant,
    }),
  ),
);
