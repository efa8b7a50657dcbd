/** What is known of a stored photo; the bytes lie in the uploads folder. */
import type { OtherUse } from "../../server/domain/closing/photoMarks.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface PhotoRow {
  /** SHA-256 of the stored bytes, hex. */
  readonly id: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Instant;
  /** What the camera told of it; only kept of photos that staff took. */
  readonly takenAt?: Instant | null;
  readonly lng?: number | null;
  readonly lat?: number | null;
  /** Print of the picture; null when there is too little in it. */
  readonly print?: string | null;
}

export interface PhotoQueries {
  byId(id: string): Promise<PhotoRow | null>;
  put(photo: PhotoRow): Promise<void>;
  /** In order, after a given one. */
  ids(after: string, limit: number): Promise<readonly string[]>;
  /** Cases that show a photo: who may see one of them may see it. */
  casesWith(id: string): Promise<readonly string[]>;
  /** Where this picture, or one whose print differs in few bits, is shown: every case and stage. */
  usesLike(photo: Pick<PhotoRow, "id" | "print">): Promise<readonly OtherUse[]>;
}
