/** Shape of what the API answers about the house itself. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { type AlarmKind, alarmWords, type HouseAnswer } from "../domain/houseAlarms.ts";
import { instant, known } from "./common.ts";

export const houseShape = known(
  "HouseAnswer",
  agreeing<HouseAnswer>()(
    v.object({
      alarms: v.array(
        v.object({
          kind: v.picklist(Object.keys(alarmWords) as AlarmKind[]),
          since: instant,
          sentence: v.string(),
          confirms: v.boolean(),
        }),
      ),
      now: instant,
    }),
  ),
);
