/** Time passes on a call: misses are written at their instants, absences noted, and an unanswered call climbs by itself. */
import type { World } from "../world.ts";
import type { Call, CallClock, CallEvent } from "./call.ts";

export function settleCall(
  found: Call,
  world: World,
): { readonly call: Call; readonly events: readonly CallEvent[] } {
  let call = found;
  const events: CallEvent[] = [];
  const tell = (action: string, clock: CallClock) => {
    call = { ...call, version: call.version + 1 };
    const facts = { clock: clock.kind, due: clock.dueAt, climbed: call.climbed };
    const by = { actorId: "system", unit: clock.unit, recordedAt: world.now };
    events.push({ callId: call.id, seq: call.version, action, at: clock.dueAt, ...by, facts, words: {} });
  };
  for (const clock of missed(found, world)) {
    call = { ...call, clocks: call.clocks.map((row) => (row === clock ? { ...clock, rung: true } : row)) };
    tell("overdue", clock);
    if (clock.kind === "onSite") {
      call = absent(call, clock.unit);
      tell("absent", clock);
    }
    if (clock.kind === "sign" && call.climbed < 2) {
      call = { ...call, climbed: call.climbed === 0 ? 1 : 2 };
      tell("climb", clock);
    }
  }
  return { call, events };
}

function missed({ clocks, state }: Call, { now }: World): readonly CallClock[] {
  if (state !== "open") return [];
  return clocks
    .filter((clock) => clock.stoppedAt === null && !clock.rung && clock.dueAt <= now)
    .sort((a, b) => a.dueAt - b.dueAt);
}

function absent(call: Call, unit: string): Call {
  return {
    ...call,
    answers: call.answers.map((answer) => (answer.unit === unit ? { ...answer, absent: true } : answer)),
  };
}
