/** The files that make up a shapefile, before they are read: whether one was cut off, and what its coordinates count. */

/** The mark with which .shp and .shx begin. */
export const SHAPE_MARK = [0, 0, 0x27, 0x0a] as const;
const HEAD = 100;

/** A file that ends before it should, in bytes. */
export interface Cut {
  readonly expected: number;
  readonly found: number;
}

/** The head of a .shp says how long the file is, in words of two bytes; null for a whole one and for what is no .shp. */
export function cutShape(bytes: Uint8Array): Cut | null {
  const found = bytes.length;
  if (!SHAPE_MARK.every((byte, place) => bytes[place] === byte)) return null;
  return cut(found < HEAD ? HEAD : 2 * viewOf(bytes).getInt32(24), found);
}

/** The head of a .dbf says how many rows of which length follow. */
export function cutTable(bytes: Uint8Array): Cut | null {
  const [found, least] = [bytes.length, 32];
  if (found < least) return cut(least, found);
  const view = viewOf(bytes);
  return cut(view.getUint16(8, true) + view.getUint32(4, true) * view.getUint16(10, true), found);
}

export type Measure = "degrees" | "metres" | "either";

/** What coordinates plainly are: nothing on earth has more than 180 degrees, and no projected county less than 180 metres. */
export function measureOf(geometries: readonly unknown[]): Measure {
  let [least, most] = [Infinity, 0];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const inner of value) look(inner);
    else if (typeof value === "number")
      [least, most] = [Math.min(least, Math.abs(value)), Math.max(most, Math.abs(value))];
  };
  for (const geometry of geometries) look(coordinatesOf(geometry));
  if (least === Infinity) return "either";
  return most <= MOST_DEGREES ? "degrees" : least > MOST_DEGREES ? "metres" : "either";
}

const MOST_DEGREES = 180;

function coordinatesOf(geometry: unknown): unknown {
  return typeof geometry === "object" && geometry !== null && "coordinates" in geometry
    ? geometry.coordinates
    : null;
}

function cut(expected: number, found: number): Cut | null {
  return found < expected ? { expected, found } : null;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
