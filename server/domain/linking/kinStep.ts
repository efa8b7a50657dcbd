/** The other half of an act: what it does to a case that is bound to the one in hand. */
import type { Actor, Case, CaseEvent, Decision } from "../case.ts";
import { decisionOf } from "../decision.ts";
import type { Found } from "../move.ts";
import { chase, settle } from "../settle.ts";
import { step } from "../step.ts";
import { comeBack } from "../succession/comeBack.ts";
import { type Action, type Command, moveNamed } from "../workflow.ts";
import { notBefore, type World } from "../world.ts";

interface Half {
  readonly actor: Actor;
  readonly world: World;
  readonly facts: CaseEvent["facts"];
  readonly change: Partial<Case>;
  /** Why, in words, where the row takes a note. */
  readonly note?: string;
}

/** @throws when the row of the act refuses: whoever calls has asked whether it may happen. */
export function kinStep(
  found: Found,
  action: Action,
  { actor, world: given, facts, change, note }: Half,
): Decision {
  const world = notBefore(found.case.updatedAt, given);
  const move = moveNamed(action);
  if (move === null) throw new Error(`No row for ${action}`);
  const words = note === undefined ? {} : { note };
  const command = { action, version: found.case.version, ...words } as unknown as Command;
  const act = { command, move, actor, recordedAt: world.now, extra: { facts, rules: {}, change } };
  const settled = settle(found, world);
  const done = step(settled, act, world);
  if ("kind" in done) throw new Error(`${action} of ${found.case.number} was refused: ${done.code}`);
  return decisionOf(found, chase(comeBack(settled, done, world), world, world.now));
}
