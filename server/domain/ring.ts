/** What clocks do when time passes and when a move turns them on and off. */
import type { Case, CaseEvent, ClockEvent, Decision } from "./case.ts";
import {
  type Clock,
  type ClockKind,
  isRunning,
  resumeClock,
  type Ring,
  startClock,
  stopClock,
  tickClock,
  voidClock,
} from "./clock.ts";
import { policyFor } from "./limits.ts";
import { ringNotices } from "./notices.ts";
import type { Instant } from "./time.ts";
import type { World } from "./world.ts";
import type { Move } from "./workflow.ts";

export interface RingOfClock extends Ring {
  readonly clock: Clock;
}

const eventByStage = { warned: "warn", overdue: "overdue", severe: "severe" } as const satisfies Record<
  Ring["stage"],
  ClockEvent
>;

/**
 * What the sweep decides for a case whose clock is due to be looked at: warnings and misses at their computed
 * instants, however late the sweep comes. null when nothing has rung.
 */
export function ringCase(
  found: { readonly case: Case; readonly clocks: readonly Clock[] },
  world: World,
): Decision | null {
  const settled = settleClocks(found.clocks, world.now);
  if (settled.rings.length === 0) return null;
  const events = ringEvents(found.case, settled.rings, world.now);
  const after: Case = {
    ...found.case,
    version: found.case.version + events.length,
    missed: found.case.missed + settled.rings.filter((ring) => ring.stage === "overdue").length,
    updatedAt: world.now,
  };
  return {
    kind: "decision",
    case: after,
    expects: found.case.version,
    events,
    clocks: settled.clocks.filter((clock) => !found.clocks.includes(clock)),
    notices: ringNotices(after, settled.rings, world),
    reporter: null,
  };
}

/** Ticks every running clock up to `now`; rings come back in the order of their instants. */
export function settleClocks(
  clocks: readonly Clock[],
  now: Instant,
): { readonly clocks: readonly Clock[]; readonly rings: readonly RingOfClock[] } {
  const rings: RingOfClock[] = [];
  const settled = clocks.map((clock) => {
    if (clock.lookAt === null || clock.lookAt > now) return clock;
    const ticked = tickClock(clock, now);
    rings.push(...ticked.rings.map((ring) => ({ ...ring, clock: ticked.clock })));
    return ticked.clock;
  });
  return { clocks: settled, rings: rings.sort((a, b) => a.at - b.at) };
}

export function ringEvents(found: Case, rings: readonly RingOfClock[], now: Instant): readonly CaseEvent[] {
  return rings.map((ring, index) => ({
    caseId: found.id,
    seq: found.version + index + 1,
    action: eventByStage[ring.stage],
    at: ring.at,
    recordedAt: now,
    actorId: "system",
    actorRole: "system" as const,
    actorUnit: null,
    from: found.state,
    to: found.state,
    facts: {
      clock: ring.clock.kind,
      unit: ring.clock.unit,
      due: ring.clock.dueAt,
      policy: ring.clock.policy.code,
    },
    words: {},
    commandId: null,
  }));
}

/** Stops, voids, resumes and starts the clocks that the row of the move names. */
export function turnClocks(
  clocks: readonly Clock[],
  { move, held, before }: { readonly move: Move; readonly held: Case; readonly before: Case },
  world: World,
): readonly Clock[] {
  const turned = clocks.map((clock) => turned1(clock, move, world));
  const resumed = resumeLatest(turned, move.resumes, world);
  const started = move.starts
    .filter((kind) => applies(kind, held))
    .map((kind) =>
      startClock(
        {
          id: world.newId(),
          caseId: held.id,
          kind,
          unit: held.holder,
          policy: policyFor(kind, held, world.reference),
        },
        world.now,
        world.calendar,
      ),
    );
  const moved =
    move.action === "place" && held.holder !== before.holder ? handOver(resumed, held.holder) : resumed;
  return [...moved, ...started];
}

/** Earliest instants among the running clocks, kept on the case so that lists know the lamp without joining. */
export function rewind(clocks: readonly Clock[]): Pick<Case, "warnAt" | "dueAt" | "severeAt"> {
  const running = clocks.filter(isRunning);
  const earliest = (pick: (clock: Clock) => Instant) =>
    running.length === 0 ? null : Math.min(...running.map(pick));
  return {
    warnAt: earliest((clock) => clock.warnAt),
    dueAt: earliest((clock) => clock.dueAt),
    severeAt: earliest((clock) => clock.severeAt),
  };
}

/** Nobody can be asked afterwards when no number was left: no follow-up clock then. */
function applies(kind: ClockKind, held: Case): boolean {
  return kind !== "followUp" || held.contactable;
}

function turned1(clock: Clock, move: Move, world: World): Clock {
  if (!isRunning(clock)) return clock;
  if (move.stops.includes(clock.kind)) return stopClock(clock, world.now, world.calendar);
  return move.voids.includes(clock.kind) ? voidClock(clock, world.now, world.calendar) : clock;
}

/** Only the last clock of a kind goes on: an earlier one belongs to a unit that gave the case back. */
function resumeLatest(clocks: readonly Clock[], kinds: readonly ClockKind[], world: World): readonly Clock[] {
  return kinds.reduce<readonly Clock[]>((list, kind) => {
    const last = list.findLastIndex((clock) => clock.kind === kind);
    return list.map((clock, index) =>
      index === last ? resumeClock(clock, world.now, world.calendar) : clock,
    );
  }, clocks);
}

/** A corrected place moves the case to another desk: the running time goes with it. */
function handOver(clocks: readonly Clock[], holder: string | null): readonly Clock[] {
  return clocks.map((clock) => (isRunning(clock) ? { ...clock, unit: holder } : clock));
}
