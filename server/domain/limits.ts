/** Which limit applies: the filing condition's own, else the item's, else the county's general policy. */
import type { Case } from "./case.ts";
import { type LadderStep, rulesOf } from "./caseRules.ts";
import type { ClockKind } from "./clock.ts";
import { underEmergency } from "./emergency/emergency.ts";
import type { Policy } from "./policy.ts";
import type { PolicyCode, Reference } from "./reference.ts";
import { currentStage } from "./staging.ts";
import type { Budget } from "./taxonomy.ts";
import type { Instant } from "./time.ts";
import { deadline } from "./worktime.ts";
import { isPressing } from "./urgency.ts";
import type { World } from "./world.ts";

/** The three stages of a filing condition (受理, 响应, 办结) and the clocks they set. */
const stageByKind = {
  file: "accept",
  accept: "respond",
  handle: "handle",
  // An assistant has the limits of the lead, from when it was called upon itself.
  assistSign: "respond",
  assist: "handle",
} as const;

function hasStage(kind: ClockKind): kind is keyof typeof stageByKind {
  return kind in stageByKind;
}

type Placed = Pick<Case, "townshipCode" | "urgency">;

type Judged = Pick<Case, "itemCode" | "conditionCode" | "rules" | "urgency">;

/**
 * The policy to freeze on a clock that starts now.
 * @throws when the county's policies lack the kind: reference data is checked for this at load time.
 */
export function policyFor(kind: ClockKind, found: Judged, reference: Reference): Policy {
  const general = generalPolicy(generalCode(kind, found, reference), reference);
  const special = specialLimit(kind, found, reference);
  return special === null
    ? general
    : { ...general, code: special.code, version: reference.version, budget: special.budget };
}

/** The same for a case that lies in an emergency: named limits of the county change for clocks that begin then. */
export function policyNow(kind: ClockKind, found: Judged & Placed, world: World): Policy {
  const policy = policyFor(kind, found, world.reference);
  const { emergencies = [], reference } = world;
  return underEmergency(policy, { code: kind, found }, { emergencies, rules: reference.emergency });
}

/** Until when a unit may say "not ours" to what is sent to it now (退单窗口), by its own calendar. */
export function windowEnd(unit: string, { now, reference, calendars }: World): Instant {
  return deadline(now, generalPolicy("returnWindow", reference).budget, calendars.of(unit));
}

/** How long the ladder waits before its next step; each step has a time of its own. */
export function ladderPolicy(next: LadderStep, reference: Reference): Policy {
  const general = generalPolicy("ladder", reference);
  const wait = reference.orders.find(({ code }) => code === next)?.wait ?? null;
  return wait === null ? general : { ...general, code: `ladder:${next}`, budget: wait };
}

/**
 * The county's general line for a clock of this kind. What is pressing was filed within minutes, at night too: it does not
 * wait for the morning to be sent out.
 */
export function generalCode(
  kind: ClockKind,
  found: Pick<Judged, "urgency" | "rules">,
  reference: Reference,
): PolicyCode {
  if (kind === "ruling") return rulingCode(found);
  if (kind === "dispatch" && isPressing(found.urgency) && reference.policies.has("urgentDispatch"))
    return "urgentDispatch";
  return kind;
}

/** 一级 1 个工作日, 二级 2 个, 三级 3 个 by default: each level of a ruling has a limit of its own. */
function rulingCode(found: Pick<Judged, "rules">): PolicyCode {
  const level = rulesOf(found).dispute?.level ?? 1;
  return ({ 1: "ruling", 2: "ruling2", 3: "ruling3" } as const)[level];
}

function generalPolicy(code: PolicyCode, { policies }: Reference): Policy {
  const policy = policies.get(code);
  if (!policy) throw new Error(`No policy ${code}`);
  return policy;
}

/** The stage that is worked on now. */
function stageLimit(found: Judged): { readonly code: string; readonly budget: Budget } | null {
  const stage = currentStage(found);
  return stage && { code: `${found.conditionCode}:stage:${stage.code}`, budget: stage.budget };
}

function specialLimit(
  kind: ClockKind,
  found: Judged,
  reference: Reference,
): { readonly code: string; readonly budget: Budget } | null {
  if (kind === "supervise") return answerLimit(found, reference);
  if (kind === "stage") return stageLimit(found);
  if (!hasStage(kind)) return null;
  const item = found.itemCode === null ? null : reference.taxonomy.lookUp(found.itemCode);
  if (!item) return null;
  const condition = item.conditions.find((row) => row.code === found.conditionCode);
  const source = condition ?? item;
  const { staging } = rulesOf(found);
  if (stageByKind[kind] === "handle" && staging)
    return { code: `${source.code}:${kind}`, budget: staging.total };
  return { code: `${source.code}:${kind}`, budget: source.limits[stageByKind[kind]] };
}

/** Within which the order that stands must be answered (督办回复). */
function answerLimit(
  found: Judged,
  { orders }: Reference,
): { readonly code: string; readonly budget: Budget } | null {
  const { supervision } = rulesOf(found);
  const rule = orders.find(({ code }) => code === supervision?.kind);
  const budget = supervision?.limit ?? rule?.answer ?? null;
  return rule === undefined || budget === null ? null : { code: `supervise:${rule.code}`, budget };
}
