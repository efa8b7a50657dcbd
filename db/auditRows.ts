/** Rows beside the events against their seals and against what the events tell: clocks, the reporter, photos. Pure. */
import type { Assignment } from "../server/domain/assignment.ts";
import type { CasePhoto, Reporter } from "../server/domain/case.ts";
import type { Clock } from "../server/domain/clock.ts";
import { fields } from "../server/domain/fields.ts";
import type { ChainedEvent } from "./chain.ts";
import { type CaseRow, eachParty } from "./caseRow.ts";
import {
  assignmentSeals,
  bentAmong,
  caseRowSeal,
  clockSeal,
  noticeSeals,
  reporterSeal,
  sealedAssignments,
  sealedClocks,
  sealedNotices,
  sealedReporter,
  sealedRow,
  sealsAll,
  sealsRows,
  type ToldNotice,
} from "./rowSeals.ts";

export interface RowsOfCase {
  readonly clocks: readonly Clock[];
  readonly reporter: (Reporter & { readonly salt: string | null }) | null;
  /** As the case lists them. */
  readonly photos: readonly CasePhoto[];
  /** Ids by which pictures are let through to whoever may see the case. */
  readonly casePhotos: readonly string[];
  /** Absent where only a part of the case is judged. */
  readonly row?: CaseRow | null;
  readonly assignments?: readonly Assignment[];
  /** Who is found by it as one who takes part. */
  readonly parties?: readonly string[];
  readonly notices?: readonly ToldNotice[];
  /** The words of the report are gone: erased by law, and the reporter with them. */
  readonly isErased: boolean;
  /** The reporter alone is gone by right: that stands in the record. */
  readonly isReporterErased?: boolean;
}

/** @returns the parts that were bent: `clocks.handle`, `reporter`, `photos`. */
export function bentRows(events: readonly ChainedEvent[], rows: RowsOfCase): readonly string[] {
  return [
    ...bentRow(events, rows),
    ...bentClocks(events, rows.clocks),
    ...bentReporter(events, rows),
    ...bentPhotos(events, rows),
    ...bentBeside(events, rows),
  ];
}

/** What a row is called that is bent in a column its events do not tell. */
export const WHOLE_ROW = "cases";

/** The row of the case as a whole: any column that its events do not tell one by one. */
function bentRow(events: readonly ChainedEvent[], { row }: RowsOfCase): readonly string[] {
  const seal = sealedRow(events);
  return row == null || seal === null || caseRowSeal(row)["row"] === seal ? [] : [WHOLE_ROW];
}

function bentBeside(
  events: readonly ChainedEvent[],
  { row, assignments, parties, notices }: RowsOfCase,
): readonly string[] {
  const isStrict = sealsAll(events);
  const units = bentAmong(sealedAssignments(events), assignmentSeals(assignments ?? []), isStrict);
  const told = bentAmong(sealedNotices(events), noticeSeals(notices ?? []), isStrict);
  const isParted = row != null && parties !== undefined && !isSame(eachParty(row.parties), parties);
  return [
    ...(isParted ? ["case_parties"] : []),
    ...(assignments === undefined ? [] : units.map((unit) => `assignments.${unit}`)),
    ...(notices === undefined ? [] : told.map((id) => `outbox.${id}`)),
  ];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}

function bentClocks(events: readonly ChainedEvent[], clocks: readonly Clock[]): readonly string[] {
  const seals = sealedClocks(events);
  const strict = sealsRows(events);
  const bent = clocks.filter((clock) => {
    const seal = seals.get(clock.id);
    return seal === undefined ? strict : seal !== clockSeal(clock);
  });
  const gone = [...seals.keys()].some((id) => !clocks.some((clock) => clock.id === id));
  return [...new Set([...bent.map(({ kind }) => `clocks.${kind}`), ...(gone ? ["clocks"] : [])])];
}

function bentReporter(
  events: readonly ChainedEvent[],
  { reporter, isErased, isReporterErased }: RowsOfCase,
): readonly string[] {
  const seal = sealedReporter(events);
  if (!sealsRows(events)) return [];
  if (reporter === null) return seal === null || isErased || isReporterErased === true ? [] : ["reporter"];
  const told = reporter.salt === null ? null : reporterSeal(reporter, reporter.salt)["reporter"];
  return seal !== null && told === seal ? [] : ["reporter"];
}

/** What an event calls its pictures: the report's, and every field of the table of moves that takes some. */
const facts: readonly (readonly [name: string, stage: string])[] = [
  ["photos", "before"],
  ...Object.entries(fields).flatMap(([name, kind]) =>
    kind.input === "photos" ? [[name, kind.stage] as const] : [],
  ),
];

/** Each picture was told of by the act that brought it. */
function bentPhotos(events: readonly ChainedEvent[], { photos, casePhotos }: RowsOfCase): readonly string[] {
  if (!sealsRows(events)) return [];
  const told = events.flatMap((event) =>
    facts.flatMap(([name, stage]) => {
      const ids = event.facts[name];
      return Array.isArray(ids) ? ids.map((id) => `${stage} ${String(id)}`) : [];
    }),
  );
  const shown = photos.map(({ id, stage }) => `${stage} ${id}`);
  const same = [...told].sort().join() === [...shown].sort().join();
  const known = new Set(photos.map(({ id }) => id));
  const linked = casePhotos.length === known.size && casePhotos.every((id) => known.has(id));
  return same && linked ? [] : ["photos"];
}
