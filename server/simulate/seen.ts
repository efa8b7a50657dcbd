/** What must happen sometimes: a rehearsal in which it never did has rehearsed nothing of it. */
import { moves } from "../domain/workflow.ts";
import { faultKinds } from "./mishaps.ts";

export interface Seen {
  note(what: string): void;
  count(what: string): number;
  all(): Readonly<Record<string, number>>;
}

export function createSeen(): Seen {
  const counts = new Map<string, number>();
  return {
    note: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    count: (what) => counts.get(what) ?? 0,
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** From so many days on a run is asked whether it has seen everything, in proportion; from so many in full. */
const SHORT_RUN = 60;
const LONG_RUN = 300;

/** Least number in a long run, less in proportion in a shorter one: of each transition and of each fault, with those that are rare by their nature. */
const LEAST_TRANSITION = 20;
const LEAST_FAULT = 10;
const rarer: Readonly<Record<string, number>> = {
  raise: 5,
  uphold: 5,
  rule: 5,
  circulate: 5,
  unmerge: 5,
  rejoin: 1,
  resplit: 1,
  longNight: 5,
  // Only a unit without an heir is relieved, and every one that closes here has one
  relieve: 0,
};

/** @returns what was seen too seldom, with how often and how often it should have been. */
export function tooSeldom(
  seen: Seen,
  faults: Readonly<Record<string, number>> | null,
  days: number,
): readonly string[] {
  if (days < SHORT_RUN) return [];
  // What is rare comes in lumps: of a short run half of its part is asked
  const share = days >= LONG_RUN ? 1 : days / LONG_RUN / 2;
  const lacks = (name: string, count: number, inFull: number) => {
    const least = Math.floor(inFull * share);
    return count < least ? [`${name} ${count}/${least}`] : [];
  };
  return [
    ...moves.flatMap(({ action }) => lacks(action, seen.count(action), rarer[action] ?? LEAST_TRANSITION)),
    ...["warn", "overdue", "severe"].flatMap((ring) => lacks(ring, seen.count(ring), LEAST_TRANSITION)),
    ...(faults === null
      ? []
      : faultKinds.flatMap((kind) => lacks(kind, faults[kind] ?? 0, rarer[kind] ?? LEAST_FAULT))),
  ];
}
