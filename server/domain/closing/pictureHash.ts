/**
 * A print of a picture (感知哈希) that survives scaling and saving again: of a 9 × 8 greyscale, one bit for each pixel
 * that is darker than its right neighbour. Two prints of one photo differ in few of the 64 bits.
 */

export const PRINT_WIDTH = 9;
export const PRINT_HEIGHT = 8;

/** Fewer set (or unset) bits than this: a blank wall, a dark picture; it would be like every other blank one. */
const TELLING = 6;

/**
 * @param grey 72 brightnesses, row by row.
 * @returns 16 hex digits; null for a picture with too little in it to be known again.
 */
export function pictureHash(grey: Uint8Array): string | null {
  if (grey.length !== PRINT_WIDTH * PRINT_HEIGHT)
    throw new RangeError(`Got ${grey.length} pixels, expected ${PRINT_WIDTH * PRINT_HEIGHT}`);
  let hex = "";
  let set = 0;
  for (let row = 0; row < PRINT_HEIGHT; row++) {
    let byte = 0;
    for (let column = 0; column < PRINT_WIDTH - 1; column++) {
      const at = row * PRINT_WIDTH + column;
      const darker = (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0;
      byte = byte * 2 + darker;
      set += darker;
    }
    hex += byte.toString(16).padStart(2, "0");
  }
  return set < TELLING || set > 64 - TELLING ? null : hex;
}

/** How many of the 64 bits differ. */
export function bitsApart(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < 16; at++) {
    let differing = Number.parseInt(a[at] ?? "0", 16) ^ Number.parseInt(b[at] ?? "0", 16);
    for (; differing > 0; differing &= differing - 1) bits++;
  }
  return bits;
}

/** Four pieces of 16 bits: prints that differ in at most 3 bits agree in one of them, so an index finds them. */
export function bandsOf(print: string): readonly [number, number, number, number] {
  const band = (at: number) => Number.parseInt(print.slice(at, at + 4), 16);
  return [band(0), band(4), band(8), band(12)];
}
