/** Shapes of the county's reference data. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { ItemAnswer, ReferenceAnswer } from "../domain/referenceAnswers.ts";
import { budget, day, known, named, urgency } from "./common.ts";

const reasons = v.array(v.object({ code: v.string(), name: v.string(), basis: v.string() }));
const limits = v.object({ accept: budget, respond: budget, handle: budget });
const townshipRole = v.picklist(["self", "assist", "escalate"]);

const hours = v.array(
  v.object({
    validFrom: day,
    seasonFrom: v.string(),
    seasonTo: v.string(),
    weekdays: v.array(v.number()),
    segments: v.array(v.tuple([v.string(), v.string()])),
  }),
);

export const referenceShape = known(
  "ReferenceAnswer",
  agreeing<ReferenceAnswer>()(
    v.object({
      version: v.string(),
      majors: v.array(
        v.object({
          ...named.entries,
          minors: v.array(
            v.object({
              ...named.entries,
              items: v.array(
                v.object({
                  ...named.entries,
                  leadUnit: v.string(),
                  urgency,
                  limits,
                  townshipRole,
                  photoAfter: v.boolean(),
                }),
              ),
            }),
          ),
        }),
      ),
      units: v.array(
        v.object({
          ...named.entries,
          shortName: v.string(),
          calendar: v.string(),
          level: v.picklist(["county", "township", "village"]),
          closedOn: v.exactOptional(v.string()),
        }),
      ),
      townships: v.array(named),
      reasons: v.object({
        decline: reasons,
        return: reasons,
        rework: reasons,
        unsolved: reasons,
        emergency: reasons,
        release: reasons,
        link: reasons,
        unreached: reasons,
      }),
      calendar: v.object({
        years: v.array(
          v.object({
            year: v.number(),
            status: v.picklist(["confirmed", "notAnnounced"]),
            notice: v.nullable(v.object({ title: v.string(), docNo: v.string(), published: day })),
            holidays: v.array(v.object({ name: v.string(), start: day, end: day })),
            makeupWorkdays: v.array(v.object({ date: day, forHoliday: v.string() })),
            offDates: v.array(day),
          }),
        ),
        hours,
        named: v.array(
          v.object({
            code: v.string(),
            name: v.string(),
            rule: v.picklist(["civilCode", "sameInstant"]),
            version: v.string(),
            hours: v.union([v.picklist(["office", "always"]), hours]),
            additions: v.exactOptional(
              v.array(
                v.object({
                  date: day,
                  kind: v.picklist(["off", "work"]),
                  name: v.string(),
                  basis: v.string(),
                }),
              ),
            ),
          }),
        ),
        notAnnounced: v.array(v.number()),
      }),
    }),
  ),
);

export const itemShape = known(
  "ItemAnswer",
  agreeing<ItemAnswer>()(
    v.object({
      ...named.entries,
      urgency,
      limits,
      conditions: v.array(
        v.object({ code: v.string(), fileWhen: v.string(), closeWhen: v.string(), urgency, limits }),
      ),
      townshipRole,
      emergencyTransfer: v.array(v.string()),
      plans: v.array(
        v.object({
          name: v.string(),
          conditions: v.array(v.string()),
          stages: v.array(v.object({ code: v.string(), name: v.string(), budget })),
          total: budget,
        }),
      ),
      leadUnit: named,
      assistUnits: v.array(named),
    }),
  ),
);
