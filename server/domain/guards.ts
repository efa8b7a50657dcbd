/**
 * Rules beyond "this person, at this stage": each has a stable name, which the refusal carries, and its words with what
 * the person may do instead (ruleWords.ts). Rows of the table of moves name the guards they stand under.
 */
import { assistantOf, assistantsOf, isLive } from "./assignment.ts";
import type { Actor, Case } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import type { Clock } from "./clock.ts";
import { disagrees, isRecheckOwed } from "./closing/recheck.ts";
import type { CountCode, Counts } from "./counts.ts";
import type { DutyRule } from "./duty.ts";
import { isHeldByOthers } from "./holding.ts";
import { currentStage } from "./staging.ts";
import { type Instant, parseDay, startOfDay } from "./time.ts";
import { bondsOf, isFollower } from "./linking/bonds.ts";

/** What a guard may look at beside the case. Where it is not known, the guard lets pass and `decide` judges again. */
export interface Around {
  readonly actor: Actor;
  readonly now?: Instant;
  readonly clocks?: readonly Clock[];
  /** The county's countable limits. */
  readonly counts?: Counts;
  /** Whether an emergency keeps a case of this kind from being sent out. */
  readonly freezes?: (found: Case) => boolean;
}

type Guard = (found: Case, around: Around) => boolean;

/** Is there one left of what may be done so often? */
const left = (done: number, code: CountCode, counts: Counts | undefined): boolean =>
  counts === undefined || done < counts[code].value;

export const guards = {
  componentNamed: (found) => rulesOf(found).component !== undefined,
  cellKnown: (found) => found.cellCode !== null,
  contactable: (found) => found.contactable && !found.confidential,
  selfHandled: (found) => rulesOf(found).selfHandled && found.leadUnit === null,
  notFrozen: (found, { freezes }) => freezes?.(found) !== true,
  hasLead: (found) => found.leadUnit !== null,
  /** 撤回上报: nobody has judged it, nor looked at what its reporter did on the spot. */
  notTakenUp: (found) =>
    found.state === "reported" || (rulesOf(found).selfHandled && found.leadUnit === null),
  noDanger: (found) => found.reading.danger.length === 0,

  assistCalled: (found, { actor }) => assistantOf(found, actor.unit)?.state === "called",
  assistSigned: (found, { actor }) => assistantOf(found, actor.unit)?.state === "signed",
  firstDecline: (found, { actor }) => (assistantOf(found, actor.unit)?.declines ?? 0) === 0,
  inAssistWindow: (found, { actor, now }) =>
    now === undefined || now < (assistantOf(found, actor.unit)?.until ?? now),
  assistantsLive: (found) => assistantsOf(found).some(isLive),
  assistantsSettled: (found) => !assistantsOf(found).some(isLive),

  stageOpen: (found) => currentStage(found) !== null,
  stagesFinished: (found) => currentStage(found) === null,

  notRuled: (found) => !rulesOf(found).ruled,
  noDispute: (found) => rulesOf(found).dispute === null,
  inDispute: (found) => rulesOf(found).dispute !== null,
  firstReturn: (found) => found.returns === 0,
  returnedBefore: (found) => found.returns > 0,
  inReturnWindow: (found, { now }) => {
    const { returnUntil } = rulesOf(found);
    return now === undefined || returnUntil === null || now < returnUntil;
  },
  belowTopLevel: (found) => (rulesOf(found).dispute?.level ?? 3) < 3,

  requested: (found) => rulesOf(found).request !== null,
  noRequest: (found) => rulesOf(found).request === null,
  extensionAsked: (found) => rulesOf(found).request?.kind === "extension",
  suspensionAsked: (found) => rulesOf(found).request?.kind === "suspension",
  suspensionAhead: (found, { now }) => {
    const day = parseDay(rulesOf(found).request?.until ?? "");
    return day === null || now === undefined || now < startOfDay(day);
  },
  waitAsked: (found) => rulesOf(found).request?.kind === "wait",
  extensionLeft: (found, { counts }) => left(rulesOf(found).extensions, "extensions", counts),
  suspensionLeft: (found, { counts }) => left(rulesOf(found).suspensions, "suspensions", counts),
  waitLeft: (found, { counts }) => left(rulesOf(found).waits, "waits", counts),
  handlingRuns: (_, { now, clocks }) => {
    if (clocks === undefined || now === undefined) return true;
    const handling = clocks.findLast((clock) => clock.kind === "handle");
    return handling !== undefined && handling.runningSince !== null && now < handling.dueAt;
  },

  admitted: (found) => rulesOf(found).unsolved !== null,
  notAdmitted: (found) => rulesOf(found).unsolved === null,
  reopenLeft: (found, { counts }) => left(rulesOf(found).reopens, "reopens", counts),
  dissatisfied: (found, { counts }) =>
    isBad(found.rating?.score, counts) ||
    (found.followUp?.solved ?? true) === false ||
    (found.followUp?.truthful ?? true) === false ||
    disagrees(found),
  recheckOwed: (found) => isRecheckOwed(found),
  rectifyLeft: (found, { counts }) => left(rulesOf(found).rectifications, "rectifications", counts),

  supervised: (found) => rulesOf(found).supervision !== null,
  notSupervised: (found) => rulesOf(found).supervision === null,
  heldByOthers: (found, { actor }) => isHeldByOthers(found.holder, actor.unit),
  superviseLeft: (found) =>
    !rulesOf(found).ladders.some(({ unit, step }) => unit === found.holder && step !== "urge"),
  notInstructed: (found) => rulesOf(found).supervision?.kind !== "instruct",
  climbed: (found) => rulesOf(found).ladders.some(({ step }) => step === "supervise"),

  handledLate: (_, { clocks }) =>
    clocks?.some((clock) => clock.kind === "handle" && clock.outcome === "missed") ?? true,
  noReview: (found) => rulesOf(found).review === null,
  reviewPending: (found) => rulesOf(found).review !== null,
  appealLeft: (found) => !rulesOf(found).reviewed.includes("overdue"),
  exclusionLeft: (found) => !rulesOf(found).reviewed.includes("unreasonable"),
  firstReview: (found) => rulesOf(found).review?.first === null,
  secondReview: (found) => (rulesOf(found).review?.first ?? null) !== null,
  notLead: (found) => bondsOf(found).group === null,
  notFollower: (found) => !isFollower(found),
  noPart: (found) => bondsOf(found).parent === null,
  otherReviewer: (found, { actor }) => rulesOf(found).review?.first !== actor.id,
  notOwnRequest: (found, { actor }) => rulesOf(found).review?.asker !== actor.id,
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

/** Every rule that a refusal may name. */
export type RuleName = GuardName | DutyRule | DeskRule;

/** Rules of what is kept beside the cases. */
type DeskRule =
  | "emergencyOver"
  | "emergencyOverlaps"
  | "noSuchObjection"
  | "notReached"
  | "unitOpen"
  | "noHeir"
  | "stillClosed";

/** 不满意 and worse. */
export function isBad(score: number | undefined, counts: Counts | undefined): boolean {
  return score !== undefined && score <= (counts?.dissatisfied.value ?? score);
}

/** The first rule that says no; null when all hold. */
export function brokenRule(
  names: readonly GuardName[] | undefined,
  found: Case,
  around: Around,
): GuardName | null {
  const judged: Record<GuardName, Guard> = guards;
  return names?.find((name) => !judged[name](found, around)) ?? null;
}
