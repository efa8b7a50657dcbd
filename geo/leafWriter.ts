import { leanOf, spans } from "./crossing.ts";
import type { Edges } from "./edges.ts";
import type { Frame } from "./frame.ts";
import type { Growing } from "./growing.ts";
import type { Decoder } from "./label.ts";
import { isNarrow, joined, LEAF_FORM } from "./leaf.ts";
import type { Squares } from "./squares.ts";

/** Writes the leaf of a square, given the place of the square and its middle in index units. */
export type LeafWriter = (square: number, x: number, y: number) => void;

interface LeafSources {
  readonly frame: Frame;
  readonly squares: Squares;
  readonly edges: Edges;
  readonly ownerOf: Decoder;
}

/** A writer that adds leaves at the end of `leaves`. It keeps the edges in hand in arrays that it uses over and over. */
export function createLeafWriter(
  leaves: Growing,
  { frame, squares, edges, ownerOf }: LeafSources,
): LeafWriter {
  const right = frame.width / 2;
  const top = frame.height / 2;
  /** Edges of the leaf in hand, counted from the square's middle. */
  const own = { count: 0, ends: new Int32Array(256), labels: new Int32Array(64) };

  return function writeLeaf(square, x, y) {
    const start = squares.starts[square] ?? 0;
    const end = squares.starts[square + 1] ?? 0;
    makeRoom(3 * (end - start));
    for (let at = start; at < end; at += 1) keepSloping(squares.edges[at] ?? 0, x, y);
    const label = labelWithoutOwn(squares.cornerLabels[square] ?? 0);
    const sloping = own.count;
    for (let at = start; at < end; at += 1) noteContinuations(sloping, squares.edges[at] ?? 0, x, y);
    drawContinuations(sloping);
    write(label);
  };

  function makeRoom(most: number): void {
    own.count = 0;
    own.labels[0] = 0;
    if (own.labels.length >= most) return;
    own.ends = new Int32Array(8 * most);
    own.labels = new Int32Array(2 * most);
  }

  /** Level edges are left out: nobody crosses them who walks to the right. */
  function keepSloping(edge: number, x: number, y: number): void {
    const y1 = edges.ends[4 * edge + 1] ?? 0;
    const y2 = edges.ends[4 * edge + 3] ?? 0;
    if (y1 === y2) return;
    const at = 4 * own.count;
    own.ends[at] = (edges.ends[4 * edge] ?? 0) - x;
    own.ends[at + 1] = y1 - y;
    own.ends[at + 2] = (edges.ends[4 * edge + 2] ?? 0) - x;
    own.ends[at + 3] = y2 - y;
    own.labels[own.count] = edges.labels[edge] ?? 0;
    own.count += 1;
  }

  /** The edges of a leaf are tested one by one for every point, so its label must not count them already. */
  function labelWithoutOwn(cornerLabel: number): number {
    let label = cornerLabel;
    for (let edge = 0; edge < own.count; edge += 1) {
      const isCounted = spans(own.ends, 4 * edge, -top) && leanOf(own.ends, 4 * edge, right, -top) >= 0;
      if (isCounted) label ^= own.labels[edge] ?? 0;
    }
    return label;
  }

  /**
   * An edge may end at the square's right side or beyond it. What goes on from that end does not enter the square, yet
   * it counts for the points above that end: an upright edge along the right side stands for it.
   */
  function noteContinuations(first: number, edge: number, x: number, y: number): void {
    for (let end = 4 * edge; end <= 4 * edge + 2; end += 2) {
      const height = (edges.ends[end + 1] ?? 0) - y;
      const goesOn = (edges.ends[end] ?? 0) - x >= right && height > -top && height < top;
      if (goesOn) changeAbove(first, height, edges.labels[edge] ?? 0);
    }
  }

  /** Notes a change of label from a height on; changes at one height make one. */
  function changeAbove(first: number, height: number, label: number): void {
    let edge = first;
    while (edge < own.count && own.ends[4 * edge + 1] !== height) edge += 1;
    if (edge === own.count) {
      own.ends[4 * edge + 1] = height;
      own.labels[edge] = 0;
      own.count += 1;
    }
    own.labels[edge] = (own.labels[edge] ?? 0) ^ label;
  }

  /** Changes that cancelled each other fall away. */
  function drawContinuations(first: number): void {
    const noted = own.count;
    own.count = first;
    for (let edge = first; edge < noted; edge += 1) {
      if (own.labels[edge] === 0) continue;
      const at = 4 * own.count;
      own.labels[own.count] = own.labels[edge] ?? 0;
      own.ends[at] = right;
      own.ends[at + 1] = own.ends[4 * edge + 1] ?? 0;
      own.ends[at + 2] = right;
      own.ends[at + 3] = top;
      own.count += 1;
    }
  }

  function write(label: number): void {
    const form = formOfOwn();
    leaves.push(4 * own.count + form);
    if (form === LEAF_FORM.twoSided) {
      leaves.push(ownerOf(label));
      leaves.push(ownerOf(label ^ (own.labels[0] ?? 0)));
    } else {
      leaves.push(label);
    }
    for (let edge = 0; edge < own.count; edge += 1) writeEdge(form, edge);
  }

  function formOfOwn(): number {
    let isTwoSided = true;
    for (let edge = 0; edge < own.count; edge += 1) {
      if (!isNarrow(own.ends, 4 * edge, right)) return LEAF_FORM.wide;
      if (own.labels[edge] !== own.labels[0]) isTwoSided = false;
    }
    return isTwoSided ? LEAF_FORM.twoSided : LEAF_FORM.narrow;
  }

  function writeEdge(form: number, edge: number): void {
    const at = 4 * edge;
    if (form === LEAF_FORM.wide) {
      for (let end = at; end < at + 4; end += 1) leaves.push(own.ends[end] ?? 0);
    } else {
      leaves.push(joined(own.ends[at] ?? 0, own.ends[at + 1] ?? 0));
      leaves.push(joined(own.ends[at + 2] ?? 0, own.ends[at + 3] ?? 0));
    }
    if (form !== LEAF_FORM.twoSided) leaves.push(own.labels[edge] ?? 0);
  }
}
