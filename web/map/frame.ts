/** Where the canvas lies on the earth, and how places become pixels on it (Web Mercator, as Leaflet and tiles have it). */
import type { Point } from "../../geo/point.ts";

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** One painting: a canvas, its scale, and its upper left corner in world pixels at this zoom. All sizes in CSS pixels. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly zoom: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A place in pixels of the whole world at zoom 0, where it is 256 wide. */
export function worldOf({ lng, lat }: Point): readonly [x: number, y: number] {
  const phi = (lat * Math.PI) / 180;
  const y = Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI);
  return [(lng / 360 + 0.5) * 256, (0.5 - y) * 256];
}

export function placeOf([x, y]: readonly [x: number, y: number]): Point {
  const phi = 2 * Math.atan(Math.exp((0.5 - y / 256) * 2 * Math.PI)) - Math.PI / 2;
  return { lng: (x / 256 - 0.5) * 360, lat: (phi * 180) / Math.PI };
}

type View = Pick<Frame, "zoom" | "left" | "top">;

export function pixelOf(point: Point, { zoom, left, top }: View): readonly [x: number, y: number] {
  const [x, y] = worldOf(point);
  const scale = 2 ** zoom;
  return [x * scale - left, y * scale - top];
}

export function boxOf({ zoom, left, top, width, height }: Omit<Frame, "context" | "ratio">): Box {
  const scale = 2 ** zoom;
  const upper = placeOf([left / scale, top / scale]);
  const lower = placeOf([(left + width) / scale, (top + height) / scale]);
  return { west: upper.lng, north: upper.lat, east: lower.lng, south: lower.lat };
}

const METRES_ROUND_EARTH = 40_075_016.686;

/** Metres that one pixel spans at a latitude. */
export function metresPerPixel(zoom: number, lat: number): number {
  return (METRES_ROUND_EARTH * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
}
