/**
 * A model as bytes and back. First what people may read (JSON: labels, lexicon, summary), then the tables, each at a
 * multiple of four bytes and in the order of `tablesOf`. Little-endian, as every machine we run on.
 */
import { featureCount } from "./features.ts";
import { createGlossary, type Lexicon } from "./lexicon.ts";
import type { Model, Summary } from "./model.ts";

const MAGIC = 0x48594d32; // "HYM2"

interface Head {
  readonly labels: readonly string[];
  readonly lexicon: Lexicon;
  readonly summary: Summary;
  readonly hidden: number;
  readonly rows: number;
  readonly wordShare: number;
  readonly planes: number;
  readonly network: number;
  readonly slope: number;
  readonly shift: number;
}

export type Unpacked =
  | { readonly kind: "model"; readonly model: Model }
  | { readonly kind: "refusal"; readonly code: "model.unreadable"; readonly found: string };

export function packModel(model: Model): Uint8Array {
  const head: Head = {
    labels: model.labels,
    lexicon: model.lexicon,
    summary: model.summary,
    hidden: model.input.width,
    rows: model.space.worth.length,
    wordShare: model.space.wordShare,
    planes: model.calibration.planes,
    network: model.calibration.network,
    slope: model.calibration.slope,
    shift: model.calibration.shift,
  };
  const words = new TextEncoder().encode(JSON.stringify(head));
  const parts = [new Uint8Array(Uint32Array.of(MAGIC, words.length).buffer), words, ...tablesOf(model)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  return bytes;
}

export function unpackModel(bytes: Uint8Array): Unpacked {
  try {
    const whole = bytes.slice();
    const [magic = 0, length = 0] = new Uint32Array(whole.buffer, 0, 2);
    if (magic !== MAGIC) return unreadable("不是呼应的模型文件");
    const head = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + length))) as Head;
    const model = readTables(head, createCursor(whole.buffer, 8 + padded(length)));
    return { kind: "model", model };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

function tablesOf(model: Model): Uint8Array[] {
  const { space, planes, input, inputBias, output, outputBias, calibration } = model;
  const known = new Uint8Array(Math.ceil(space.rowOf.length / 8));
  for (const [id, row] of space.rowOf.entries())
    if (row >= 0) known[id >> 3] = (known[id >> 3] ?? 0) | (1 << (id & 7));
  const { lift } = calibration;
  const floats = [space.worth, planes.scales, input.scales, inputBias, output, outputBias, lift];
  return [known, ...floats.map(bytesOf), bytesOf(planes.cells), bytesOf(input.cells)];
}

function readTables(head: Head, cursor: Cursor): Model {
  const { labels, lexicon, summary, hidden, rows } = head;
  const width = labels.length;
  const rowOf = rowsOf(cursor.bytes(Math.ceil(featureCount(createGlossary(lexicon)) / 8)), lexicon);
  const worth = cursor.floats(rows);
  const planeScales = cursor.floats(rows);
  const inputScales = cursor.floats(rows);
  const inputBias = cursor.floats(hidden);
  const output = cursor.floats(hidden * width);
  const outputBias = cursor.floats(width);
  const lift = cursor.floats(width);
  const planeCells = cursor.cells(rows * width);
  const inputCells = cursor.cells(rows * hidden);
  return {
    labels,
    lexicon,
    summary,
    space: { rowOf, worth, wordShare: head.wordShare },
    planes: { width, cells: planeCells, scales: planeScales },
    input: { width: hidden, cells: inputCells, scales: inputScales },
    inputBias,
    output,
    outputBias,
    calibration: { planes: head.planes, network: head.network, lift, slope: head.slope, shift: head.shift },
  };
}

/** Rows are numbered in the order of their features. */
function rowsOf(known: Uint8Array, lexicon: Lexicon): Int32Array {
  const rowOf = new Int32Array(featureCount(createGlossary(lexicon))).fill(-1);
  let row = 0;
  for (let id = 0; id < rowOf.length; id++)
    if ((((known[id >> 3] ?? 0) >> (id & 7)) & 1) === 1) rowOf[id] = row++;
  return rowOf;
}

interface Cursor {
  bytes(length: number): Uint8Array;
  floats(length: number): Float32Array;
  cells(length: number): Int8Array;
}

/** Every reading throws when the bytes end too early. */
function createCursor(buffer: ArrayBufferLike, start: number): Cursor {
  let at = start;
  const step = (length: number): number => {
    const from = at;
    at += padded(length);
    return from;
  };
  return {
    bytes: (length) => new Uint8Array(buffer, step(length), length),
    floats: (length) => new Float32Array(buffer, step(length * 4), length),
    cells: (length) => new Int8Array(buffer, step(length), length),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function unreadable(found: string): Unpacked {
  return { kind: "refusal", code: "model.unreadable", found };
}
