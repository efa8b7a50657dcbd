/** Shape of the efficiency centre's page. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { OverviewAnswer } from "../domain/overviewAnswers.ts";
import { day, instant, known, maybeInstant, named } from "./common.ts";
import { caseRowShape } from "./lists.ts";

const figures = v.record(
  v.string(),
  v.object({
    over: v.number(),
    of: v.number(),
    excluded: v.record(v.string(), v.number()),
    value: v.nullable(v.number()),
    small: v.boolean(),
  }),
);

export const overviewShape = known(
  "OverviewAnswer",
  agreeing<OverviewAnswer>()(
    v.object({
      open: v.number(),
      overdue: v.number(),
      severe: v.number(),
      warned: v.number(),
      dueToday: v.number(),
      reportedToday: v.number(),
      from: day,
      to: day,
      figures,
      desk: v.number(),
      overdueRows: v.array(caseRowShape),
      holders: v.array(
        v.object({ holder: named, overdue: v.number(), warned: v.number(), oldestDueAt: maybeInstant }),
      ),
      units: v.array(
        v.object({
          unit: named,
          open: v.number(),
          overdue: v.number(),
          figures,
        }),
      ),
      notAnnounced: v.array(v.number()),
      now: instant,
    }),
  ),
);
