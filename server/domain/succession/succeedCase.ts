/** 移交接续单位 and its way back on one case: an event that says from which unit to which, and why. */
import { isLive, assistantOf } from "../assignment.ts";
import type { Actor, Case, CaseEvent, Decision } from "../case.ts";
import { rulesOf, withRules } from "../caseRules.ts";
import { type Clock, isHeld, isRunning, voidClock } from "../clock.ts";
import { decisionOf } from "../decision.ts";
import type { Found } from "../move.ts";
import { chase, settle } from "../settle.ts";
import { type Standing, step } from "../step.ts";
import { type Command, moveNamed } from "../workflow.ts";
import { notBefore, type World } from "../world.ts";
import { isJoined, renamedCase } from "./renamed.ts";
import { type Bequest, openPartOf, type OpenPart } from "./succession.ts";

export interface SuccessionAct {
  readonly batch: string;
  readonly reason: string;
  readonly actor: Actor;
  readonly world: World;
}

/** @returns null where the closed unit has nothing in it. */
export function succeedCase(found: Found, bequest: Bequest, act: SuccessionAct): Decision | null {
  return moved(found, "succeed", bequest, act);
}

/** Why a case that was moved is not given back. */
export type NotBack = "notMoved" | "joined" | "actedSince";

/** Who has acted on it since, or had a part of their own before, has made it theirs. */
export function notBack({ case: found }: Pick<Found, "case">, { from, to }: Bequest): NotBack | null {
  const { succeeded } = rulesOf(found);
  if (succeeded?.from !== from || succeeded.to !== to) return "notMoved";
  if (succeeded.joined) return "joined";
  return found.turn === succeeded.turn ? null : "actedSince";
}

/** @param bequest as it was moved; it goes the other way. @returns null where `notBack` says why. */
export function unsucceedCase(found: Found, bequest: Bequest, act: SuccessionAct): Decision | null {
  if (notBack(found, bequest) !== null) return null;
  return moved(found, "unsucceed", { from: bequest.to, to: bequest.from }, act);
}

function moved(
  found: Found,
  action: Passing,
  bequest: Bequest,
  { world: given, ...act }: SuccessionAct,
): Decision | null {
  const world = notBefore(found.case.updatedAt, given);
  const done = passOn(settle(found, world), action, bequest, { ...act, world });
  return done && decisionOf(found, chase(done, world, world.now));
}

type Passing = "succeed" | "unsucceed";

/** @param standing settled by the instant of the act. @returns null where the unit has nothing in it. */
export function passOn(
  standing: Standing,
  action: Passing,
  bequest: Bequest,
  { batch, reason, actor, world }: SuccessionAct,
): Standing | null {
  const before = standing.case;
  const part = openPartOf(before, bequest.from);
  if (part === null) return null;
  const change = renamedCase(before, bequest);
  const clocks = renamedClocks(standing.clocks, before, bequest, world);
  const mark = { ...bequest, batch, at: world.now, turn: before.turn, joined: isJoined(before, bequest) };
  const marked = withRules(change.rules === undefined ? before : { rules: change.rules }, {
    succeeded: action === "succeed" ? mark : null,
  });
  const move = moveNamed(action);
  if (move === null) throw new Error(`No row for ${action}`);
  const command = { action, version: before.version, note: reason } as Command;
  const extra = {
    facts: factsOf(before, change, { ...bequest, batch, part }),
    rules: {},
    change: { ...change, ...marked },
  };
  const act = { command, move, actor, recordedAt: world.now, extra };
  const done = step({ ...standing, clocks }, act, world);
  if ("kind" in done) throw new Error(`${action} of ${before.number} was refused: ${done.code}`);
  return done;
}

interface Told extends Bequest {
  readonly batch: string;
  readonly part: OpenPart;
}

/** `leadUnit` stands among them when the case is led by another unit from now on. */
function factsOf(before: Case, change: Partial<Case>, { from, to, part, batch }: Told): CaseEvent["facts"] {
  const lead = change.leadUnit ?? before.leadUnit;
  const led = lead === before.leadUnit ? {} : { leadUnit: lead };
  return { fromUnit: from, toUnit: to, part, batch, ...led };
}

/**
 * Time goes on as it was: each clock keeps its limit, what is used up and its frozen calendar, only whose time it is
 * changes. A clock that stopped judged the unit that it ran against, and keeps its name.
 */
function renamedClocks(
  clocks: readonly Clock[],
  before: Case,
  bequest: Bequest,
  world: World,
): readonly Clock[] {
  const doubled = isDoubled(before, bequest);
  return clocks.map((clock) => {
    const unfinished = isRunning(clock) || isHeld(clock);
    if (!unfinished) return clock;
    const isAssist = clock.kind === "assist" || clock.kind === "assistSign";
    if (isAssist && doubled.includes(clock.unit ?? ""))
      return voidClock(clock, world.now, world.calendars.frozen(clock.policy.calendar));
    return clock.unit === bequest.from ? { ...clock, unit: bequest.to } : clock;
  });
}

/** Units whose helping ends because one unit has two parts in the case now. */
function isDoubled(before: Case, { from, to }: Bequest): readonly string[] {
  const helps = (unit: string) => {
    const row = assistantOf(before, unit);
    return row !== null && isLive(row);
  };
  if (before.leadUnit === from) return [from, to].filter(helps);
  if (before.leadUnit === to) return [from].filter(helps);
  return helps(from) && helps(to) ? [from] : [];
}
