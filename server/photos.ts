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
  /** An account, or the bearer of a key. */
  readonly owner: string;
  /** null for residents, of whose photos neither time nor place is kept. */
  readonly taken: Taken | null;
}

export type PhotoFault = "badPhoto" | "storageFull";

/** Loaded for the first picture. Two are worked on at a time: a flood of them must not take all memory. */
const brush = once(async () => {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  return sharp;
});

/**
 * Each sender has a photo of their own, so that whose it is stays certain: where somebody else sent the very same picture
 * before, it gets a mark that no eye sees, and by it another name.
 */
export async function keepPhoto(
  sent: Uint8Array,
  sender: Sender,
  deps: Deps,
): Promise<PhotoRow | PhotoFault> {
  if (!(await deps.photoFiles.hasRoom())) return "storageFull";
  const drawn = await redraw(sent);
  if (drawn === null) return "badPhoto";
  const { data, info } = drawn;
  const { owner, taken } = sender;
  const facts = {
    width: info.width,
    height: info.height,
    uploadedBy: owner,
    uploadedAt: deps.clock.now(),
    ...(taken === null ? {} : told(taken, readTaken(sent))),
    print: await printOf(data),
  };
  const own = (await putOwn(data, facts, deps)) ?? (await putOwn(marked(data, owner), facts, deps));
  if (own === null) throw new Error(`Two senders have one mark on a photo of ${data.length} bytes`);
  return own;
}

/** @returns null where the name is another sender's; who sends a picture twice is given the same photo. */
async function putOwn(
  data: Uint8Array,
  facts: Omit<PhotoRow, "id" | "bytes">,
  { photoFiles, store }: Deps,
): Promise<PhotoRow | null> {
  const row: PhotoRow = { id: createHash("sha256").update(data).digest("hex"), bytes: data.length, ...facts };
  const known = await store.photos.byId(row.id);
  if (known && known.uploadedBy !== row.uploadedBy) return null;
  await photoFiles.put(row.id, data);
  await store.photos.put(row);
  const kept = await store.photos.byId(row.id);
  return kept?.uploadedBy === row.uploadedBy ? row : null;
}

/** A comment (COM) right after the head of the JPEG: of one owner always the same. */
function marked(jpeg: Uint8Array, owner: string): Uint8Array {
  const mark = createHash("sha256").update(owner).digest().subarray(0, 16);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.of(0xff, 0xfe, 0, mark.length + 2),
    mark,
    jpeg.subarray(2),
  ]);
}

/** @throws when the file of a photo that the house knows is gone: `huying verify` names the cases. */
export async function readPhoto(id: string, { photoFiles }: Deps): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await photoFiles.read(id);
  if (bytes === null) throw new Error(`The file of photo ${id.slice(0, 12)} is not in ${photoFiles.place}.`);
  return bytes;
}

/** What the sender says goes before what the file says: phones take both out of a picture that they make smaller. */
function told(stated: Taken, read: Taken): Pick<PhotoRow, "takenAt" | "lng" | "lat"> {
  const placed = stated.lng != null && stated.lat != null ? stated : read;
  return { takenAt: stated.at ?? read.at, lng: placed.lng, lat: placed.lat };
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
