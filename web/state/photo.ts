/** Photos are made small on the phone before they go anywhere: 1,600 px on the longer side, JPEG. */
const LONGEST = 1600;
const QUALITY = 0.72;

/** At most so many to a report or an act, as the server takes them. */
export const MOST_PHOTOS = 6;

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
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  } catch {
    return null;
  }
}

/** Keeps the proportions; never makes a picture larger. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
