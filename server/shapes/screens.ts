/** Shapes of what the API answers beside cases: reference data, reading, places, overview. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { LedgerAnswer } from "../domain/listAnswers.ts";
import type { LocateAnswer, MapCasesAnswer, MapCellsAnswer } from "../domain/mapAnswers.ts";
import type { OverviewAnswer } from "../domain/overviewAnswers.ts";
import type { ClassifyAnswer, LearnedAnswer, ReaderAnswer } from "../domain/readerAnswers.ts";
import type { ItemAnswer, ReferenceAnswer } from "../domain/referenceAnswers.ts";
import type { PhotoAnswer } from "../domain/reportAnswers.ts";
import type { DemoAnswer } from "../domain/sessionAnswers.ts";
import { caseRowShape } from "./cases.ts";
import {
  area,
  budget,
  caseState,
  instant,
  known,
  maybeInstant,
  maybeNamed,
  maybeText,
  named,
  path,
  layerCells,
  placement,
  point,
  responsible,
  role,
  speech,
  times,
  suggestion,
  urgency,
} from "./common.ts";

export const demoShape = known(
  "DemoAnswer",
  agreeing<DemoAnswer>()(
    v.object({
      accounts: v.array(v.object({ username: v.string(), name: v.string(), role, unit: maybeText })),
      password: v.string(),
    }),
  ),
);

const reasons = v.array(v.object({ code: v.string(), name: v.string(), basis: v.string() }));
const day = v.string();
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

export const readerShape = known(
  "ReaderAnswer",
  agreeing<ReaderAnswer>()(
    v.object({
      version: v.string(),
      items: v.array(
        v.object({
          ...named.entries,
          keywords: v.array(v.string()),
          phrases: v.array(v.string()),
          peakMonths: v.array(v.number()),
          conditions: v.array(v.object({ fileWhen: v.string() })),
        }),
      ),
    }),
  ),
);

export const ledgerShape = known(
  "LedgerAnswer",
  agreeing<LedgerAnswer>()(
    v.object({
      columns: v.array(v.string()),
      rows: v.array(v.object({ id: v.string(), cells: v.array(v.union([v.string(), v.number()])) })),
      next: v.nullable(v.string()),
    }),
  ),
);

export const learnedShape = known(
  "LearnedAnswer",
  agreeing<LearnedAnswer>()(
    v.object({
      version: v.string(),
      tag: v.string(),
      since: v.nullable(v.string()),
      lexicon: v.nullable(
        v.array(
          v.object({ name: v.string(), unit: v.exactOptional(v.string()), words: v.array(v.string()) }),
        ),
      ),
      change: v.pipe(v.string(), v.description("base64")),
      model: v.nullable(v.object({ version: v.number(), weight: v.number() })),
      line: v.nullable(v.number()),
    }),
  ),
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

export const locateShape = known(
  "LocateAnswer",
  agreeing<LocateAnswer>()(
    v.object({ placement, cell: maybeNamed, township: maybeNamed, layers: layerCells }),
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

export const classifyShape = known(
  "ClassifyAnswer",
  agreeing<ClassifyAnswer>()(
    v.object({
      suggestions: v.array(suggestion),
      sure: v.boolean(),
      why: v.nullable(v.picklist(["belowLine", "noWords", "consult"])),
      danger: v.array(v.string()),
      speech,
      responsible,
      parts: v.array(v.object({ text: v.string(), item: named })),
      times,
    }),
  ),
);

export const mapCellsShape = known(
  "MapCellsAnswer",
  agreeing<MapCellsAnswer>()(
    v.object({
      cells: v.array(
        v.object({
          ...named.entries,
          townshipCode: v.string(),
          rings: area,
          open: v.number(),
          overdue: v.number(),
        }),
      ),
      townships: v.array(v.object({ ...named.entries, rings: area })),
      lines: v.array(
        v.object({
          kind: v.picklist(["river", "stream", "motorway", "national", "county", "street"]),
          name: v.string(),
          path,
        }),
      ),
    }),
  ),
);

const { warnAt, dueAt, severeAt, dueBy } = caseRowShape.entries;

export const mapCasesShape = known(
  "MapCasesAnswer",
  agreeing<MapCasesAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          number: v.string(),
          state: caseState,
          text: v.string(),
          address: maybeText,
          item: maybeNamed,
          cell: maybeNamed,
          holder: maybeNamed,
          warnAt,
          dueAt,
          severeAt,
          dueBy,
          point,
        }),
      ),
      now: instant,
    }),
  ),
);

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

export const photoShape = known("PhotoAnswer", agreeing<PhotoAnswer>()(v.object({ id: v.string() })));
