/** Photos are made small on the phone before they go anywhere: 1,600 px on the longer side, JPEG. */
import type { Taken } from "../../server/domain/closing/exif.ts";

const LONGEST = 1600;
const QUALITY = 0.72;

/** At most so many to a report or an act, as the server takes them. */
export const MOST_PHOTOS = 6;

/** What the camera told of a picture before it was made small and lost it. */
const takenOfSmall = new WeakMap<Blob, Taken>();

/** Enough of a file to hold what the camera wrote. */
const HEAD = 131_072;

export function takenOf(small: Blob): Taken | null {
  return takenOfSmall.get(small) ?? null;
}

/** @returns the smaller picture; null when the file is no picture this browser can read. */
export async function shrink(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (small) {
      const { readTaken } = await import("../../server/domain/closing/exif.ts");
      takenOfSmall.set(small, readTaken(new Uint8Array(await file.slice(0, HEAD).arrayBuffer())));
    }
    return small;
  } catch {
    return null;
  }
}

/** Keeps the proportions; never makes a picture larger. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
