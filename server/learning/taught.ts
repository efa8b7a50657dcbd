/** The lessons a reader is taught from: the latest of them, each case's latest word, in the order they were given. */
import type { StoredLesson } from "../../db/store.ts";
import type { ItemCorrection } from "../domain/learning/learningReader.ts";

export type Taught = Pick<StoredLesson, "id" | "at" | "about" | "label" | "caseId" | "text">;

/** What became of the corrections: more of them at the end, or other ones. */
export interface Told {
  readonly kind: "more" | "anew";
  readonly corrections: readonly ItemCorrection[];
}

export interface TaughtLessons {
  /** @returns null when nothing is new. */
  add(lessons: readonly Taught[]): Told | null;
  /** Instead of those there were. */
  replace(lessons: readonly Taught[]): Told;
  /** When the latest was given; null for none. */
  lastAt(): number | null;
}

/** Replaying so many takes some tenths of a second; older ones are in the trained model. */
export const MOST_LESSONS = 5000;

/** The oldest are let go many at a time: each time all the others are learned again. */
const SLACK = 1000;

/** @param most so many count after the oldest were let go. */
export function createTaught(most: number): TaughtLessons {
  let held: Taught[] = [];
  let ids = new Set<string>();
  let cases = new Set<string>();

  function replace(lessons: readonly Taught[]): Told {
    held = [...lessons];
    ids = new Set(held.map(({ id }) => id));
    const corrections = correctionsOf(held);
    cases = new Set(corrections.map(({ id }) => id));
    return { kind: "anew", corrections };
  }

  return {
    replace,
    add(lessons) {
      const fresh = lessons.filter(({ id }) => !ids.has(id)).toSorted(inOrder);
      const [first] = fresh;
      if (first === undefined) return null;
      const last = held.at(-1);
      const corrections = correctionsOf(fresh);
      const isLater = last === undefined || inOrder(last, first) < 0;
      const isOfNewCases = corrections.every(({ id }) => !cases.has(id));
      if (!isLater || !isOfNewCases || held.length + fresh.length > most + SLACK) {
        const all = [...held, ...fresh].toSorted(inOrder);
        return replace(all.length > most + SLACK ? all.slice(-most) : all);
      }
      held.push(...fresh);
      for (const { id } of fresh) ids.add(id);
      for (const { id } of corrections) cases.add(id);
      return { kind: "more", corrections };
    },
    lastAt: () => held.at(-1)?.at ?? null,
  };
}

/** As the database tells them. */
function inOrder(a: Taught, b: Taught): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** One for each case: the latest word counts. Erased texts teach nothing. */
export function correctionsOf(lessons: readonly Omit<Taught, "id" | "at">[]): readonly ItemCorrection[] {
  const byCase = new Map<string, ItemCorrection>();
  for (const { about, label, caseId, text } of lessons) {
    if (about !== "item" || label === null || text.trim() === "") continue;
    byCase.delete(caseId);
    byCase.set(caseId, { id: caseId, text, code: label });
  }
  return [...byCase.values()];
}
