/**
 * The index is one Int32Array, so that it can be stored, shared between threads or sent to a phone as it is:
 *
 *   header   the numbers of `HEADER`
 *   labels   one for each cell
 *   raster   an entry for each square: who holds all of it, or −(place of its leaf)
 *   leaves   what squares with borders know (`leaf.ts`)
 *   zeros    `BEYOND` of them, so that a leaf's end may be read without asking for its length
 */

/** Where the numbers of the header are. */
export const HEADER = {
  mark: 0,
  /** The entry of everything outside the raster: NOBODY. */
  outside: 1,
  x0: 2,
  y0: 3,
  columns: 4,
  rows: 5,
  columnShift: 6,
  rowShift: 7,
  cellCount: 8,
  /** The bits of a label that are the cell's number. */
  numberMask: 9,
} as const;

export const HEADER_LENGTH = 10;

/** The first number of every index: "HY" and the number of this form. An index of another form is built again. */
export const MARK = 0x48_59_00_02;

/** Most leaves are no longer than this: three edges. */
export const BEYOND = 8;
