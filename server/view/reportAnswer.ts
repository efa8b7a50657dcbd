/**
 * The answer to a report. It rests on the stored case alone, with the deadlines counted from its receipt: whoever sends
 * the same report again gets the same answer.
 */
import type { Deps } from "../deps.ts";
import type { Suggestion } from "../domain/readerAnswers.ts";
import type { ReportAnswer } from "../domain/reportAnswers.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { ClockKind } from "../domain/clock.ts";
import { policyFor } from "../domain/limits.ts";
import type { Reference } from "../domain/reference.ts";
import type { Instant } from "../domain/time.ts";
import { amountOf, deadlineOf } from "../domain/worktime.ts";
import { itemCodeOf, responsibleOf, suggestionsOf } from "./suggested.ts";

type Around = Pick<Deps, "clock" | "reference" | "calendar" | "calendars" | "names" | "catalogue">;

/** @param recordHash hash of its first event (存证). */
export function reportAnswer(found: Case, recordHash: string, around: Around): ReportAnswer {
  const { names, reference, calendar } = around;
  const suggestions = suggestionsOf(found.reading, names);
  const itemCode = itemCodeOf(found);
  const { conditionCode, reportedAt, urgency } = found;
  const supposed = { itemCode, conditionCode, reportedAt, urgency };
  // Member by member: what comes in as `around` has dozens more, and a copy of all would be felt
  const [catalogue, now] = [around.catalogue.current(), around.clock.now()];
  const responsible = responsibleOf(found, { names, reference, calendar, catalogue, now });
  const byUnit = { reference, calendar: around.calendars.of(responsible?.unit.code ?? null) };
  return {
    id: found.id,
    number: found.number,
    trackingCode: found.trackingCode,
    recordHash,
    state: found.state,
    item: chosenOf(itemCode, suggestions, around),
    alternatives: suggestions.filter((suggestion) => suggestion.code !== itemCode),
    sure: found.reading.sure,
    desk: found.desk,
    danger: found.reading.danger,
    cell: names.cell(found.cellCode),
    placement: found.placement,
    holder: names.holder(found.holder),
    responsible,
    deadlines: {
      // 随手办结 goes to the check: nobody has to file it
      file: rulesOf(found).selfHandled
        ? null
        : deadline("file", found, { reference, calendar: around.calendars.of(found.holder) }),
      accept: itemCode === null ? null : deadline("accept", supposed, byUnit),
      handle: itemCode === null ? null : deadline("handle", supposed, byUnit),
    },
  };
}

/** An item that a person chose against the reading counts as certain. */
function chosenOf(
  itemCode: string | null,
  suggestions: readonly Suggestion[],
  { names }: Around,
): Suggestion | null {
  const read = suggestions.find((suggestion) => suggestion.code === itemCode);
  const named = names.item(itemCode);
  return read ?? (named && { ...named, probability: 1, words: [] });
}

interface Counting {
  readonly reference: Reference;
  readonly calendar: Calendar;
}

type Judged = Pick<Case, "itemCode" | "conditionCode" | "reportedAt" | "urgency">;

function deadline(kind: ClockKind, found: Judged, { reference, calendar }: Counting): Instant {
  const { budget } = policyFor(kind, found, reference);
  return deadlineOf(found.reportedAt, amountOf(budget), budget.unit, calendar);
}
