import { asc, eq, gt, inArray, or } from "drizzle-orm";
import { bandsOf } from "../server/domain/closing/pictureHash.ts";
import { type Base, prepared, slot } from "./db.ts";
import { rowEntry } from "./record/rows.ts";
import type { PhotoQueries } from "./store.ts";
import type { Writer } from "./writer.ts";

/** Which pictures exist and where they are shown; the pictures themselves are files. */
export function createPhotos(
  { db, tables: { photos, casePhotos, cases } }: Base,
  writer: Writer,
): PhotoQueries {
  const named = prepared(
    "photo_by_id",
    db
      .select()
      .from(photos)
      .where(eq(photos.id, slot("id"))),
  );
  return {
    async byId(id) {
      const [row] = await named({ id });
      if (!row) return null;
      const { band0: _0, band1: _1, band2: _2, band3: _3, ...photo } = row;
      return photo;
    },
    async put({ takenAt = null, lng = null, lat = null, print = null, ...photo }) {
      const [band0, band1, band2, band3] = print === null ? noBands : bandsOf(print);
      const row = { ...photo, takenAt, lng, lat, print, band0, band1, band2, band3 };
      await writer.run([
        { write: "addPhotoFile", row, orElse: "duplicate" },
        rowEntry("photo", photo.id, row),
      ]);
    },
    async ids(after, limit) {
      const rows = await db
        .select({ id: photos.id })
        .from(photos)
        .where(gt(photos.id, after))
        .orderBy(asc(photos.id))
        .limit(limit);
      return rows.map((row) => row.id);
    },
    async casesWith(id) {
      const rows = await db
        .select({ caseId: casePhotos.caseId })
        .from(casePhotos)
        .where(eq(casePhotos.photoId, id));
      return rows.map((row) => row.caseId);
    },
    async usesLike({ id, print = null }) {
      const like = await db
        .select({ id: photos.id, print: photos.print })
        .from(photos)
        .where(or(eq(photos.id, id), ...likePrint(print)))
        .limit(MOST_LIKE);
      if (like.length === 0) return [];
      const printById = new Map(like.map((row) => [row.id, row.print]));
      const rows = await db
        .select({ photoId: casePhotos.photoId, caseId: cases.id, number: cases.number, shown: cases.photos })
        .from(casePhotos)
        .innerJoin(cases, eq(cases.id, casePhotos.caseId))
        .where(inArray(casePhotos.photoId, [...printById.keys()]));
      return rows.map(({ photoId, caseId, number, shown }) => ({
        photoId,
        print: printById.get(photoId) ?? null,
        caseId,
        number,
        before: (shown ?? []).some((photo) => photo.id === photoId && photo.stage === "before"),
      }));
    },
  };

  function likePrint(print: string | null) {
    if (print === null) return [];
    const [band0, band1, band2, band3] = bandsOf(print);
    return [
      eq(photos.band0, band0),
      eq(photos.band1, band1),
      eq(photos.band2, band2),
      eq(photos.band3, band3),
    ];
  }
}

const noBands = [null, null, null, null] as const;

/** Of 65,536 values a piece can have, few photos share one: more than this many are no copies but a coincidence. */
const MOST_LIKE = 500;
