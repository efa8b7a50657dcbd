/**
 * When and where a photo was taken, as the camera wrote it into the JPEG (EXIF). Only these two are read; the file
 * itself is drawn anew and keeps neither. Anything broken or strange reads as "not told".
 */
import { type Instant, parseInstant } from "../time.ts";

export interface Taken {
  /** The camera's wall clock, read as Chinese time. */
  readonly at: Instant | null;
  /** WGS-84, as satellites give it. */
  readonly lng: number | null;
  readonly lat: number | null;
}

const notTold: Taken = { at: null, lng: null, lat: null };

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const TAKEN_AT = 0x9003;
/** Sizes of the EXIF types, by number: byte, ascii, short, long, rational … */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8];
const MOST_ENTRIES = 200;

/** @param bytes a whole file, or at least its first 64 KB. */
export function readTaken(bytes: Uint8Array): Taken {
  try {
    const tiff = tiffIn(bytes);
    return tiff === null ? notTold : takenIn(tiff);
  } catch (error) {
    // An offset that leads out of the file: DataView says so with this one
    if (error instanceof RangeError) return notTold;
    throw error;
  }
}

/** The TIFF part of the APP1 segment. */
function tiffIn(bytes: Uint8Array): DataView | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xda || length < 2) return null;
    const isExif = marker === 0xe1 && length > 10 && view.getUint32(at + 4) === 0x45786966;
    if (isExif)
      return new DataView(
        bytes.buffer,
        bytes.byteOffset + at + 10,
        Math.min(length - 8, bytes.length - at - 10),
      );
    at += 2 + length;
  }
  return null;
}

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where its value stands. */
  readonly at: number;
}

function takenIn(tiff: DataView): Taken {
  const little = tiff.getUint16(0) === 0x4949;
  const main = directory(tiff, tiff.getUint32(4, little), little);
  const exif = inner(tiff, main.get(EXIF_POINTER), little);
  const gps = inner(tiff, main.get(GPS_POINTER), little);
  const lat = degrees(tiff, gps.get(2), little);
  const lng = degrees(tiff, gps.get(4), little);
  const south = text(tiff, gps.get(1)) === "S";
  const west = text(tiff, gps.get(3)) === "W";
  const placed = lat !== null && lng !== null && lat <= 90 && lng <= 180 && (lat !== 0 || lng !== 0);
  return {
    at: instantOf(text(tiff, exif.get(TAKEN_AT))),
    lng: placed ? (west ? -lng : lng) : null,
    lat: placed ? (south ? -lat : lat) : null,
  };
}

function inner(tiff: DataView, pointer: Entry | undefined, little: boolean): ReadonlyMap<number, Entry> {
  return pointer === undefined ? new Map() : directory(tiff, tiff.getUint32(pointer.at, little), little);
}

function directory(tiff: DataView, start: number, little: boolean): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  const total = Math.min(tiff.getUint16(start, little), MOST_ENTRIES);
  for (let index = 0; index < total; index++) {
    const at = start + 2 + index * 12;
    const type = tiff.getUint16(at + 2, little);
    const count = tiff.getUint32(at + 4, little);
    const inPlace = (SIZES[type] ?? 1) * count <= 4;
    entries.set(tiff.getUint16(at, little), {
      type,
      count,
      at: inPlace ? at + 8 : tiff.getUint32(at + 8, little),
    });
  }
  return entries;
}

function text(tiff: DataView, entry: Entry | undefined): string {
  let read = "";
  for (let index = 0; entry && index < Math.min(entry.count, 32); index++) {
    const letter = tiff.getUint8(entry.at + index);
    if (letter === 0) break;
    read += String.fromCharCode(letter);
  }
  return read;
}

/** Degrees, minutes and seconds as three fractions. */
function degrees(tiff: DataView, entry: Entry | undefined, little: boolean): number | null {
  if (entry === undefined || entry.type !== 5 || entry.count < 3) return null;
  const part = (index: number) =>
    tiff.getUint32(entry.at + index * 8, little) / tiff.getUint32(entry.at + index * 8 + 4, little);
  const value = part(0) + part(1) / 60 + (Number.isFinite(part(2)) ? part(2) / 3600 : 0);
  return Number.isFinite(value) ? value : null;
}

/** `2026:11:20 09:30:00`. */
function instantOf(written: string): Instant | null {
  const [, year, month, day, clock] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d)/.exec(written) ?? [];
  return clock === undefined ? null : parseInstant(`${year}-${month}-${day}T${clock}`);
}
