/** Shape of what the API answers about the centre's wall. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { marks } from "../domain/marks.ts";
import type { WallAnswer } from "../domain/wallAnswers.ts";
import { instant, known, named } from "./common.ts";

const points = v.array(
  v.object({ when: v.string(), reported: v.number(), lastYear: v.nullable(v.number()) }),
);
const hot = v.array(v.object({ of: named, reported: v.number(), before: v.number() }));

export const wallShape = known(
  "WallAnswer",
  agreeing<WallAnswer>()(
    v.object({
      needs: v.array(v.object({ mark: v.picklist(marks), count: v.number() })),
      days: points,
      months: points,
      items: hot,
      places: hot,
      now: instant,
    }),
  ),
);
