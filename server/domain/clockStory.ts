/** What happened to one clock after it began, read from the record: when it was prolonged, held and let go on. */
import type { CaseEvent } from "./case.ts";
import type { Clock } from "./clock.ts";
import type { Instant } from "./time.ts";
import { moveNamed } from "./workflow.ts";

export interface ClockTurn {
  readonly at: Instant;
  /** The act that did it. */
  readonly action: string;
  readonly what: "extended" | "held" | "resumed" | "stopped";
}

type Trace = Pick<CaseEvent, "action" | "at">;

/** @param events a whole history, in order. */
export function turnsOf(
  { kind, startedAt, stoppedAt, outcome }: Pick<Clock, "kind" | "startedAt" | "stoppedAt" | "outcome">,
  events: readonly Trace[],
): readonly ClockTurn[] {
  const turns: ClockTurn[] = [];
  let runs = true;
  for (const { action, at } of events) {
    const over = outcome !== null && stoppedAt !== null && at > stoppedAt;
    const move = at < startedAt || over ? null : moveNamed(action);
    // The act that starts a clock is not one of its turns, even when it stops another of the kind.
    if (move === null || (at === startedAt && move.starts.includes(kind))) continue;
    const what = turnOf(move, kind, runs);
    if (what === null) continue;
    runs = what === "extended" || what === "resumed";
    turns.push({ at, action, what });
  }
  return turns;
}

function turnOf(
  move: NonNullable<ReturnType<typeof moveNamed>>,
  kind: Clock["kind"],
  runs: boolean,
): ClockTurn["what"] | null {
  if (runs) {
    if (move.stops.includes(kind) || move.voids.includes(kind)) return "stopped";
    if (move.holds?.includes(kind)) return "held";
    return move.extends?.includes(kind) ? "extended" : null;
  }
  return move.resumes.includes(kind) || move.releases ? "resumed" : null;
}
