/** Shapes of what the API says of 系统偏移. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { CauseAnswer, ShiftDoneAnswer, ShiftsAnswer } from "../domain/shift/answers.ts";
import { instant, known, maybeNamed, maybeText, point } from "./common.ts";

export const causeShape = known(
  "ShiftCause",
  agreeing<CauseAnswer>()(
    v.variant("kind", [
      v.strictObject({
        kind: v.literal("datum"),
        datum: v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"]),
      }),
      v.strictObject({ kind: v.literal("swapped") }),
      v.strictObject({ kind: v.literal("constant"), east: v.number(), north: v.number() }),
    ]),
  ),
);

const shiftWindow = v.object({ from: instant, until: instant });

export const shiftSource = v.strictObject({
  kind: v.picklist(["import", "device", "channel"]),
  key: v.pipe(v.string(), v.maxLength(200)),
});

export const shiftsShape = known(
  "ShiftsAnswer",
  agreeing<ShiftsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          source: shiftSource,
          name: v.string(),
          cases: v.number(),
          pairs: v.number(),
          shift: v.nullable(
            v.object({
              cause: causeShape,
              metres: v.nullable(v.number()),
              sentence: v.string(),
              window: shiftWindow,
              neighbours: v.nullable(v.object({ before: v.nullable(instant), after: v.nullable(instant) })),
              affected: v.number(),
              left: v.number(),
              evidence: v.array(
                v.object({
                  id: v.string(),
                  number: v.string(),
                  was: point,
                  known: point,
                  by: v.string(),
                }),
              ),
            }),
          ),
        }),
      ),
      batches: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          source: shiftSource,
          cause: causeShape,
          window: v.nullable(shiftWindow),
          cases: v.number(),
          reason: v.string(),
          by: v.string(),
          at: instant,
          undone: v.nullable(v.object({ by: v.string(), at: instant, reason: v.string() })),
        }),
      ),
      days: v.number(),
      now: instant,
    }),
  ),
);

export const shiftDoneShape = known(
  "ShiftDoneAnswer",
  agreeing<ShiftDoneAnswer>()(
    v.object({
      batch: maybeText,
      cases: v.number(),
      cells: v.number(),
      townships: v.number(),
      skipped: v.number(),
      left: v.number(),
      window: v.nullable(shiftWindow),
      rows: v.array(
        v.object({
          id: v.string(),
          number: v.string(),
          was: v.nullable(point),
          becomes: v.nullable(point),
          from: maybeNamed,
          to: maybeNamed,
        }),
      ),
    }),
  ),
);
