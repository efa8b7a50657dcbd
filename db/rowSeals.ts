/**
 * Rows that stand beside the events are sealed into them: the last event of a decision carries one seal for each clock
 * it changed and, for a new case, a salted commitment to the reporter. Whoever bends such a row must bend the chain.
 *
 *   seals["clock:" + id] = first 32 hex digits of SHA-256 of the canonical JSON of the clock's values, in `clockSeal`'s order
 *   seals["reporter"]    = commitment (chain.ts) of the canonical JSON { name, phone }
 */
import { hash } from "node:crypto";
import type { Reporter } from "../server/domain/case.ts";
import type { Clock } from "../server/domain/clock.ts";
import { canonical, commitmentOf } from "./chain.ts";

export type RowSeals = Readonly<Record<string, string>>;

const CLOCK = "clock:";
const REPORTER = "reporter";

/** A seal of a row is no free text that could have been erased. */
export function isRowSeal(name: string): boolean {
  return name === REPORTER || name.startsWith(CLOCK);
}

export function clockSeals(clocks: readonly Clock[]): RowSeals {
  return Object.fromEntries(clocks.map((clock) => [`${CLOCK}${clock.id}`, clockSeal(clock)]));
}

export function reporterSeal({ name, phone }: Reporter, salt: string): RowSeals {
  return { [REPORTER]: commitmentOf(REPORTER, { salt, value: canonical({ name, phone }) }) };
}

/** The last seal of each clock, by its id. */
export function sealedClocks(events: readonly { readonly seals: RowSeals }[]): ReadonlyMap<string, string> {
  const seals = new Map<string, string>();
  for (const event of events)
    for (const [name, seal] of Object.entries(event.seals))
      if (name.startsWith(CLOCK)) seals.set(name.slice(CLOCK.length), seal);
  return seals;
}

export function sealedReporter(events: readonly { readonly seals: RowSeals }[]): string | null {
  return events[0]?.seals[REPORTER] ?? null;
}

/** Cases from before rows were sealed: what was never sealed cannot be judged. */
export function sealsRows(events: readonly { readonly seals: RowSeals }[]): boolean {
  return Object.keys(events[0]?.seals ?? {}).some((name) => name.startsWith(CLOCK));
}

export function clockSeal(clock: Clock): string {
  const { id, caseId, kind, unit, policy, startedAt, spent, runningSince, warnAt } = clock;
  const { dueAt, severeAt, stage, lookAt, stoppedAt, outcome, provisional } = clock;
  const told = [id, caseId, kind, unit, policy, startedAt, spent, runningSince, warnAt];
  const text = canonical([...told, dueAt, severeAt, stage, lookAt, stoppedAt, outcome, provisional]);
  return hash("sha256", text, "hex").slice(0, 32);
}
