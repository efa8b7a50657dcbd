/**
 * A PMTiles archive (version 3) of pictures on this machine: one file, of which each tile is a range of bytes, found
 * through a directory in the order of a Hilbert curve. Source of the layout: the PMTiles v3 specification.
 */
import { type FileHandle, open } from "node:fs/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export interface TileArchive {
  /** What the tiles are, for the answer's header. */
  readonly type: string;
  /** null where the archive has none there. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** Why a file cannot be used, in a sentence. */
export interface ArchiveFault {
  readonly fault: string;
}

const HEADER = 127;
const types: Readonly<Record<number, string>> = { 2: "image/png", 3: "image/jpeg", 4: "image/webp" };
const unpackers: Readonly<Record<number, (bytes: Buffer) => Buffer>> = {
  1: (bytes) => bytes,
  2: (bytes) => gunzipSync(bytes, { maxOutputLength: MOST_BYTES }),
  3: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES }),
};
/** Of a directory or a tile: a length beyond it is a broken file, not a picture. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Directories hang on one another at most so deep. */
const DEEPEST = 4;
const MOST_KEPT = 64;

/** One line of a directory: so many tiles with the same bytes, or (run 0) a directory further down. */
interface Entry {
  readonly id: number;
  readonly run: number;
  readonly offset: number;
  readonly length: number;
}

export async function openTileArchive(path: string): Promise<TileArchive | ArchiveFault> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch {
    return { fault: `打不开“${path}”` };
  }
  const header = await readRange(file, 0, HEADER);
  const made = header === null ? { fault: "文件太短" } : await archiveOf(file, header);
  if (!("fault" in made)) return made;
  await file.close();
  return { fault: `“${path}”不能用：${made.fault}` };
}

async function archiveOf(file: FileHandle, header: Buffer): Promise<TileArchive | ArchiveFault> {
  if (header.toString("latin1", 0, 7) !== "PMTiles" || header[7] !== 3)
    return { fault: "不是 PMTiles 第 3 版" };
  const number = (at: number) => Number(header.readBigUInt64LE(at));
  const [known, isPlain, type] = [unpackers[header[97] ?? 0], header[98] === 1, types[header[99] ?? 0]];
  if (type === undefined) return { fault: "里面是矢量瓦片或不认识的格式，应为 PNG、JPEG 或 WebP 图片" };
  if (known === undefined || !isPlain) return { fault: "压缩方式不支持" };
  const whole = known;
  const [leaves, data] = [number(40), number(56)];
  const root = await readDirectory(file, { offset: number(8), length: number(16) }, whole);
  if (root === null) return { fault: "目录读不出来" };
  const kept = new Map<number, readonly Entry[]>();

  async function leafAt(entry: Entry): Promise<readonly Entry[] | null> {
    const known = kept.get(entry.offset);
    if (known) return known;
    const range = { offset: leaves + entry.offset, length: entry.length };
    const leaf = await readDirectory(file, range, whole);
    if (leaf === null) return null;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(entry.offset, leaf);
    return leaf;
  }

  return {
    type,
    async tile(z, x, y) {
      const id = tileId(z, x, y);
      let entries: readonly Entry[] | null = root;
      for (let depth = 0; entries !== null && depth < DEEPEST; depth += 1) {
        const entry = entryFor(entries, id);
        if (entry === null) return null;
        if (entry.run > 0) return await readRange(file, data + entry.offset, entry.length);
        entries = await leafAt(entry);
      }
      return null;
    },
    close: async () => await file.close(),
  };
}

/** The place of a tile in the order of the archive: all of the zooms before it, then the Hilbert curve of its own. */
export function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3;
  let [a, b] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, low] = [Math.floor(a / side) % 2, Math.floor(b / side) % 2];
    id += side * side * ((3 * right) ^ low);
    [a, b] = [a % side, b % side];
    if (low === 0) {
      if (right === 1) [a, b] = [side - 1 - a, side - 1 - b];
      [a, b] = [b, a];
    }
  }
  return id;
}

/** The last entry that begins at or before a tile, where it reaches that far or leads further down. */
function entryFor(entries: readonly Entry[], id: number): Entry | null {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.id ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry && (entry.run === 0 || id < entry.id + entry.run) ? entry : null;
}

interface Range {
  readonly offset: number;
  readonly length: number;
}

async function readDirectory(
  file: FileHandle,
  { offset, length }: Range,
  unpack: (bytes: Buffer) => Buffer,
): Promise<readonly Entry[] | null> {
  const packed = await readRange(file, offset, length);
  if (packed === null) return null;
  try {
    return entriesIn(unpack(packed));
  } catch {
    return null;
  }
}

/** Numbers of the directory stand column by column; an offset of 0 means: right behind the one before. */
function entriesIn(bytes: Buffer): readonly Entry[] {
  const next = varints(bytes);
  const count = next();
  if (count > bytes.length) throw new RangeError("More entries than bytes");
  const column = () => Array.from({ length: count }, next);
  const [steps, runs, lengths, offsets] = [column(), column(), column(), column()];
  const entries: Entry[] = [];
  let id = 0;
  for (const [place, step] of steps.entries()) {
    id += step;
    const before = entries[place - 1];
    const given = offsets[place] ?? 0;
    const offset = given === 0 && before ? before.offset + before.length : given - 1;
    entries.push({ id, run: runs[place] ?? 0, length: lengths[place] ?? 0, offset });
  }
  return entries;
}

function varints(bytes: Buffer): () => number {
  let at = 0;
  return () => {
    let [value, weight] = [0, 1];
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError("The directory ends too early");
      at += 1;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 0x80;
    }
  };
}

/** null where the file does not reach that far. */
async function readRange(file: FileHandle, offset: number, length: number): Promise<Buffer | null> {
  if (length > MOST_BYTES || !Number.isSafeInteger(offset)) return null;
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytesRead === length ? bytes : null;
}
