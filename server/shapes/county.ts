/** Shapes of what the API says of county data. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { CountyAnswer, CountyTrial, SubjectAnswer } from "../domain/county/answers.ts";
import { countySubjects } from "../domain/county/subjects.ts";
import { instant, known, maybeText } from "./common.ts";
import { draftRow, versionRow } from "./versions.ts";

export const countySubject = v.picklist(countySubjects);

/** Contents of data files by their path; what may stand in them is judged by the schemas of `fixtures/schema`. */
export const countyBody = v.record(v.string(), v.unknown());

const head = {
  subject: countySubject,
  version: v.number(),
  validFrom: maybeText,
  by: maybeText,
  coming: v.nullable(v.object({ version: v.number(), validFrom: v.string() })),
  hasDraft: v.boolean(),
};

export const countyShape = known(
  "CountyAnswer",
  agreeing<CountyAnswer>()(
    v.object({ subjects: v.array(v.object(head)), calendarEnding: maybeText, now: instant }),
  ),
);

const fault = v.object({
  file: v.string(),
  path: v.string(),
  given: v.string(),
  expected: v.string(),
  grave: v.boolean(),
});

const change = v.object({ path: v.array(v.string()), before: maybeText, after: maybeText });

export const subjectShape = known(
  "SubjectAnswer",
  agreeing<SubjectAnswer>()(
    v.object({
      ...head,
      body: countyBody,
      draft: v.nullable(
        v.object({
          ...draftRow,
          body: countyBody,
          faults: v.array(fault),
          changes: v.array(change),
        }),
      ),
      versions: v.array(v.object({ subject: countySubject, ...versionRow })),
      now: instant,
    }),
  ),
);

const trialTable = {
  columns: v.array(v.string()),
  rows: v.array(v.object({ caseId: maybeText, cells: v.array(v.string()) })),
  total: v.number(),
};

export const countyTrialShape = known(
  "CountyTrial",
  agreeing<CountyTrial>()(
    v.object({
      words: v.array(v.string()),
      ...trialTable,
      cases: v.exactOptional(v.object(trialTable)),
    }),
  ),
);
