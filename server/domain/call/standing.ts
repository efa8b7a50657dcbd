/** A call on its way through a decision: how it stands, and what was written and said so far. */
import type { Call, CallEvent, CallNotice } from "./call.ts";
import type { CallWorld } from "./callWorld.ts";

/** A call with what has happened to it since it was found. */
export interface CallStanding {
  readonly call: Call;
  readonly events: readonly CallEvent[];
  readonly notices: readonly CallNotice[];
}

/** Writes down what happened by itself, at the instant it happened. */
export function tell(
  standing: CallStanding,
  action: CallEvent["action"],
  at: number,
  facts: CallEvent["facts"],
  world: CallWorld,
  from = standing.call.state,
): CallStanding {
  const { call } = standing;
  const version = call.version + 1;
  const event: CallEvent = {
    callId: call.id,
    seq: version,
    action,
    at,
    recordedAt: world.now,
    actorId: "system",
    actorRole: "system",
    actorUnit: null,
    from,
    to: call.state,
    facts,
    words: {},
    commandId: null,
  };
  const turn = from === call.state ? call.turn : version;
  return {
    ...standing,
    call: { ...call, version, turn, updatedAt: world.now },
    events: [...standing.events, event],
  };
}

export function hear(standing: CallStanding, notices: readonly CallNotice[]): CallStanding {
  return { ...standing, notices: [...standing.notices, ...notices] };
}
