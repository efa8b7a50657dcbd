import type { Case } from "../case.ts";

/** Pictures that an act adds to those of the case. */
export function withPhotos(
  found: Case,
  photos: readonly string[] | undefined,
  stage: Case["photos"][number]["stage"],
): Case["photos"] {
  if (photos === undefined || photos.length === 0) return found.photos;
  return [...found.photos, ...photos.map((id) => ({ id, stage }))];
}
