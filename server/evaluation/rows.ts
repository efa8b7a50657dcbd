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
import { type CallAccount, callAccounts } from "./calls.ts";
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
  deps: Deps,
): Promise<Omit<EvaluationRowsAnswer, "group" | "gridVersion" | "from" | "to">> {
  const { store, names, clock } = deps;
  const { indicator, after, limit } = asked;
  if (indicator.source === "call") return await callRowsAnswer(question, asked, deps);
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

/** Calls are few: those of the period are read whole and shown from where the last page ended. */
async function callRowsAnswer(
  question: FigureQuestion,
  { indicator, part, reason, after, limit }: RowsAsked,
  deps: Deps,
): Promise<Omit<EvaluationRowsAnswer, "group" | "gridVersion" | "from" | "to">> {
  const found = (await callAccounts(question, deps)).filter(({ profile }) =>
    isWanted(placeOf(indicator, { subject: "call", profile }), part, reason),
  );
  const start = Number(after ?? 0) || 0;
  return {
    indicator: indicatorAnswer(indicator),
    rows: found.slice(start, start + limit).map((account) => callRow(account, indicator, deps.names)),
    total: found.length,
    next: start + limit < found.length ? String(start + limit) : null,
    now: deps.clock.now(),
  };
}

function callRow({ call, unit, profile }: CallAccount, indicator: Indicator, names: Names): EvaluationRow {
  const place = placeOf(indicator, { subject: "call", profile });
  return {
    caseId: call.id,
    number: call.number,
    state: null,
    subject: "call",
    unit: names.holder(unit),
    township: names.township(call.township),
    item: names.item(call.itemCode),
    openedAt: call.launchedAt,
    value: place.kind === "counted" ? place.value : 0,
    reason: reasonOf(place, false, indicator),
    remark: null,
    mayOpen: true,
  };
}

function isWanted(place: Place, part: FigurePart, reason: string | undefined): boolean {
  if (part === "excluded")
    return place.kind === "excluded" && (reason === undefined || reason === place.reason);
  return place.kind === "counted" && (part === "of" || place.value !== 0);
}

/** The profiles of the question sorted by where they stand in the indicator; null for calls, which have none stored. */
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
  const those = (wanted: FigurePart) =>
    places.filter(({ place }) => isWanted(place, wanted, reason)).map(({ profile }) => profile);
  const rows = { indicator: indicator.code, subject: source, profiles: those(part) };
  if (part !== "excluded") return { ...rows, takenProfiles: [] };
  const isObjected = reason === undefined || reason === OBJECTED;
  // A row that is left out anyway is not taken out once more
  return { ...rows, takenProfiles: [...rows.profiles, ...(isObjected ? those("of") : [])] };
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
