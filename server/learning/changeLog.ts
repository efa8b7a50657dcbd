/**
 * Which rows of weights moved since when, so that a phone fetches those alone. A state is named after the list of
 * corrections that made it: the same list has the same name after a restart and in another process.
 */
import { createHash } from "node:crypto";
import type { Change } from "../domain/learning/change.ts";
import type { ItemCorrection } from "../domain/learning/learningReader.ts";

export interface ChangeLog {
  /** Name of the state as it is now. */
  tag(): string;
  /** Rows that may differ from that state; null when nobody knows it here. */
  movedSince(tag: string): ReadonlySet<number> | null;
  /** @param rows that the correction could move. */
  add(correction: ItemCorrection, rows: readonly number[]): void;
  /** Learned again from another list. */
  replace(made: readonly ItemCorrection[], before: Change, after: Change): void;
}

/** A phone that was away for so many corrections fetches the whole. */
const MOST_STATES = 20_000;

/** @param start names what the weights belong to: the list of matters and the lexicon. */
export function createChangeLog(start: string): ChangeLog {
  const first = hashOf(start);
  const moments = new Map([[first, 0]]);
  const movedAt = new Map<number, number>();
  let [tag, moment] = [first, 0];

  function enter(next: string, rows: Iterable<number>): void {
    moment += 1;
    tag = next;
    for (const row of rows) movedAt.set(row, moment);
    moments.delete(tag);
    moments.set(tag, moment);
    const [oldest] = moments.keys();
    if (moments.size > MOST_STATES && oldest !== undefined) moments.delete(oldest);
  }

  return {
    tag: () => tag,
    movedSince(known) {
      const since = moments.get(known);
      if (since === undefined) return null;
      return new Set([...movedAt].filter(([, at]) => at > since).map(([row]) => row));
    },
    add: (correction, rows) => enter(nextTag(tag, correction), rows),
    replace: (made, before, after) => enter(made.reduce(nextTag, first), differing(before, after)),
  };
}

/** Neither the words nor anything they could be guessed from goes into the name. */
function nextTag(tag: string, { id, code }: ItemCorrection): string {
  return hashOf([tag, id, code].join("\n"));
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}

function differing(before: Change, after: Change): readonly number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((row) => {
    const [old, now] = [before.get(row), after.get(row)];
    return old === undefined || now === undefined || old.some((weight, at) => weight !== now[at]);
  });
}
