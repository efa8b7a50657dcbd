/**
 * The words of the newest draft, kept in the same breath as they are typed: the device's database answers later, and a
 * page that goes away at once takes what it still asked for with it. Photos are too large for this place.
 */
import { type Draft, isBlank } from "./draft.ts";

const KEPT = "huying.draft";

/** A full or forbidden store costs only this second copy. */
export function noteWords(draft: Draft): void {
  if (isBlank(draft)) return forgetWords(draft.id);
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...draft, photos: [], photosAfter: [] }));
  } catch {
    forgetWords(draft.id);
  }
}

/** After it was sent or discarded; another draft's words stay. */
export function forgetWords(id: string): void {
  if (notedWords()?.id === id) localStorage.removeItem(KEPT);
}

/** Of whoever wrote it. */
export function forgetDraftOf(by: string): void {
  if (notedWords()?.by === by) localStorage.removeItem(KEPT);
}

/** The drafts of the database, each with its newest words, and the one that did not get there. */
export function withNotedWords(kept: readonly Draft[]): readonly Draft[] {
  const noted = notedWords();
  if (noted === null) return kept;
  const { photos = [], photosAfter = [] } = kept.find(({ id }) => id === noted.id) ?? {};
  return [...kept.filter(({ id }) => id !== noted.id), { ...noted, photos, photosAfter }];
}

function notedWords(): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}
