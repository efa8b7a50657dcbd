/**
 * Rows that stand beside the events are sealed into them: the last event of a decision carries one seal for the row of
 * the case or call, one for each clock, assignment and notice it wrote and, for a new case, a salted commitment to the
 * reporter. Whoever bends such a row must bend the chain.
 *
 *   seals["row"], seals["assignment:" + unit], seals["notice:" + id]
 *                        = first 32 hex digits of SHA-256 of the canonical JSON of the row's values by name
 *   seals["clock:" + id] = the same of the clock's values, in `clockSeal`'s order
 *   seals["reporter"]    = commitment (chain.ts) of the canonical JSON { name, phone }
 *
 * What may be erased by law (text, address, reading, whether there is a contact) has no part in them, nor has what the
 * house notes for itself (when to look next, whether it was counted, how often a notice was tried).
 */
import { hash } from "node:crypto";
import type { Reporter } from "../server/domain/case.ts";
import type { Assignment } from "../server/domain/assignment.ts";
import type { Clock } from "../server/domain/clock.ts";
import type { CallRow } from "./callRow.ts";
import type { CaseRow } from "./caseRow.ts";
import { canonical, canonicalWithout } from "./canonical.ts";
import { commitmentOf } from "./chain.ts";

export type RowSeals = Readonly<Record<string, string>>;

/** To be filled. Every id is a name that no object had before: without a prototype, no shape is made for each of them. */
export function noSeals(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

const CLOCK = "clock:";
const REPORTER = "reporter";
const ROW = "row";
const ASSIGNMENT = "assignment:";
const NOTICE = "notice:";

/** A seal of a row is no free text that could have been erased. */
export function isRowSeal(name: string): boolean {
  return (
    name === REPORTER || name === ROW || [CLOCK, ASSIGNMENT, NOTICE].some((prefix) => name.startsWith(prefix))
  );
}

export function clockSeals(clocks: readonly Clock[]): RowSeals {
  const seals = noSeals();
  for (const clock of clocks) seals[`${CLOCK}${clock.id}`] = clockSeal(clock);
  return seals;
}

export function reporterSeal({ name, phone }: Reporter, salt: string): RowSeals {
  return { [REPORTER]: commitmentOf(REPORTER, { salt, value: canonical({ name, phone }) }) };
}

type Seals = readonly { readonly seals: RowSeals }[];

/** The last seal of each clock, by its id. */
export function sealedClocks(events: Seals): ReadonlyMap<string, string> {
  return lastSeals(events, CLOCK);
}

export function caseRowSeal(row: CaseRow): RowSeals {
  return { [ROW]: sealOfText(sealedOfCase(row)) };
}

const sealedOfCase = canonicalWithout<CaseRow>([
  "text",
  "address",
  "reading",
  "contactable",
  "sweepAt",
  "tallied",
  "headHash",
]);

export function callRowSeal(row: Omit<CallRow, "launchId">): RowSeals {
  const { text: _1, address: _2, sweepAt: _3, headHash: _4, ...rest } = row;
  const { launchId: _5, ...sealed } = { launchId: "", ...rest };
  return { [ROW]: sealOf(sealed) };
}

/** The seal that the row must have; null when the last event has none. */
export function sealedRow(events: Seals): string | null {
  return events.at(-1)?.seals[ROW] ?? null;
}

/** Whether everything beside the events was sealed from the beginning. */
export function sealsAll(events: Seals): boolean {
  return events[0]?.seals[ROW] !== undefined;
}

export function assignmentSeals(assignments: readonly Assignment[]): RowSeals {
  const seals = noSeals();
  for (const { unit, part, state, handler } of assignments)
    seals[`${ASSIGNMENT}${unit}`] = sealOf({ unit, part, state, handler });
  return seals;
}

export function sealedAssignments(events: Seals): ReadonlyMap<string, string> {
  return lastSeals(events, ASSIGNMENT);
}

/** What was told to whom and when; how it fares on its way out is not sealed. */
export interface ToldNotice {
  readonly id: string;
  readonly kind: string;
  readonly toKind: string;
  readonly toCode: string | null;
  readonly createdAt: number;
}

export function noticeSeals(notices: readonly ToldNotice[]): RowSeals {
  const seals = noSeals();
  for (const { id, kind, toKind, toCode, createdAt } of notices)
    seals[`${NOTICE}${id}`] = sealOf({ id, kind, toKind, toCode, createdAt });
  return seals;
}

export function sealedNotices(events: Seals): ReadonlyMap<string, string> {
  return lastSeals(events, NOTICE);
}

/** The names of rows that are not as their last seals say: changed, gone or slipped in. */
export function bentAmong(
  sealed: ReadonlyMap<string, string>,
  rows: RowSeals,
  isStrict: boolean,
): readonly string[] {
  const standing = new Map(
    Object.entries(rows).map(([name, seal]) => [name.slice(name.indexOf(":") + 1), seal]),
  );
  const changed = [...standing].filter(([name, seal]) => {
    const told = sealed.get(name);
    return told === undefined ? isStrict : told !== seal;
  });
  const gone = [...sealed.keys()].filter((name) => !standing.has(name));
  return [...changed.map(([name]) => name), ...gone];
}

function lastSeals(events: Seals, prefix: string): ReadonlyMap<string, string> {
  const seals = new Map<string, string>();
  for (const event of events)
    for (const [name, seal] of Object.entries(event.seals))
      if (name.startsWith(prefix)) seals.set(name.slice(prefix.length), seal);
  return seals;
}

function sealOf(values: object): string {
  return sealOfText(canonical(values));
}

function sealOfText(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
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
  return sealOf([...told, dueAt, severeAt, stage, lookAt, stoppedAt, outcome, provisional]);
}
