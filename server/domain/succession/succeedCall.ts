/** 移交接续单位 of a call: the heir answers in the place of the closed unit, by its limits as they run. */
import { type Call, type CallDecision, type CallEvent, isOver } from "../call/call.ts";
import type { CallWorld } from "../call/callWorld.ts";
import { inheritedAnswers, inheritedClocks } from "../call/inherit.ts";
import { settleCall } from "../call/settleCall.ts";
import type { Actor } from "../case.ts";
import type { Bequest } from "./succession.ts";

export interface CallSuccession {
  readonly batch: string;
  readonly reason: string;
  readonly actor: Actor;
  readonly world: CallWorld;
}

/** @returns null for a call that is over, or in which the closed unit has no part. */
export function succeedCall(found: Call, bequest: Bequest, act: CallSuccession): CallDecision | null {
  const { call, events, notices } = settleCall(found, act.world);
  if (isOver(call.state)) return null;
  const answers = inheritedAnswers(call.answers, bequest);
  if (answers === call.answers) return null;
  const clocks = inheritedClocks(call, bequest, act.world.now);
  const event = eventOf(call, bequest, act);
  const { now } = act.world;
  const unheard = call.unheard.map((code) => (code === bequest.from ? bequest.to : code));
  return {
    kind: "decision",
    call: {
      ...call,
      answers,
      clocks,
      // Whoever is told again is heard: the heir has people, or stands among the unheard as its predecessor did
      unheard: [...new Set(unheard)].filter((code) => code !== bequest.to || !act.world.ears.unit(code)),
      version: event.seq,
      updatedAt: now,
    },
    expects: found.version,
    launchId: null,
    events: [...events, event],
    notices,
  };
}

function eventOf(
  call: Call,
  { from, to }: Bequest,
  { batch, reason, actor, world }: CallSuccession,
): CallEvent {
  return {
    callId: call.id,
    seq: call.version + 1,
    action: "succeed",
    at: world.now,
    recordedAt: world.now,
    actorId: actor.id,
    actorRole: actor.role,
    actorUnit: actor.unit,
    from: call.state,
    to: call.state,
    facts: { fromUnit: from, toUnit: to, batch },
    words: { note: reason },
    commandId: null,
  };
}
