/** `openCase`: a report that was read and placed becomes a case with its first event and its first clock. */
import type { Placement } from "../../geo/placement.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import { assignmentsOf } from "./assignment.ts";
import type { CaseComponent } from "./component/component.ts";
import type { Actor, Case, Channel, Decision, DeskReason, Reporter } from "./case.ts";
import { withRules } from "./caseRules.ts";
import { startClock } from "./clock.ts";
import { holderAfter } from "./holder.ts";
import { policyNow } from "./limits.ts";
import { withBonds } from "./linking/bonds.ts";
import type { Reading } from "./reader.ts";
import { rewind } from "./turnClocks.ts";
import type { Instant } from "./time.ts";
import type { World } from "./world.ts";

/** What somebody saw, checked for form at the door. */
export interface Report {
  readonly id: string;
  readonly text: string;
  readonly channel: Channel;
  readonly point: ReportedPoint | null;
  readonly address: string | null;
  readonly photos: readonly string[];
  /** Chosen by the person who reports; null leaves it to the reader. */
  readonly itemCode: string | null;
  readonly reporter: Reporter | null;
  readonly confidential: boolean;
  /** 代报: an officer writes it down for a resident, who hears of what becomes of it. */
  readonly onBehalf?: boolean;
  /** 随手办结: whoever saw it has solved it on the spot; it goes straight to the check. */
  readonly solvedOnSpot?: { readonly result: string; readonly photosAfter: readonly string[] };
  /** 上报人认为与这一案卷是同一件: id of a case; a desk decides. */
  readonly sameAs?: string;
  /** 部件 it is about. */
  readonly component?: CaseComponent;
  /** Where it was kept before, for imported reports. The clocks start at receipt, whatever that source says. */
  readonly origin?: Origin;
}

/** An entry of another system (外部来源). Its time is a claim: kept as a fact, never used for a clock. */
export interface Origin {
  readonly source: string;
  /** The number it has there (外部编号). */
  readonly sourceNumber: string | null;
  readonly claimedAt: Instant | null;
}

export interface Intake {
  readonly report: Report;
  readonly reading: Reading;
  readonly placement: Placement | null;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
}

export function openCase(intake: Intake, actor: Actor, world: World): Decision {
  const opened = newCase(intake, actor, world);
  const kind = opened.state === "handled" ? ("check" as const) : ("file" as const);
  const clock = startClock(
    {
      id: world.newId(),
      caseId: opened.id,
      kind,
      unit: opened.holder,
      policy: policyNow(kind, opened, world),
    },
    world.now,
    world.calendars.of(opened.holder),
  );
  const found: Case = { ...opened, ...rewind([clock]) };
  return {
    kind: "decision",
    case: found,
    expects: null,
    before: null,
    events: [reportEvent(found, intake, { actor, now: world.now })],
    clocks: [clock],
    lookAt: clock.lookAt,
    notices: deskNotice(found, world),
    assignments: assignmentsOf(found),
    reporter: intake.report.reporter,
  };
}

/** Why a person must look before anything else happens; empty when reading and placing were both sure. */
export function deskReasons(
  report: Pick<Report, "itemCode">,
  reading: Reading,
  placement: Placement | null,
): readonly DeskReason[] {
  const reasons: DeskReason[] = [...placeReasons(placement)];
  if (reading.speech === "consult") reasons.push("consult");
  if (report.itemCode === null && !reading.sure) reasons.push("unsureItem");
  if (reading.danger.length > 0) reasons.push("danger");
  return reasons;
}

/** What there is to ask about the place alone. */
export function placeReasons(placement: Placement | null): readonly DeskReason[] {
  if (placement === null || isNowhere(placement)) return ["unplaced"];
  if (placement.kind === "ambiguous") return ["ambiguousPlace"];
  if (placement.kind === "near") return ["nearPlace"];
  return placement.kind === "spoken" ? ["spokenPlace"] : [];
}

const aboutThePlace: readonly DeskReason[] = ["unplaced", "ambiguousPlace", "nearPlace", "spokenPlace"];

/** Reasons that another place does not answer. */
export function isOtherReason(reason: DeskReason): boolean {
  return !aboutThePlace.includes(reason);
}

/** Where to draw a case; a place of which the words settle nothing is not drawn. */
export function pinOf(placement: Placement | null): Point | null {
  return placement === null || (placement.kind === "spoken" && isNowhere(placement)) ? null : placement.point;
}

/** The cell a placement speaks for; an ambiguous one speaks for none until a person has chosen. */
export function cellOf(placement: Placement | null): string | null {
  if (placement?.kind === "spoken") return placement.code.length === CELL_DIGITS ? placement.code : null;
  return placement?.kind === "inside" || placement?.kind === "near" ? placement.cell : null;
}

/** 15-digit cell codes begin with the 9 digits of the township. Candidates that agree on it settle the township. */
export function townshipOf(placement: Placement | null): string | null {
  const cell = cellOf(placement);
  if (cell !== null) return cell.slice(0, 9);
  if (placement?.kind === "spoken") return placement.code.slice(0, 9) || null;
  if (placement?.kind !== "ambiguous") return null;
  const townships = new Set(placement.candidates.map((candidate) => candidate.cell.slice(0, 9)));
  return townships.size === 1 ? ([...townships][0] ?? null) : null;
}

/** 6 county, 3 township, 3 community, 3 serial. */
const CELL_DIGITS = 15;

function isNowhere(placement: Placement): boolean {
  return placement.kind === "outside" || (placement.kind === "spoken" && placement.code === "");
}

/** Written as one literal: chained spreads of so many members take ten times as long. */
function newCase(intake: Intake, actor: Actor, world: World): Case {
  const { report, reading, placement } = intake;
  const itemCode = report.itemCode ?? (reading.sure ? (reading.candidates[0]?.code ?? null) : null);
  const item = itemCode === null ? null : world.reference.taxonomy.lookUp(itemCode);
  const { state, handledBy, leadUnit, photos, rules } = beginning(report, actor);
  const spotted = state === "handled" && actor.role !== "gridWorker";
  const cellCode = cellOf(placement);
  const townshipCode = townshipOf(placement);
  const contactable = report.reporter?.phone != null;
  const held = { townshipCode, leadUnit, cellCode, contactable };
  const opened: Case = {
    id: intake.caseId,
    number: intake.caseNumber,
    version: 1,
    turn: 1,
    reportId: report.id,
    trackingCode: intake.trackingCode,
    state,
    channel: report.channel,
    reportedAt: world.now,
    reportedBy: actor.role === "resident" || actor.role === "system" ? null : actor.id,
    text: report.text,
    address: report.address,
    point: report.point,
    placement,
    cellCode,
    townshipCode,
    itemCode: item?.code ?? null,
    conditionCode: null,
    urgency: item?.urgency ?? "normal",
    reading,
    desk: deskReasons(report, reading, placement),
    confidential: report.confidential || (item?.reporterConfidential ?? false),
    contactable,
    leadUnit,
    holder: holderAfter(spotted ? "checker" : "desk", held, world.reference.deskUnit),
    handledBy,
    returns: 0,
    reworks: 0,
    urges: 0,
    missed: 0,
    warnAt: null,
    dueAt: null,
    severeAt: null,
    dueBy: null,
    followUp: null,
    rating: null,
    photos,
    closedAt: null,
    updatedAt: world.now,
    headHash: "",
  };
  const begun = rules === undefined ? opened : { ...opened, rules };
  const { component } = report;
  const told = component === undefined ? begun : { ...begun, ...withRules(begun, { component }) };
  return report.sameAs === undefined ? told : { ...told, ...withBonds(told, { sameAs: report.sameAs }) };
}

type Beginning = Pick<Case, "state" | "handledBy" | "leadUnit" | "photos" | "rules">;

/**
 * 随手办结 begins where others arrive: with a result that somebody else must look at. What a grid worker solved is
 * checked by the desk; what a desk or department solved was led by it, and the grid worker looks.
 */
function beginning(report: Report, actor: Actor): Beginning {
  const { solvedOnSpot, onBehalf = false } = report;
  const selfHandled = solvedOnSpot !== undefined;
  const rules = selfHandled || onBehalf ? withRules({}, { selfHandled, onBehalf }) : {};
  const before = report.photos.map((id) => ({ id, stage: "before" as const }));
  if (!selfHandled) return { ...rules, state: "reported", handledBy: null, leadUnit: null, photos: before };
  const after = solvedOnSpot.photosAfter.map((id) => ({ id, stage: "after" as const }));
  const leadUnit = actor.role === "gridWorker" ? null : actor.unit;
  return { ...rules, state: "handled", handledBy: actor.id, leadUnit, photos: [...before, ...after] };
}

function reportEvent(
  found: Case,
  intake: Intake,
  by: { readonly actor: Actor; readonly now: Instant },
): Decision["events"][number] {
  return {
    caseId: found.id,
    seq: 1,
    action: "report",
    at: by.now,
    recordedAt: by.now,
    actorId: by.actor.id,
    actorRole: by.actor.role,
    actorUnit: by.actor.unit,
    from: null,
    to: found.state,
    facts: {
      number: found.number,
      channel: found.channel,
      itemCode: found.itemCode,
      cellCode: found.cellCode,
      townshipCode: found.townshipCode,
      holder: found.holder,
      desk: found.desk,
      photos: intake.report.photos,
      ...(intake.report.solvedOnSpot ? { photosAfter: intake.report.solvedOnSpot.photosAfter } : {}),
      confidential: found.confidential,
      ...(found.rules?.selfHandled ? { selfHandled: true } : {}),
      ...(found.rules?.onBehalf ? { onBehalf: true } : {}),
      ...(found.leadUnit === null ? {} : { leadUnit: found.leadUnit }),
      ...(found.rules?.component ? { component: found.rules.component.code } : {}),
      ...intake.report.origin,
    },
    words: {
      text: found.text,
      ...(found.address === null ? {} : { address: found.address }),
      ...(intake.report.solvedOnSpot ? { result: intake.report.solvedOnSpot.result } : {}),
    },
    commandId: null,
  };
}

function deskNotice(found: Case, world: World): Decision["notices"] {
  if (found.holder === null) return [];
  return [
    {
      id: world.newId(),
      caseId: found.id,
      seq: found.version,
      kind: "report",
      to: { kind: "unit", code: found.holder },
      createdAt: world.now,
    },
  ];
}
