/** The case file (案卷) as one person may see it. Pure: everything it shows is handed in. */
import { metresBetween } from "../../geo/near.ts";
import type { CaseAnswer, MoveOffer } from "../domain/caseAnswers.ts";
import type { ClockAnswer } from "../domain/clockAnswers.ts";
import type { ResponsibleAnswer } from "../domain/readerAnswers.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { CalendarBook } from "../domain/calendars.ts";
import type { KnownRuling } from "../domain/catalogue/facts.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";
import { type Actor, type Case, type Reporter } from "../domain/case.ts";
import { assistantsAllowed } from "../domain/checkAssist.ts";
import { type Clock, dueByOf, isRunning } from "../domain/clock.ts";
import { type Emergency, emergencyOf } from "../domain/emergency/emergency.ts";
import type { FieldName } from "../domain/fields.ts";
import type { LayerCell } from "../domain/gridAnswers.ts";
import { ledgerOf } from "../domain/ledger.ts";
import { ledgerParts } from "../domain/ledgerParts.ts";
import { aroundOf, blockedFor, movesFrom } from "../domain/move.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { placesOf } from "../domain/relocate.ts";
import { pinOf } from "../domain/report.ts";
import type { ShiftOffer } from "../domain/shift/answers.ts";
import { stagesOf } from "../domain/staging.ts";
import type { Reference } from "../domain/reference.ts";
import type { Instant } from "../domain/time.ts";
import { festivalsOf, timesIn } from "../domain/times/times.ts";
import { explain } from "../explain.ts";
import { assignmentsAnswer, assistantsEvents, clocksSeen, onlyAssists } from "./assignments.ts";
import { caseRow } from "./caseRow.ts";
import { historyAnswer, type HistoryMaterial } from "./history.ts";
import type { Names } from "./names.ts";
import { isContactDesk, reporterAnswer } from "./privacy.ts";
import { rulesAnswer } from "./rulesAnswer.ts";
import { itemCodeOf, responsibleOf, suggestionsOf } from "./suggested.ts";

export interface CaseMaterial extends HistoryMaterial {
  readonly case: Case;
  readonly clocks: readonly Clock[];
  readonly reporter: Reporter | null;
  /** An earlier ruling that speaks for a unit. */
  readonly ruling?: KnownRuling | null;
  /** Its cells in the other layers of the grid. */
  readonly layers?: readonly LayerCell[];
  readonly shiftOffer?: ShiftOffer | null;
}

export interface Viewer {
  readonly actor: Actor;
  readonly now: Instant;
  readonly reference: Reference;
  readonly names: Names;
  readonly calendar: Calendar;
  readonly calendars: CalendarBook;
  readonly catalogue: DispatchCatalogue;
  readonly emergencies: readonly Emergency[];
}

/** A case that has just left the viewer's scope by their own move is shown without anything they may no longer see. */
export function caseAnswer(material: CaseMaterial, viewer: Viewer): CaseAnswer {
  const seen = inScope(scopeOf(viewer.actor), material.case);
  const shown = seen
    ? asSeenBy(material, viewer.actor)
    : { ...material, reporter: null, events: [], clocks: [] };
  const { case: found, reporter, clocks } = shown;
  const { actor, names, now } = viewer;
  const offers = movesFrom(found, actor, { ...aroundOf(viewer), clocks });
  const responsible = responsibleOf(found, viewer, shown.ruling);
  return {
    ...caseRow(found, actor, names),
    condition: conditionOf(found, viewer.reference),
    point: pinOf(found.placement),
    placement: found.placement,
    sentPoint: seen ? found.point : null,
    earlierPlaces: seen ? earlierPlaces(found, names) : [],
    shiftOffer: seen ? (shown.shiftOffer ?? null) : null,
    layers: shown.layers ?? [],
    reading: found.reading,
    times: timesIn(found.text, found.reportedAt, festivalsOf(viewer.reference)),
    suggestions: suggestionsOf(found.reading, names),
    responsible,
    reporter: seen ? reporterAnswer(found, reporter, actor) : null,
    photos: seen ? found.photos : [],
    rating: found.rating,
    followUp: found.followUp,
    clocks: clocks.map((clock) => clockAnswer(clock, found, names)),
    // What is argued and asked for is between the lead and its desk
    rules: rulesAnswer(onlyAssists(actor, found) ? withoutRules(found) : found, clocks, viewer),
    ledger: ledgerAnswer(shown.events, viewer),
    history: historyAnswer(shown, { found, actor, names }),
    component: componentOf(found, names),
    stages: stagesOf(found),
    assignments: seen ? assignmentsAnswer(found, material.nameByAccount, viewer) : [],
    moves: offers.map((move) => ({
      action: move.action,
      needs: move.needs,
      may: move.may,
      defaults: defaultsOf(move, { found, responsible }, viewer),
    })),
    emergency: emergencyAnswer(found, viewer),
    blocked: seen ? blockedMoves(found, clocks, viewer) : [],
    trackingCode: seen && isContactDesk(actor, found) ? found.trackingCode : null,
    now,
  };
}

function ledgerAnswer(
  events: CaseMaterial["events"],
  { now, calendars, names }: Viewer,
): CaseAnswer["ledger"] {
  const parts = ledgerParts(ledgerOf(events, now), calendars);
  return {
    total: parts.reduce((sum, part) => sum + part.elapsed, 0),
    parts: parts.map((part) => ({ ...part, holder: names.holder(part.holder) })),
  };
}

function componentOf({ rules }: Case, names: Names): CaseAnswer["component"] {
  const component = rules?.component;
  if (component === undefined) return null;
  const { code, name, owner } = component;
  return { code, name, owner: names.holder(owner) };
}

function earlierPlaces(found: Case, names: Names): CaseAnswer["earlierPlaces"] {
  const pin = pinOf(found.placement);
  return placesOf(found).map(({ point, spot, cell, until }) => ({
    point,
    spot,
    cell: names.cell(cell),
    until,
    metres: spot && pin ? Math.round(metresBetween(spot, pin)) : null,
  }));
}

function emergencyAnswer(found: Case, { emergencies }: Viewer): CaseAnswer["emergency"] {
  const emergency = emergencyOf(found, emergencies);
  return emergency && { reason: emergency.reason, startedAt: emergency.startedAt };
}

/** Dead buttons, each with its rule; the other acts that are open are the way round it. */
function blockedMoves(found: Case, clocks: readonly Clock[], viewer: Viewer): CaseAnswer["blocked"] {
  const { actor, reference } = viewer;
  return blockedFor(found, actor, { ...aroundOf(viewer), clocks }).map(({ move: { action }, refusal }) => ({
    action,
    rule: explain(refusal, { action, found, reference, offers: [] }),
  }));
}

function conditionOf({ itemCode, conditionCode }: Case, reference: Reference): CaseAnswer["condition"] {
  const item = itemCode === null ? null : reference.taxonomy.lookUp(itemCode);
  const condition = item?.conditions.find((row) => row.code === conditionCode);
  if (!condition) return null;
  const { code, fileWhen, closeWhen } = condition;
  return { code, fileWhen, closeWhen };
}

function asSeenBy(material: CaseMaterial, actor: Actor): CaseMaterial {
  const { case: found, events } = material;
  if (!onlyAssists(actor, found)) return material;
  return {
    ...material,
    clocks: clocksSeen(material, actor),
    events: assistantsEvents(events, actor.unit),
  };
}

function withoutRules(found: Case): Case {
  const { rules: _, ...bare } = found;
  return bare;
}

/** The policy of a stage's clock ends in the code of the stage. */
function stageName({ kind, policy }: Clock, found: Case): string | null {
  if (kind !== "stage") return null;
  return stagesOf(found).find(({ code }) => policy.code.endsWith(`:${code}`))?.name ?? null;
}

function clockAnswer(clock: Clock, found: Case, names: Names): ClockAnswer {
  const { id, kind, startedAt, warnAt, dueAt, severeAt, stage, stoppedAt, outcome } = clock;
  return {
    name: stageName(clock, found),
    id,
    kind,
    unit: names.holder(clock.unit),
    budget: clock.policy.budget,
    startedAt,
    warnAt,
    dueAt,
    severeAt,
    running: isRunning(clock),
    stage,
    stoppedAt,
    outcome,
    dueBy: dueByOf(clock),
  };
}

/** What a form begins with: the likeliest item, the unit that the catalogue names and, when it is sent out, who assists. */
function defaultsOf(
  { action, needs, may }: Pick<MoveOffer, "action" | "needs" | "may">,
  { found, responsible }: { readonly found: Case; readonly responsible: ResponsibleAnswer | null },
  viewer: Viewer,
): MoveOffer["defaults"] {
  const asked: readonly FieldName[] = [...needs, ...may];
  const itemCode = itemCodeOf(found);
  const unit = responsible?.unit.code;
  const named = action === "dispatch" ? (responsible?.assisting ?? []).map(({ code }) => code) : [];
  const assistUnits = assistantsAllowed(named, unit ?? null, found, viewer);
  return {
    ...(asked.includes("itemCode") && itemCode !== null ? { itemCode } : {}),
    ...(asked.includes("basisItem") && itemCode !== null ? { basisItem: itemCode } : {}),
    ...(asked.includes("unit") && unit !== undefined ? { unit } : {}),
    ...(assistUnits.length > 0 ? { assistUnits } : {}),
  };
}
