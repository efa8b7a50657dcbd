/** Where much happens, as warmth: counts in coarse pixels, blurred twice, coloured by how they stand to the most. */
import type { Frame } from "./frame.ts";
import type { PointField } from "./pointField.ts";

/** CSS pixels to a coarse one. */
const COARSE = 4;
const BLUR = 5;

export function paintHeat(frame: Frame, field: PointField): void {
  const [wide, high] = [Math.ceil(frame.width / COARSE), Math.ceil(frame.height / COARSE)];
  const warmth = blurred(blurred(countsIn(frame, field, wide, high), wide, high), wide, high);
  const most = warmth.reduce((top, value) => Math.max(top, value), 0);
  if (most === 0) return;
  const image = new ImageData(wide, high);
  for (const [at, value] of warmth.entries()) image.data.set(colourOf(Math.sqrt(value / most)), 4 * at);
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [wide, high];
  sheet.getContext("2d")?.putImageData(image, 0, 0);
  frame.context.imageSmoothingEnabled = true;
  frame.context.drawImage(sheet, 0, 0, wide * COARSE, high * COARSE);
}

function countsIn(
  { zoom, left, top, width, height }: Frame,
  field: PointField,
  wide: number,
  high: number,
): Float32Array {
  const scale = 2 ** zoom;
  const counts = new Float32Array(wide * high);
  const within = {
    left: left / scale,
    top: top / scale,
    right: (left + width) / scale,
    bottom: (top + height) / scale,
  };
  field.each(within, (place) => {
    const column = Math.min(wide - 1, (((field.x[place] ?? 0) * scale - left) / COARSE) | 0);
    const row = Math.min(high - 1, (((field.y[place] ?? 0) * scale - top) / COARSE) | 0);
    counts[row * wide + column] = (counts[row * wide + column] ?? 0) + 1;
  });
  return counts;
}

/** The mean of each pixel's surroundings, along rows and then along columns. */
function blurred(values: Float32Array, wide: number, high: number): Float32Array {
  const along = slid(values, { lines: high, length: wide, step: 1, line: wide });
  return slid(along, { lines: wide, length: high, step: wide, line: 1 });
}

interface Lie {
  readonly lines: number;
  readonly length: number;
  readonly step: number;
  readonly line: number;
}

function slid(values: Float32Array, { lines, length, step, line }: Lie): Float32Array {
  const out = new Float32Array(values.length);
  for (let at = 0; at < lines; at += 1) {
    const start = at * line;
    const value = (place: number) => (place < 0 || place >= length ? 0 : (values[start + place * step] ?? 0));
    let sum = 0;
    for (let place = 0; place < BLUR; place += 1) sum += value(place);
    for (let place = 0; place < length; place += 1) {
      sum += value(place + BLUR) - value(place - BLUR - 1);
      out[start + place * step] = sum / (2 * BLUR + 1);
    }
  }
  return out;
}

/** From yellow over orange to dark red, the thinner the cooler; the same steps are in the legend. */
const STEPS: readonly (readonly [red: number, green: number, blue: number])[] = [
  [255, 237, 160],
  [254, 178, 76],
  [240, 89, 43],
  [189, 0, 38],
];

/** Less than this share of the most is left without colour. */
const COOL = 0.12;

function colourOf(share: number): readonly [number, number, number, number] {
  if (share < COOL) return [0, 0, 0, 0];
  const at = Math.min(STEPS.length - 1.001, share * (STEPS.length - 1));
  const [from = [0, 0, 0], to = [0, 0, 0]] = STEPS.slice(Math.floor(at));
  const part = (place: 0 | 1 | 2) => from[place] + (to[place] - from[place]) * (at % 1);
  return [part(0), part(1), part(2), Math.min(205, 330 * (share - COOL))];
}
