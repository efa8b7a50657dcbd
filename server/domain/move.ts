/** `decide`: the only function that changes a case. It reads the table of moves and answers a decision or a refusal. */
import type { Actor, Case, Decision, Refusal } from "./case.ts";
import { refuse } from "./case.ts";
import { checkFields } from "./checkFields.ts";
import type { Clock } from "./clock.ts";
import { ruleWords } from "./ruleWords.ts";
import { decisionOf } from "./decision.ts";
import { isFrozen } from "./emergency/emergency.ts";
import { isFollower } from "./linking/bonds.ts";
import { type Around, brokenRule, isBad } from "./guards.ts";
import { lessonsOf } from "./learning/lesson.ts";
import { forbids, forbidsInScope, inScope, scopeOf } from "./permit.ts";
import { chase, machine, machineAct, settle } from "./settle.ts";
import { type Act, type Standing, step } from "./step.ts";
import { comeBack } from "./succession/comeBack.ts";
import { notBefore, type World } from "./world.ts";
import { type Command, type Move, moveNamed, moves } from "./workflow.ts";

export interface Found {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

/** @param command an act with the version of the case that the person saw. */
export function decide(found: Found, command: Command, actor: Actor, given: World): Decision | Refusal {
  const world = notBefore(found.case.updatedAt, given);
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  if (judged.act.move.together) throw new Error(`${command.action} is decided with the other case`);
  return carryOut(found, judged, world);
}

/** A command that the rules allow, on the case as it stands now. */
export interface Judged {
  readonly settled: Standing;
  readonly act: Act;
}

export function judge(found: Found, command: Command, actor: Actor, world: World): Judged | Refusal {
  const move = moveNamed(command.action);
  if (!move || move.action === "report")
    return refuse("badValue", { field: "action", given: command.action });
  const settled = settle(found, world);
  const around = { actor, clocks: settled.clocks, ...aroundOf(world) };
  const no =
    forbids(actor, move, settled.case) ??
    isStale(settled.case, command, move) ??
    breaks(move, settled.case, around) ??
    checkFields(move, command, settled, world);
  return no ?? { settled, act: { command, move, actor, recordedAt: world.now } };
}

export function carryOut(found: Found, { settled, act }: Judged, world: World): Decision | Refusal {
  const { command, actor } = act;
  const done = step(settled, act, world);
  if ("kind" in done) return done;
  const stands = comeBack(settled, consequence(done, command, world), world);
  const decision = decisionOf(found, chase(stands, world, world.now));
  const lessons = lessonsOf(settled.case, command, actor, world);
  return lessons.length === 0 ? decision : { ...decision, lessons };
}

/**
 * The moves this actor may make now: exactly the buttons that the screen shows.
 * @param around without it, rules that depend on the time and the clocks are left to `decide`.
 */
export function movesFrom(found: Case, actor: Actor, around: Omit<Around, "actor"> = {}): readonly Move[] {
  const asked = { actor, ...around };
  return movesInPlace(found, actor).filter(
    (move) =>
      move.action !== "report" &&
      forbidsInScope(actor, move, found) === null &&
      brokenRule(move.when, found, asked) === null,
  );
}

/** Of the whole table the rows that start from the state of the case: none for somebody out of scope. */
function movesInPlace(found: Case, actor: Actor): readonly Move[] {
  return inScope(scopeOf(actor), found) ? (movesByState.get(found.state) ?? []) : [];
}

const movesByState: ReadonlyMap<Case["state"], readonly Move[]> = new Map(
  [...new Set(moves.flatMap(({ from }: Move) => from))].map((state) => [
    state,
    moves.filter(({ from }: Move) => from.includes(state)),
  ]),
);

/** An act that this actor would have but for one rule, which is worth telling: a button that says why it is dead. */
export interface Blocked {
  readonly move: Move;
  readonly refusal: Refusal;
}

/** Acts that are out of place altogether are not told of: nobody wants to read that there is nothing to grant. */
export function blockedFor(
  found: Case,
  actor: Actor,
  around: Omit<Around, "actor"> = {},
): readonly Blocked[] {
  const asked = { actor, ...around };
  return movesInPlace(found, actor).flatMap((move): readonly Blocked[] => {
    const no = forbidsInScope(actor, move, found);
    if (no?.code === "ownWork") return [{ move, refusal: no }];
    if (no !== null || move.when === undefined) return [];
    const broken = move.when.filter((name) => brokenRule([name], found, asked) !== null);
    const [rule] = broken;
    if (rule === undefined || !broken.every((name) => ruleWords[name].shown)) return [];
    return [{ move, refusal: refuse("wrongState", { given: found.state, expected: found.state, rule }) }];
  });
}

/** What the guards ask of the world. */
export function aroundOf(
  world: Pick<World, "now" | "reference" | "emergencies">,
): Pick<Around, "now" | "counts" | "freezes"> {
  const { now, reference, emergencies = [] } = world;
  const freezes = (found: Case) => isFrozen(found, emergencies, reference.emergency);
  return { now, counts: reference.counts, ...(emergencies.length === 0 ? {} : { freezes }) };
}

function breaks(move: Move, found: Case, around: Parameters<typeof brokenRule>[2]): Refusal | null {
  const rule = brokenRule(move.when, found, around);
  return rule === null ? null : refuse("wrongState", { given: found.state, expected: found.state, rule });
}

/** Urging and comments never go stale; any other act needs to have seen the last change of state. */
function isStale(found: Case, command: Command, move: Move): Refusal | null {
  if (command.version > found.version) {
    return refuse("badValue", {
      field: "version",
      given: String(command.version),
      expected: String(found.version),
    });
  }
  const consequential = move.to !== "same" || move.action === "place";
  return consequential && command.version < found.turn
    ? refuse("stale", { given: String(command.version), expected: String(found.version) })
    : null;
}

/** A bad rating opens rectification (差评整改) in the same decision, as an act of the machine's own. */
function consequence(done: Standing, command: Command, world: World): Standing {
  const rated = command.action === "rate" || command.action === "followUp";
  const bad = rated && isBad(command.score, world.reference.counts);
  // What a merged case got is the result of its lead: see linking/together.ts
  const opens = bad && !isFollower(done.case) && mayRectify(done.case, world);
  return opens ? machineAct(done, "rectify", world, { recordedAt: world.now }) : done;
}

/** 差评整改 is possible once, for what was closed as solved by a unit. */
export function mayRectify(found: Case, { reference: { counts } }: World): boolean {
  const around = { actor: machine, counts };
  const possible = brokenRule(["hasLead", "rectifyLeft", "notAdmitted"], found, around) === null;
  return possible && (found.state === "closed" || found.state === "followedUp");
}
