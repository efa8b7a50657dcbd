/** `decide`: the only function that changes a case. It reads the table of moves and answers a decision or a refusal. */
import type { Actor, Case, CaseEvent, Decision, Refusal } from "./case.ts";
import { refuse } from "./case.ts";
import { checkFields, factsOf, wordsOf } from "./checkFields.ts";
import type { Clock } from "./clock.ts";
import { applyEffect } from "./effect.ts";
import { holderAfter } from "./holder.ts";
import { noticesFor } from "./notices.ts";
import { forbids } from "./permit.ts";
import { ringEvents, rewind, settleClocks, turnClocks } from "./ring.ts";
import type { World } from "./world.ts";
import { type Command, type Move, moveNamed, moves } from "./workflow.ts";

export interface Found {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

/** @param command an act with the version of the case that the person saw. */
export function decide(found: Found, command: Command, actor: Actor, world: World): Decision | Refusal {
  const move = moveNamed(command.action);
  if (!move || move.action === "report")
    return refuse("badValue", { field: "action", given: command.action });
  const no =
    forbids(actor, move, found.case) ??
    isStale(found.case, command, move) ??
    checkFields(move, command, found.case, world);
  return no ?? carryOut({ found, command, move, actor }, world);
}

/** The moves this actor may make now: exactly the buttons that the screen shows. */
export function movesFrom(found: Case, actor: Actor): readonly Move[] {
  return moves.filter((move) => move.action !== "report" && forbids(actor, move, found) === null);
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

interface Act {
  readonly found: Found;
  readonly command: Command;
  readonly move: Move;
  readonly actor: Actor;
}

function carryOut({ found, command, move, actor }: Act, world: World): Decision | Refusal {
  const settled = settleClocks(found.clocks, world.now);
  const before = found.case;
  const rung = ringEvents(before, settled.rings, world.now);
  const effect = applyEffect(before, command, actor, world);
  if ("kind" in effect) return effect;
  const version = before.version + rung.length + 1;
  const state = move.to === "same" ? before.state : move.to;
  const moved: Case = {
    ...before,
    ...effect,
    state,
    version,
    turn: move.to === "same" && move.action !== "place" ? before.turn : version,
    missed: before.missed + settled.rings.filter((ring) => ring.stage === "overdue").length,
    updatedAt: world.now,
  };
  const held: Case = { ...moved, holder: holderAfter(move.hands, moved, world.reference.deskUnit) };
  const clocks = turnClocks(settled.clocks, { move, held, before }, world);
  const after: Case = { ...held, ...rewind(clocks) };
  return {
    kind: "decision",
    case: after,
    expects: before.version,
    events: [...rung, moveEvent({ found, command, move, actor }, after, world)],
    clocks: clocks.filter((clock) => !found.clocks.includes(clock)),
    notices: noticesFor(move, before, after, world),
    reporter: null,
  };
}

function moveEvent({ found, command, move, actor }: Act, after: Case, world: World): CaseEvent {
  return {
    caseId: after.id,
    seq: after.version,
    action: move.action as CaseEvent["action"],
    at: world.now,
    recordedAt: world.now,
    actorId: actor.id,
    actorRole: actor.role,
    actorUnit: actor.unit,
    from: found.case.state,
    to: after.state,
    facts: {
      ...factsOf(move, command, after),
      ...(after.holder === found.case.holder ? {} : { holder: after.holder }),
    },
    words: wordsOf(move, command),
    commandId: command.commandId ?? null,
  };
}
