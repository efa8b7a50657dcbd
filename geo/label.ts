/** No cell holds the point. */
export const NOBODY = -1;
/** More than one cell holds the point. */
export const SEVERAL = -2;

/** The low bits of a label are the cell's number, so this many cells fit into one grid: a province has fewer. */
export const MOST_CELLS = 0x1_ff_ff;

/** How labels of a grid are written: bits of the cell's number, and the field in which it is cubed. */
interface LabelForm {
  readonly numberBits: number;
  readonly polynomial: number;
}

/** x¹⁶ + x¹² + x³ + x + 1, irreducible over GF(2): number and cube fill the 32 bits. */
const COUNTY: LabelForm = { numberBits: 16, polynomial: 0x1_10_0b };
/** x¹⁷ + x³ + 1, irreducible over GF(2): the two lowest bits of the cube have no room. */
const PROVINCE: LabelForm = { numberBits: 17, polynomial: 0x2_00_09 };

function formFor(cellCount: number): LabelForm {
  return cellCount < 2 ** COUNTY.numberBits ? COUNTY : PROVINCE;
}

/**
 * The label of a place is the XOR of the labels of all cells that hold it. So an overlap or a gap is seen in
 * the label instead of being settled by the order of cells.
 *
 * A cell's label is (n, n³) over GF(2¹⁶). In this BCH code no XOR of two or three labels equals one label
 * or zero, so two or three cells lying on one another are always reported and never taken for a third one.
 * Past 65,535 cells the number needs a bit more and the cube is cut to fit: then three of 131,071 pairs of cells,
 * should just they lie on one another, are taken for a third.
 */
export function labelOf(cellIndex: number, cellCount: number): number {
  const { numberBits, polynomial } = formFor(cellCount);
  const n = cellIndex + 1;
  const cube = multiply(multiply(n, n, polynomial), n, polynomial);
  return ((cube >>> (2 * numberBits - 32)) << numberBits) | n;
}

/** The bits of a label that are the cell's number. */
export function numberMaskFor(cellCount: number): number {
  return 2 ** formFor(cellCount).numberBits - 1;
}

/** The labels of a grid's cells in their order. */
export function labelsOf(cellCount: number): Int32Array {
  return Int32Array.from({ length: cellCount }, (_, cellIndex) => labelOf(cellIndex, cellCount));
}

/** The index of the one cell a label stands for, or NOBODY or SEVERAL. */
export type Decoder = (label: number) => number;

/** Reads labels of a grid, given those of its cells (`labelsOf`). */
export function createDecoder(labels: Int32Array): Decoder {
  const numberMask = numberMaskFor(labels.length);
  return function ownerOf(label) {
    if (label === 0) return NOBODY;
    const cellIndex = (label & numberMask) - 1;
    return labels[cellIndex] === label ? cellIndex : SEVERAL;
  };
}

/** The product of two elements of the field of an irreducible polynomial. */
function multiply(a: number, b: number, polynomial: number): number {
  const highest = 31 - Math.clz32(polynomial);
  let product = 0;
  for (let bit = highest - 1; bit >= 0; bit -= 1) {
    product <<= 1;
    if ((product >> highest) & 1) product ^= polynomial;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}
