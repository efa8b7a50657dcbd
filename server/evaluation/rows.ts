/** The exact cases behind a figure: above the line, under it, or left out, each with its reason. */
import type { FigureQuestion, FigureRow, RowsWanted } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type {
  EvaluationRow,
  EvaluationRowsAnswer,
  FigurePart,
  Grouping,
} from "../domain/evaluate/answers.ts";
import { factsIn } from "../domain/evaluate/facts.ts";
import { OBJECTED, type Place, placeOf } from "../domain/evaluate/figure.ts";
import type { Indicator } from "../domain/evaluate/rules.ts";
import { exemptLateWords, objectedWords } from "../domain/evaluate/words.ts";
import { inScope, type Scope } from "../domain/permit.ts";
import type { Names } from "../view/names.ts";
import { indicatorAnswer } from "./figures.ts";

export interface RowsAsked {
  readonly indicator: Indicator;
  readonly part: FigurePart;
  /** Only rows left out for this reason. */
  readonly reason?: string | undefined;
  readonly after: string | null;
  readonly limit: number;
}

export async function rowsAnswer(
  question: FigureQuestion,
  asked: RowsAsked,
  { store, names, clock }: Deps,
): Promise<Omit<EvaluationRowsAnswer, "group" | "from" | "to">> {
  const { indicator, after, limit } = asked;
  const wanted = await wantedRows(question, asked, store);
  const page = wanted
    ? await store.evaluation.rows(question, wanted, { after, limit })
    : { rows: [], total: 0, next: null };
  return {
    indicator: indicatorAnswer(indicator),
    rows: page.rows.map((row) => rowAnswer(row, indicator, question.scope, names)),
    total: page.total,
    next: page.next,
    now: clock.now(),
  };
}

/** The profiles of the question sorted by where they stand in the indicator; null for a source that has no accounts. */
export async function wantedRows(
  question: FigureQuestion,
  { indicator, part, reason }: Pick<RowsAsked, "indicator" | "part" | "reason">,
  store: Deps["store"],
): Promise<RowsWanted | null> {
  const { source } = indicator;
  if (source === "call") return null;
  const known = await store.evaluation.profiles(question, "all");
  const places = known
    .filter(({ subject }) => subject === source)
    .map(({ profile }) => ({ profile, place: placeOf(indicator, { subject: source, profile }) }));
  const those = (isWanted: (place: Place) => boolean) =>
    places.filter(({ place }) => isWanted(place)).map(({ profile }) => profile);
  const counted = (place: Place) => place.kind === "counted" && (part !== "over" || place.value !== 0);
  if (part !== "excluded")
    return { indicator: indicator.code, subject: source, profiles: those(counted), takenProfiles: [] };
  const leftOut = (place: Place) =>
    place.kind === "excluded" && (reason === undefined || reason === place.reason);
  const isObjected = reason === undefined || reason === OBJECTED;
  return {
    indicator: indicator.code,
    subject: source,
    // A row that is left out anyway is not taken out once more
    profiles: those(leftOut),
    takenProfiles: [...those(leftOut), ...(isObjected ? those(counted) : [])],
  };
}

/** The group of a figure as a narrower question. */
export function narrowed(question: FigureQuestion, by: Grouping, group: string | undefined): FigureQuestion {
  return group === undefined ? question : { ...question, [by]: group };
}

function rowAnswer(row: FigureRow, indicator: Indicator, scope: Scope, names: Names): EvaluationRow {
  const place = placeOf(indicator, row);
  const { caseId, number, state, subject, openedAt } = row;
  return {
    caseId,
    number,
    state,
    subject,
    openedAt,
    unit: names.holder(row.unit || null),
    township: names.township(row.township || null),
    item: names.item(row.item || null),
    value: place.kind === "counted" ? place.value : 0,
    reason: reasonOf(place, row.taken, indicator),
    remark: remarkOf(row),
    mayOpen: inScope(scope, { ...row, id: caseId }),
  };
}

function reasonOf(place: Place, isTaken: boolean, { exclusions }: Indicator): string | null {
  if (place.kind === "excluded")
    return exclusions.find((row) => row.code === place.reason)?.name ?? place.reason;
  return isTaken ? objectedWords : null;
}

function remarkOf({ profile }: FigureRow): string | null {
  const { exemptLate } = factsIn(profile);
  return exemptLate !== 0 ? exemptLateWords : null;
}
