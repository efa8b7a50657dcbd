import type { Edges } from "./edges.ts";
import type { Frame } from "./frame.ts";
import { createGrowing } from "./growing.ts";
import { createDecoder, NOBODY, numberMaskFor } from "./label.ts";
import { BEYOND, HEADER, HEADER_LENGTH, MARK } from "./layout.ts";
import { createLeafWriter } from "./leafWriter.ts";
import type { Squares } from "./squares.ts";

/** Lays out the squares of a raster as one Int32Array. */
export function packIndex(frame: Frame, squares: Squares, edges: Edges, labels: Int32Array): Int32Array {
  const ownerOf = createDecoder(labels);
  const raster = new Int32Array(frame.columns * frame.rows);
  const leavesStart = HEADER_LENGTH + labels.length + raster.length;
  const leaves = createGrowing(4 * squares.edges.length + 16);
  const writeLeaf = createLeafWriter(leaves, { frame, squares, edges, ownerOf });
  for (let square = 0; square < raster.length; square += 1) {
    if (squares.starts[square] === squares.starts[square + 1]) {
      raster[square] = ownerOf(squares.cornerLabels[square] ?? 0);
    } else {
      raster[square] = -(leavesStart + leaves.length());
      const column = square % frame.columns;
      const row = (square - column) / frame.columns;
      writeLeaf(square, frame.x0 + (column + 0.5) * frame.width, frame.y0 + (row + 0.5) * frame.height);
    }
  }
  return joined(headerOf(frame, labels.length), labels, raster, leaves.written(), new Int32Array(BEYOND));
}

function headerOf(frame: Frame, cellCount: number): Int32Array {
  const header = new Int32Array(HEADER_LENGTH);
  header[HEADER.mark] = MARK;
  header[HEADER.outside] = NOBODY;
  header[HEADER.x0] = frame.x0;
  header[HEADER.y0] = frame.y0;
  header[HEADER.columns] = frame.columns;
  header[HEADER.rows] = frame.rows;
  header[HEADER.columnShift] = frame.columnShift;
  header[HEADER.rowShift] = frame.rowShift;
  header[HEADER.cellCount] = cellCount;
  header[HEADER.numberMask] = numberMaskFor(cellCount);
  return header;
}

function joined(...parts: readonly Int32Array[]): Int32Array {
  const index = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    index.set(part, start);
    start += part.length;
  }
  return index;
}
