/**
 * What is odd about a closing photo (处置照片核对): taken elsewhere, taken before anybody reported it, or shown before.
 * Marks are for the checker's eye; none of them refuses anything.
 */
import type { Instant } from "../time.ts";
import type { ClosingRules } from "./closingRules.ts";
import { bitsApart } from "./pictureHash.ts";

export interface PictureFacts {
  readonly id: string;
  readonly print: string | null;
  readonly takenAt: Instant | null;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** The same or a very like picture elsewhere. */
export interface OtherUse {
  readonly photoId: string;
  readonly print: string | null;
  readonly caseId: string;
  readonly number: string;
  /** Shown in this case as the state before. */
  readonly before: boolean;
}

export type PhotoMark =
  | { readonly kind: "far"; readonly metres: number }
  | { readonly kind: "early"; readonly at: Instant }
  /** Number and id are null for whoever may not see the other case. */
  | {
      readonly kind: "reused";
      readonly number: string | null;
      readonly caseId: string | null;
      readonly sameCase: boolean;
    };

export interface PhotoAround {
  readonly caseId: string;
  readonly reportedAt: Instant;
  /** Metres from where the photo was taken to the case; null when either is unknown. */
  readonly metres: number | null;
  readonly uses: readonly OtherUse[];
}

export function photoMarks(
  photo: PictureFacts,
  { caseId, reportedAt, metres, uses }: PhotoAround,
  { photo: rule }: ClosingRules,
): readonly PhotoMark[] {
  const marks: PhotoMark[] = [];
  if (metres !== null && metres > rule.metres) marks.push({ kind: "far", metres });
  if (photo.takenAt !== null && photo.takenAt < reportedAt) marks.push({ kind: "early", at: photo.takenAt });
  const again = uses.find((use) => (use.caseId !== caseId || use.before) && isSame(photo, use, rule.bits));
  if (again)
    marks.push({
      kind: "reused",
      number: again.number,
      caseId: again.caseId,
      sameCase: again.caseId === caseId,
    });
  return marks;
}

function isSame(photo: PictureFacts, use: OtherUse, bits: number): boolean {
  if (use.photoId === photo.id) return true;
  return photo.print !== null && use.print !== null && bitsApart(photo.print, use.print) <= bits;
}
