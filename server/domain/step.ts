/** One act carried out on a case as it stands: what every act has in common, whoever or whatever makes it. */
import { type Actor, type Case, type CaseEvent, isOpen, type Notice, type Refusal } from "./case.ts";
import { type CaseRules, rulesOf, withRules } from "./caseRules.ts";
import { factsOf, wordsOf } from "./checkFields.ts";
import { type Clock, isRunning } from "./clock.ts";
import { applyEffect } from "./effect.ts";
import { holderAfter } from "./holder.ts";
import { noticesFor } from "./notices.ts";
import { isOrder, orderedUnit, stillUnheard, tellOrder } from "./orders.ts";
import { lateUnits, rewind, turnClocks } from "./turnClocks.ts";
import type { Instant } from "./time.ts";
import type { Command, Move } from "./workflow.ts";
import type { World } from "./world.ts";

/** A case with everything that has been decided on the way. */
export interface Standing {
  readonly case: Case;
  readonly clocks: readonly Clock[];
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
}

export interface Act {
  readonly command: Command;
  readonly move: Move;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  /** What the machine adds to an act of its own: facts, memory, and who must hear of it. */
  readonly extra?: {
    readonly facts: CaseEvent["facts"];
    readonly rules: Partial<CaseRules>;
    /** Without it those hear of it whom the row names. */
    readonly tells?: string;
    /** What another case, to which this one belongs, changes on it. */
    readonly change?: Partial<Case>;
  };
}

/** @param world its `now` is the instant the act counts from. */
export function step(standing: Standing, act: Act, world: World): Standing | Refusal {
  const { command, move, actor } = act;
  const before = standing.case;
  const effect = applyEffect(before, command, actor, world);
  if ("kind" in effect) return effect;
  const held = moved(before, effect, act);
  held.holder = holderAfter(move.hands, held, world.reference.deskUnit);
  const clocks = turnClocks(standing.clocks, { move, held, before }, world);
  const turned: Case = Object.assign(offLadders(held, clocks, world.now), rewind(clocks));
  const told = tell(before, turned, act, world);
  return {
    case: told.case,
    clocks,
    events: [
      ...standing.events,
      eventOf(
        { before, after: told.case, act, told: { ...told.facts, ...limitOf(standing, move) } },
        world.now,
      ),
    ],
    notices: [...standing.notices, ...told.notices],
  };
}

/** A copy that nobody else has seen yet. */
type Draft = { -readonly [Name in keyof Case]: Case[Name] };

/** Copied once and then filled in: spreading so many members again for each change takes most of the time of an act. */
function moved(before: Case, effect: Partial<Case>, { move, extra, recordedAt }: Act): Draft {
  const draft: Draft = Object.assign({ ...before }, effect, extra?.change);
  if (extra !== undefined) Object.assign(draft, withRules(draft, extra.rules));
  draft.version = before.version + 1;
  // What varies was decided by the case it belongs to, and stands in its change
  if (move.to !== "same" && move.to !== "varies") draft.state = move.to;
  if (move.to !== "same" || move.action === "place") draft.turn = draft.version;
  draft.updatedAt = recordedAt;
  return draft;
}

/** The limit that this act was under: what an act stops is kept with it, whatever becomes of the clock later. */
function limitOf({ clocks }: Standing, { stops }: Move): CaseEvent["facts"] {
  const [first] = clocks
    .filter((clock) => isRunning(clock) && stops.includes(clock.kind))
    .sort((a, b) => a.dueAt - b.dueAt);
  return first === undefined ? {} : { due: first.dueAt, began: first.startedAt };
}

interface Told {
  readonly case: Case;
  readonly notices: readonly Notice[];
  readonly facts: CaseEvent["facts"];
}

/** An order (催办, 督办, 批示, 通报) goes to those named for it; where there is nobody, the case remembers. */
function tell(before: Case, after: Case, { move, extra }: Act, world: World): Told {
  const kind = move.action;
  const unit = isOrder(kind) ? (extra?.tells ?? orderedUnit(kind, before)) : null;
  if (unit === null || !isOrder(kind))
    return { case: after, notices: noticesFor(move, before, after, world), facts: {} };
  const { notices, heard, unheard } = tellOrder(kind, unit, after, world);
  const same = unheard.length === 0 && rulesOf(after).unheard.length === 0;
  const remembered = same ? after : { ...after, ...withRules(after, { unheard }) };
  return { case: remembered, notices, facts: { unit, heard } };
}

/** A unit is off the ladder when nothing of it is overdue any more; then nobody need hear of its steps. */
function offLadders(held: Draft, clocks: readonly Clock[], now: Instant): Draft {
  const { ladders, unheard } = rulesOf(held);
  if (ladders.length === 0 && unheard.length === 0) return held;
  const late = lateUnits(clocks, now);
  const left = { ...held, ...withRules(held, { ladders: ladders.filter(({ unit }) => late.has(unit)) }) };
  return unheard.length === 0
    ? left
    : { ...left, ...withRules(left, { unheard: stillUnheard(left, isOpen(left.state)) }) };
}

interface Happened {
  readonly before: Case;
  readonly after: Case;
  readonly act: Act;
  readonly told: CaseEvent["facts"];
}

function eventOf({ before, after, act, told }: Happened, now: Instant): CaseEvent {
  const { move, command, actor, extra } = act;
  return {
    caseId: after.id,
    seq: after.version,
    action: move.action as CaseEvent["action"],
    at: now,
    recordedAt: act.recordedAt,
    actorId: actor.id,
    actorRole: actor.role,
    actorUnit: actor.unit,
    from: before.state,
    to: after.state,
    facts: {
      ...factsOf(move, command, after),
      ...extra?.facts,
      ...told,
      ...rulingFacts(before, after, move),
      ...(after.holder === before.holder ? {} : { holder: after.holder }),
    },
    words: wordsOf(move, command),
    commandId: command.commandId ?? null,
  };
}

/** A ruling is kept as a precedent: its event says all that the next dispatcher must know. */
function rulingFacts(before: Case, after: Case, { action }: Move): CaseEvent["facts"] {
  const { dispute } = rulesOf(before);
  if ((action !== "rule" && action !== "uphold") || dispute === null) return {};
  const { itemCode, townshipCode, cellCode, leadUnit } = after;
  return { itemCode, townshipCode, cellCode, unit: leadUnit, against: dispute.by, level: dispute.level };
}
