/** Cases each for itself, stamped into one sheet of pixels: all at once, or in slices that fit into animation frames. */
import { pointLamps } from "../../server/domain/casePoints.ts";
import type { Frame } from "./frame.ts";
import type { PointField } from "./pointField.ts";
import { createSplatSheet, pixelColour, type SplatSheet, stampOf } from "./splat.ts";

/** What is to be seen: which points on which piece of the earth, in the colours of `pointLamps`. */
export interface Stamping {
  readonly frame: Frame;
  readonly field: PointField;
  readonly colours: readonly string[];
}

/** The one sheet of all maps, and whose points are on it or just being stamped. */
const sheet = {
  made: null as SplatSheet | null,
  holds: null as Pick<Stamping, "frame" | "field"> | null,
  isWhole: false,
};

/** Draws what was stamped for this very frame; stamps it first where nobody did. */
export function paintStamped(stamping: Stamping): void {
  const { frame, field } = stamping;
  const isReady = sheet.isWhole && sheet.holds?.frame === frame && sheet.holds.field === field;
  // All slices at once
  if (!isReady) Array.from(stampSlices(stamping));
  sheet.made?.draw(frame);
}

/** So many discs take a quarter of a frame on an office machine. */
const SLICE = 8000;

/** Stamps a slice at each step. Ends early when somebody else has taken the sheet meanwhile. */
export function* stampSlices(stamping: Stamping): Generator<void> {
  const { frame, field } = stamping;
  const mine = { frame, field };
  [sheet.holds, sheet.isWhole] = [mine, false];
  for (const _ of slicesOf(stamping, (sheet.made ??= createSplatSheet()))) {
    yield;
    if (sheet.holds !== mine) return;
  }
  sheet.isWhole = true;
}

/** To clear the sheet, to look up what is seen and to hand the sheet over take a slice each. */
function* slicesOf({ frame, field, colours }: Stamping, pixels: SplatSheet): Generator<void> {
  const { zoom, left, top, ratio } = frame;
  yield pixels.begin(frame);
  const scale = 2 ** zoom;
  const { placeOf, starts } = seenByLamp(field, frame);
  yield;
  const radius = radiusFor(starts[pointLamps.length] ?? 0, zoom);
  for (const [lamp, colour] of colours.entries()) {
    const stamp = stampOf(lamp > 2 ? radius * 1.25 : radius, ratio, pixelColour(colour));
    for (let at = starts[lamp] ?? 0; at < (starts[lamp + 1] ?? 0); at += 1) {
      if (at % SLICE === SLICE - 1) yield;
      const place = placeOf[at] ?? 0;
      const [x, y] = [(field.x[place] ?? 0) * scale - left, (field.y[place] ?? 0) * scale - top];
      pixels.stamp(stamp, x * ratio, y * ratio, lamp);
    }
  }
  yield;
  pixels.end();
}

/** Room for the places of all points; kept between paintings. */
let room = { found: new Uint32Array(0), sorted: new Uint32Array(0) };

/** The places in view, the quietest first: those of a lamp stand from `starts[lamp]` to before `starts[lamp + 1]`. */
function seenByLamp(field: PointField, { zoom, left, top, width, height }: Frame) {
  if (room.found.length < field.count)
    room = { found: new Uint32Array(field.count), sorted: new Uint32Array(field.count) };
  const { found, sorted } = room;
  const scale = 2 ** zoom;
  const within = {
    left: left / scale,
    top: top / scale,
    right: (left + width) / scale,
    bottom: (top + height) / scale,
  };
  const starts = new Uint32Array(pointLamps.length + 1);
  let count = 0;
  field.each(within, (place) => {
    found[count] = place;
    count += 1;
    const lamp = field.lamp[place] ?? 0;
    starts[lamp + 1] = (starts[lamp + 1] ?? 0) + 1;
  });
  for (let lamp = 0; lamp < pointLamps.length; lamp += 1)
    starts[lamp + 1] = (starts[lamp + 1] ?? 0) + (starts[lamp] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < count; at += 1) {
    const place = found[at] ?? 0;
    const lamp = field.lamp[place] ?? 0;
    sorted[next[lamp] ?? 0] = place;
    next[lamp] = (next[lamp] ?? 0) + 1;
  }
  return { placeOf: sorted, starts };
}

/** Discs shrink where they are many, so that one still sees the ground between them. */
function radiusFor(count: number, zoom: number): number {
  const crowded = count > 50_000 ? 1.4 : count > 10_000 ? 2.2 : count > 2000 ? 3.2 : 5;
  return Math.min(6, crowded + Math.max(0, zoom - 14) * 0.5);
}
