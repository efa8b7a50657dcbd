/** Shape of what the API answers about the leader's cockpit. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { CockpitAnswer } from "../domain/cockpit/answers.ts";
import { caseRowShape } from "./lists.ts";
import { instant, known, named } from "./common.ts";

const maybeNumber = v.nullable(v.number());
const count = v.number();

export const cockpitShape = known(
  "CockpitAnswer",
  agreeing<CockpitAnswer>()(
    v.object({
      figures: v.array(
        v.object({
          kind: v.picklist(["reported", "calls", "indicator"]),
          code: v.string(),
          name: v.string(),
          value: maybeNumber,
          before: maybeNumber,
          target: maybeNumber,
          better: v.nullable(v.picklist(["high", "low"])),
          counted: v.nullable(v.object({ over: count, of: count })),
        }),
      ),
      month: v.object({ from: v.string(), to: v.string() }),
      townships: v.array(
        v.object({ township: named, open: count, overdue: count, reported: count, before: count }),
      ),
      worst: v.object({
        indicator: named,
        rows: v.array(v.object({ unit: named, value: v.number(), of: count })),
        small: count,
      }),
      rising: v.array(v.object({ item: named, reported: count, before: count })),
      ask: v.array(
        v.object({
          row: caseRowShape,
          reasons: v.array(
            v.union([
              v.object({ kind: v.picklist(["urgent", "severe", "late"]) }),
              v.object({ kind: v.picklist(["returned", "reworked", "urged", "missed"]), count }),
            ]),
          ),
        }),
      ),
      now: instant,
    }),
  ),
);
