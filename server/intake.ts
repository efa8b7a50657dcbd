/** The one way in: a report is read, placed, opened as a case, stored and told. Every channel comes through here. */
import type { Case, Actor, Refusal } from "./domain/case.ts";
import { refuse } from "./domain/case.ts";
import type { Deps } from "./deps.ts";
import type { ReportAnswer } from "./domain/reportAnswers.ts";
import { openCase, type Report } from "./domain/report.ts";
import { dayNumber, dayOf } from "./domain/time.ts";
import type { Placement } from "../geo/placement.ts";
import type { ReportedPoint } from "../geo/point.ts";
import { actAlone } from "./learning/actAlone.ts";
import { reportAnswer } from "./view/reportAnswer.ts";
import { worldFor } from "./world.ts";

export interface Taken {
  readonly kind: "taken";
  /** False when the same report had come before: the answer is that of the first time. */
  readonly isNew: boolean;
  readonly answer: ReportAnswer;
}

/**
 * Takes a report in, durably: the promise resolves when it is on disk. Sending it again answers with the first case;
 * another report under the same id is refused as `duplicate`.
 */
export async function takeIn(report: Report, actor: Actor, deps: Deps): Promise<Taken | Refusal> {
  const world = worldFor(deps);
  const reading = deps.reader.classify(report.text);
  const placement = placementOf(report, deps);
  if (placement !== null && placement.kind === "refusal") return placement;
  const decision = openCase(
    {
      report,
      reading,
      placement,
      caseId: deps.ids.caseId(),
      caseNumber: await nextCaseNumber(deps),
      trackingCode: deps.ids.trackingCode(),
    },
    actor,
    world,
  );
  const commitment = await deps.store.commit(decision);
  if (commitment.kind === "duplicate") return takenBefore(commitment.caseId, { report, actor }, deps);
  if (commitment.kind === "stale") throw new Error(`New case ${decision.case.id} was stale`);
  deps.live.announce(decision.case, null);
  await actAlone(decision.case.id, deps);
  // The head of a chain of one event is its first hash
  const isFirst = decision.events.length === 1;
  const answer = isFirst
    ? reportAnswer(decision.case, commitment.case.headHash, deps)
    : await answerOf(decision.case, deps);
  return { kind: "taken", isNew: true, answer };
}

async function answerOf(found: Case, deps: Deps): Promise<ReportAnswer> {
  return reportAnswer(found, await deps.store.record.firstHash(found.id), deps);
}

/** 案卷号: the day and a serial that begins anew every day. */
export async function nextCaseNumber({ store, clock }: Deps): Promise<string> {
  const day = dayOf(dayNumber(clock.now()));
  const serial = await store.drawNumber(day);
  return `${day.replaceAll("-", "")}-${String(serial).padStart(5, "0")}`;
}

/** By its coordinates; without them, by what its address or else its text says. */
export function placementOf(
  { point, address, text }: Pick<Report, "point" | "address" | "text">,
  deps: Pick<Deps, "locate" | "findPlaces" | "gridVersion">,
): Placement | Refusal | null {
  if (point !== null) return placeReport(point, deps);
  const fromAddress = address === null ? [] : deps.findPlaces(address);
  const guesses = fromAddress.length > 0 ? fromAddress : deps.findPlaces(text);
  const [first] = guesses;
  if (first === undefined) return null;
  return {
    kind: "spoken",
    code: first.settled,
    guesses,
    rule: "spokenPlace",
    gridVersion: deps.gridVersion,
    datum: "wgs84",
    point: first.point,
  };
}

/** Where a reported point lies; a point that cannot be one is refused by field. */
export function placeReport(point: ReportedPoint, { locate }: Pick<Deps, "locate">): Placement | Refusal {
  const placement = locate(point);
  if (placement.kind !== "refusal") return placement;
  const { field, value, expected } = placement;
  return refuse("badValue", { field: `point.${field}`, given: value, expected });
}

async function takenBefore(
  caseId: string,
  again: { readonly report: Report; readonly actor: Actor },
  deps: Deps,
): Promise<Taken | Refusal> {
  const found = await deps.store.cases.byId(caseId);
  if (!found || !isSame(found, again)) return refuse("duplicate", { field: "id" });
  return { kind: "taken", isNew: false, answer: await answerOf(found, deps) };
}

/** The same sender with the same report: places and items may have been corrected since, words may not. */
function isSame(found: Case, { report, actor }: { readonly report: Report; readonly actor: Actor }): boolean {
  const sender = actor.role === "resident" || actor.role === "system" ? null : actor.id;
  return (
    found.reportedBy === sender &&
    found.text === report.text &&
    found.channel === report.channel &&
    found.address === report.address
  );
}
