/**
 * Who may look at a photo, and who may put it on a case. Its name is the hash of its content and no key: knowing it gives
 * nothing. A photo is seen by whoever may see a case that shows it; before that, by who sent it (decision 0076).
 */
import type { Actor } from "./case.ts";

/** Sender of pictures that the program draws for demo and simulation: of nobody and nowhere, free to be shown by all. */
export const DRAWN = "drawn by the house";

export interface PhotoStanding {
  /** An account, or what the key of a sender without one hashes to; null before there were keys. */
  readonly uploadedBy: string | null;
  /** Some case shows it. */
  readonly isShown: boolean;
  /** One of them is the actor's to see. */
  readonly isSeen: boolean;
}

/** A photo as its sender names it. Who has no account gets a key with the name, and shows by it that the photo is theirs. */
export interface NamedPhoto {
  readonly id: string;
  readonly key: string | null;
}

export function namedPhoto(given: string): NamedPhoto {
  const [id = "", key = null] = given.split(".");
  return { id, key };
}

/** Without the keys. */
export function photoNames(given: readonly string[] | null | undefined): readonly string[] {
  return (given ?? []).map((photo) => namedPhoto(photo).id);
}

export function nameWithKey(id: string, key: string): string {
  return `${id}.${key}`;
}

export function maySeePhoto({ uploadedBy, isShown, isSeen }: PhotoStanding, actor: Actor): boolean {
  return isShown ? isSeen : uploadedBy === actor.id;
}

/** Nothing need be asked of the cases that show it. @param owners whoever puts it on a case, and who their key says they are. */
export function isFreeToShow(uploadedBy: string | null, owners: readonly string[]): boolean {
  return uploadedBy !== null && (uploadedBy === DRAWN || owners.includes(uploadedBy));
}

/**
 * Whoever puts it on a case shows it to all who may see that case, themselves among them: what is not theirs must be one
 * that they see already. What was sent before there were keys is for the report that is on its way.
 */
export function mayShowPhoto(standing: PhotoStanding, actor: Actor): boolean {
  return maySeePhoto(standing, actor) || (standing.uploadedBy === null && !standing.isShown);
}
