/**
 * Photos: decoded and drawn anew, so that nothing of the sent file survives but its picture: no place, no device, no
 * hidden content. Named by the hash of the new bytes and kept for good before any row speaks of them.
 */
import { createHash } from "node:crypto";
import type { PhotoRow } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import { once } from "../fixtures/once.ts";
import { readTaken, type Taken } from "./domain/closing/exif.ts";
import { PRINT_HEIGHT, PRINT_WIDTH, pictureHash } from "./domain/closing/pictureHash.ts";

const LONGEST_SIDE = 1600;
const MOST_PIXELS = 40_000_000;
/** Who sends a photo, and what they say of when and where it was taken. */
export interface Sender {
  /** null for residents, of whose photos neither time nor place is kept. */
  readonly account: string | null;
  readonly taken: Taken | null;
}

export type PhotoFault = "badPhoto" | "storageFull";

/** Loaded for the first picture. Two are worked on at a time: a flood of them must not take all memory. */
const brush = once(async () => {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  return sharp;
});

export async function keepPhoto(
  sent: Uint8Array,
  { account, taken }: Sender,
  deps: Deps,
): Promise<PhotoRow | PhotoFault> {
  if (!(await deps.photoFiles.hasRoom())) return "storageFull";
  const drawn = await redraw(sent);
  if (drawn === null) return "badPhoto";
  const row: PhotoRow = {
    id: createHash("sha256").update(drawn.data).digest("hex"),
    bytes: drawn.data.length,
    width: drawn.info.width,
    height: drawn.info.height,
    uploadedBy: account,
    uploadedAt: deps.clock.now(),
    ...(account === null ? {} : told(taken, readTaken(sent))),
    print: await printOf(drawn.data),
  };
  await deps.photoFiles.put(row.id, drawn.data);
  await deps.store.photos.put(row);
  return row;
}

/** @throws when the file of a photo that the house knows is gone: `huying verify` names the cases. */
export async function readPhoto(id: string, { photoFiles }: Deps): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await photoFiles.read(id);
  if (bytes === null) throw new Error(`The file of photo ${id.slice(0, 12)} is not in ${photoFiles.place}.`);
  return bytes;
}

/** The first id that nobody uploaded; null when all are known. */
export async function unknownPhoto(ids: readonly string[], deps: Deps): Promise<string | null> {
  for (const id of ids) if (!(await deps.store.photos.byId(id))) return id;
  return null;
}

/** What the sender says goes before what the file says: phones take both out of a picture that they make smaller. */
function told(stated: Taken | null, read: Taken): Pick<PhotoRow, "takenAt" | "lng" | "lat"> {
  const placed = stated?.lng != null && stated.lat != null ? stated : read;
  return { takenAt: stated?.at ?? read.at, lng: placed.lng, lat: placed.lat };
}

async function printOf(picture: Uint8Array): Promise<string | null> {
  const sharp = await brush();
  const grey = await sharp(picture)
    .resize(PRINT_WIDTH, PRINT_HEIGHT, { fit: "fill" })
    .greyscale()
    .raw()
    .toBuffer();
  return pictureHash(grey);
}

async function redraw(sent: Uint8Array) {
  const sharp = await brush();
  try {
    const picture = sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
    const { format } = await picture.metadata();
    if (format !== "jpeg" && format !== "png" && format !== "webp") return null;
    return await picture
      .rotate()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return null; // sharp says no in many words; to the sender they all mean: not a picture we can read
  }
}
