/**
 * `decideTogether`: an act on one case with everything it means for the cases bound to it. The decisions are stored
 * together or not at all, so no reporter of a merged case is ever left without the result of its lead.
 */
import { type Actor, type Decision, isOpen, isOver, type Refusal, refuse } from "../case.ts";
import { type Clock, isRunning } from "../clock.ts";
import { isBad } from "../guards.ts";
import { decide, type Found, mayRectify } from "../move.ts";
import { machine } from "../settle.ts";
import type { Command } from "../workflow.ts";
import { notBefore, type World } from "../world.ts";
import { bondsOf, withBonds } from "./bonds.ts";
import { kinStep } from "./kinStep.ts";
import { link } from "./link.ts";
import { keepApart, merge, unmerge } from "./merge.ts";
import { type Birth, partsOf, split, wholeAfter } from "./split.ts";

/** The cases that may be touched beside the one in hand, as they were found. */
export interface Kin {
  /** The case that the command names by its number (`into`); null when there is none. */
  readonly named: Found | null;
  /** Every case bound to the one in hand or to the named one, and those bound to them. */
  readonly bound: readonly Found[];
  /** Who reported each case, as a key that says only whether two are the same person. */
  readonly voiceOf: (caseId: string) => string;
  /** Names for the cases that the act brings forth (分办), in their order. */
  readonly births: readonly Birth[];
}

export interface Together {
  readonly found: Found;
  readonly actor: Actor;
  readonly world: World;
  readonly kin: Kin;
}

/** @returns the decision on the case in hand first. */
export function decideTogether(command: Command, given: Together): readonly Decision[] | Refusal {
  const { found, actor } = given;
  const world = notBefore(found.case.updatedAt, given.world);
  const all = { ...given, world };
  switch (command.action) {
    case "merge":
      return merge(command, all);
    case "unmerge":
      return unmerge(command, all);
    case "keepApart":
      return keepApart(command, all);
    case "split":
      return split(command, all);
    case "link":
    case "unlink":
      return link(command, all);
    case "reopen":
      return reopen(command, all);
    default: {
      const decision = decide(found, command, actor, world);
      if (decision.kind === "refusal") return decision;
      return rated(decision, all) ?? [decision, ...following(found, decision, all)];
    }
  }
}

/** 没解决, said by the reporter of a merged case: it is the lead case that was not solved. */
function reopen(command: Command<"reopen">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world } = all;
  if (bondsOf(found.case).parts.length > 0) return reopenParts(command, all);
  const lead = leadOf(found, all.kin);
  const on = lead ?? found;
  const { id, version } = on.case;
  const decision = decide(on, { ...command, version }, lead ? { ...actor, caseId: id } : actor, world);
  if (decision.kind === "refusal") return decision;
  const kin = { ...all.kin, bound: [...all.kin.bound, found] };
  const decisions = [decision, ...following(on, decision, { ...all, kin })];
  return decisions
    .map((each) => (each === decision ? each : answering(each, found, command)))
    .sort((a, b) => rank(a, found) - rank(b, found));
}

/**
 * The command came to this case and acted on another: what it left here carries its id too, so that it is known again
 * when it is sent a second time, even when the lead has been closed once more meanwhile.
 */
function answering(decision: Decision, found: Found, { commandId }: Command): Decision {
  if (decision.case.id !== found.case.id || commandId === undefined) return decision;
  const [last] = decision.events.slice(-1);
  if (last === undefined) return decision;
  return { ...decision, events: [...decision.events.slice(0, -1), { ...last, commandId }] };
}

/** The whole is not solved: every part that may still be reopened is, and the whole waits for them again. */
function reopenParts(command: Command<"reopen">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const answers = partsOf(found.case, kin).map((part) =>
    decide(part, { ...command, version: part.case.version }, { ...actor, caseId: part.case.id }, world),
  );
  const reopened = answers.filter((answer) => answer.kind === "decision");
  if (reopened.length === 0)
    return answers.find((answer) => answer.kind === "refusal") ?? refuse("wrongState");
  const facts = { parts: reopened.map((part) => part.case.number) };
  const whole = kinStep(found, "resplit", { actor, world, facts, change: { closedAt: null } });
  return [answering(whole, found, command), ...following(found, whole, all), ...reopened];
}

/** The case in hand stands first among the decisions. */
function rank({ case: after }: Decision, found: Found): number {
  return after.id === found.case.id ? 0 : 1;
}

/** A bad rating by the reporter of a merged case is one of the lead's result: 差评整改 is the lead's. */
function rated(decision: Decision, all: Together): readonly Decision[] | null {
  const { found, kin, world } = all;
  const lead = leadOf(found, kin);
  const { rating, number } = decision.case;
  const bad = found.case.rating === null && rating !== null && isBad(rating.score, world.reference.counts);
  if (!bad || lead === null || !mayRectify(lead.case, world)) return null;
  const act = { actor: machine, world, facts: { voice: number }, change: {} };
  const rectified = kinStep(lead, "rectify", act);
  const others = following(lead, rectified, all);
  const back = rejoin(afterwards(found, decision), rectified.case, all);
  return [joined(decision, back), rectified, ...others];
}

/** Two decisions on one case, the second made after the first, as one. */
function joined(first: Decision, second: Decision): Decision {
  const later = new Set(second.clocks.map((clock) => clock.id));
  return {
    ...second,
    expects: first.expects,
    before: first.before,
    events: [...first.events, ...second.events],
    clocks: [...first.clocks.filter((clock) => !later.has(clock.id)), ...second.clocks],
    notices: [...first.notices, ...second.notices],
  };
}

function leadOf({ case: found }: Found, { bound }: Kin): Found | null {
  const into = bondsOf(found).merged?.into;
  return bound.find((row) => row.case.id === into) ?? null;
}

/** What the end of a case, or its coming back, means for those bound to it. */
function following(before: Found, { case: after }: Decision, all: Together): readonly Decision[] {
  const ends = isOpen(before.case.state) && isOver(after.state);
  const comesBack = isOver(before.case.state) && isOpen(after.state);
  if (!ends && !comesBack) return [];
  const led = followersOf(after.id, all.kin).map((follower) =>
    ends ? conclude(follower, after, all) : rejoin(follower, after, all),
  );
  const whole = wholeAfter(after, ends ? "ends" : "comesBack", all);
  const was = whole && all.kin.bound.find((row) => row.case.id === whole.case.id);
  return whole && was ? [...led, whole, ...following(was, whole, all)] : led;
}

export function followersOf(leadId: string, { bound }: Kin): readonly Found[] {
  return bound.filter((row) => bondsOf(row.case).merged?.into === leadId);
}

/** 随主件办结: by the same end, the unit that did the work, and a message to its reporter. */
function conclude(follower: Found, lead: Found["case"], { actor, world }: Together): Decision {
  const { state, leadUnit, number } = lead;
  return kinStep(follower, "conclude", {
    actor,
    world,
    facts: { lead: number, leadUnit },
    change: { state, leadUnit, closedAt: world.now },
  });
}

/**
 * What stands still now is remembered beside what stood still at merging: un-merging gives it all back. Where the lead
 * comes back to another unit than ended it (机构接续), that one leads here too.
 */
function rejoin(follower: Found, { leadUnit }: Found["case"], { actor, world }: Together): Decision {
  const { merged } = bondsOf(follower.case);
  const running = follower.clocks.filter(isRunning).map(({ id }) => id);
  const parked = [...new Set([...(merged?.parked ?? []), ...running])];
  const led = leadUnit === follower.case.leadUnit ? {} : { leadUnit };
  return kinStep(follower, "rejoin", {
    actor,
    world,
    facts: { lead: merged?.number ?? "", ...led },
    change: {
      ...led,
      closedAt: null,
      ...withBonds(follower.case, { merged: merged && { ...merged, parked } }),
    },
  });
}

/** A case with what a decision changed on it: what the next decision on it is made from. */
export function afterwards(found: Found, decision: Decision): Found {
  const changed = new Map(decision.clocks.map((clock) => [clock.id, clock]));
  const known = new Set(found.clocks.map((clock) => clock.id));
  const clocks: readonly Clock[] = [
    ...found.clocks.map((clock) => changed.get(clock.id) ?? clock),
    ...decision.clocks.filter((clock) => !known.has(clock.id)),
  ];
  return { case: decision.case, clocks };
}
