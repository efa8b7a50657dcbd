/** Stamps many small discs into the pixels themselves: ten times as fast as asking the canvas for each. */
import type { Frame } from "./frame.ts";

/** Pixels of a disc in one colour with its white edge: how far from its middle, what they are, how much they cover. */
interface Stamp {
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  /** 0xBBGGRR. */
  readonly colour: Uint32Array;
  readonly alpha: Uint8Array;
  /** How far it reaches from its middle. */
  readonly reach: number;
}

const EDGE = 1.4;

/** @param colour as `pixelColour` reads it. */
export function stampOf(radius: number, ratio: number, colour: number): Stamp {
  const [inner, outer] = [radius * ratio, (radius + (radius > 2 ? EDGE : 0)) * ratio];
  const rows: (readonly [number, number, number, number])[] = [];
  const reach = Math.ceil(outer);
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const away = Math.hypot(dx, dy);
      const alpha = Math.round(255 * clamp(outer + 0.5 - away));
      if (alpha > 8) rows.push([dx, dy, Math.round(255 * clamp(inner + 0.5 - away)), alpha]);
    }
  }
  return {
    dx: Int16Array.from(rows, ([dx]) => dx),
    dy: Int16Array.from(rows, ([, dy]) => dy),
    colour: Uint32Array.from(rows, ([, , inside]) => mixed(0xffffff, colour, inside)),
    alpha: Uint8Array.from(rows, ([, , , alpha]) => alpha),
    reach,
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** One pixel sheet for all stamps of a painting; kept between paintings, for making it anew takes longest. */
export interface SplatSheet {
  readonly begin: (frame: Frame) => void;
  /** Device pixels. The same stamp again on the same pixel is left out: from afar most of many lie on one another. */
  readonly stamp: (stamp: Stamp, x: number, y: number, kind: number) => void;
  /** All stamps are set. */
  readonly end: () => void;
  readonly draw: (frame: Frame) => void;
}

export function createSplatSheet(): SplatSheet {
  const canvas = document.createElement("canvas");
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);
  /** The kind of the last stamp on each pixel, counted from 1. */
  let stamped = new Uint8Array(1);

  return {
    begin({ width, height, ratio }) {
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width === wide && canvas.height === high && image.width === wide) {
        pixels.fill(0);
        return void stamped.fill(0);
      }
      canvas.width = wide;
      canvas.height = high;
      image = new ImageData(wide, high);
      pixels = new Uint32Array(image.data.buffer);
      stamped = new Uint8Array(pixels.length);
    },
    stamp({ dx, dy, colour, alpha, reach }, x, y, kind) {
      const { width, height } = image;
      const [middleX, middleY] = [x | 0, y | 0];
      // What reaches over the rim lies in the margin beyond the view
      if (middleX < reach || middleY < reach || middleX >= width - reach || middleY >= height - reach) return;
      const middle = middleY * width + middleX;
      if (stamped[middle] === kind + 1) return;
      stamped[middle] = kind + 1;
      for (let at = 0; at < dx.length; at += 1) {
        const place = middle + (dy[at] ?? 0) * width + (dx[at] ?? 0);
        const own = colour[at] ?? 0;
        const cover = alpha[at] ?? 0;
        const below = pixels[place] ?? 0;
        if (cover === 255) pixels[place] = (own | 0xff000000) >>> 0;
        else if (below === 0) pixels[place] = (own | (cover << 24)) >>> 0;
        else pixels[place] = (mixed(below, own, cover) | (Math.max(cover, below >>> 24) << 24)) >>> 0;
      }
    },
    end() {
      canvas.getContext("2d")?.putImageData(image, 0, 0);
    },
    draw({ context, width, height }) {
      context.drawImage(canvas, 0, 0, width, height);
    },
  };
}

/** Between two colours, `share` of 255 of the second. */
function mixed(a: number, b: number, share: number): number {
  return mixedPart(a, b, share, 0) | mixedPart(a, b, share, 8) | mixedPart(a, b, share, 16);
}

function mixedPart(a: number, b: number, share: number, shift: number): number {
  const from = (a >> shift) & 255;
  return (from + ((((b >> shift) & 255) - from) * share) / 255) << shift;
}

/** #rrggbb as 0xBBGGRR, which is how pixels lie in memory. */
export function pixelColour(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (blue << 16) | (green << 8) | red;
}
