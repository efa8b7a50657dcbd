/**
 * Who may look at a photo, and who may put it on a case. Its name is the hash of its content and no key: knowing it gives
 * nothing. A photo is seen by whoever may see a case that shows it; before that, by who sent it.
 */
import type { Actor } from "./case.ts";

/** Sender of pictures that the program draws for demo and simulation: of nobody and nowhere, free to be shown by all. */
export const DRAWN = "drawn by the house";

export interface PhotoStanding {
  /** Account; null for residents. */
  readonly uploadedBy: string | null;
  /** Some case shows it. */
  readonly isShown: boolean;
  /** One of them is the actor's to see. */
  readonly isSeen: boolean;
}

export function maySeePhoto({ uploadedBy, isShown, isSeen }: PhotoStanding, actor: Actor): boolean {
  return isShown ? isSeen : uploadedBy === actor.id;
}

/** Nothing need be asked of the cases that show it. @param account whoever puts it on a case. */
export function isFreeToShow(uploadedBy: string | null, account: string): boolean {
  return uploadedBy === account || uploadedBy === DRAWN;
}

/**
 * Whoever puts it on a case shows it to all who may see that case, themselves among them: what is not theirs must be one
 * that they see already. What a resident sent and nobody has shown yet is for the report that is on its way.
 */
export function mayShowPhoto(standing: PhotoStanding, actor: Actor): boolean {
  return maySeePhoto(standing, actor) || (standing.uploadedBy === null && !standing.isShown);
}
