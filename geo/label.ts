/** No cell holds the point. */
export const NOBODY = -1;
/** More than one cell holds the point. */
export const SEVERAL = -2;

/** Sixteen bits of a label are the cell's number, so this many cells fit into one grid. */
export const MOST_CELLS = 0xff_ff;

/**
 * The label of a place is the XOR of the labels of all cells that hold it. So an overlap or a gap is seen in
 * the label instead of being settled by the order of cells.
 *
 * A cell's label is (n, n³) over GF(2¹⁶). In this BCH code no XOR of two or three labels equals one label
 * or zero, so two or three cells lying on one another are always reported and never taken for a third one.
 */
export function labelOf(cellIndex: number): number {
  const n = cellIndex + 1;
  return (multiply(multiply(n, n), n) << 16) | n;
}

/** The index of the one cell a label stands for, or NOBODY or SEVERAL. `labels[i]` is the label of cell i. */
export function ownerOf(label: number, labels: Int32Array): number {
  if (label === 0) return NOBODY;
  const cellIndex = (label & MOST_CELLS) - 1;
  return labels[cellIndex] === label ? cellIndex : SEVERAL;
}

/** x¹⁶ + x¹² + x³ + x + 1, irreducible over GF(2). */
const FIELD_POLYNOMIAL = 0x1_10_0b;

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 15; bit >= 0; bit -= 1) {
    product <<= 1;
    if (product & 0x1_00_00) product ^= FIELD_POLYNOMIAL;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}
