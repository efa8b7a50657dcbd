/** Stamps many small discs into the pixels themselves: ten times as fast as asking the canvas for each. */
import type { Frame } from "./frame.ts";

/** Pixels of a disc: how far from its middle, and how much of it and of its white edge they show. */
interface Stamp {
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  /** 0 edge, 255 inside. */
  readonly inside: Uint8Array;
  readonly alpha: Uint8Array;
}

const EDGE = 1.4;

export function stampOf(radius: number, ratio: number): Stamp {
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
    inside: Uint8Array.from(rows, ([, , inside]) => inside),
    alpha: Uint8Array.from(rows, ([, , , alpha]) => alpha),
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** One pixel sheet for all stamps of a painting; kept between paintings, for making it anew takes longest. */
export interface SplatSheet {
  readonly begin: (frame: Frame) => void;
  /** Device pixels; `colour` is 0xBBGGRR. */
  readonly stamp: (stamp: Stamp, x: number, y: number, colour: number) => void;
  readonly end: (frame: Frame) => void;
}

export function createSplatSheet(): SplatSheet {
  const canvas = document.createElement("canvas");
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);

  return {
    begin({ width, height, ratio }) {
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width === wide && canvas.height === high && image.width === wide) return void pixels.fill(0);
      canvas.width = wide;
      canvas.height = high;
      image = new ImageData(wide, high);
      pixels = new Uint32Array(image.data.buffer);
    },
    stamp({ dx, dy, inside, alpha }, x, y, colour) {
      const { width, height } = image;
      const [middleX, middleY] = [x | 0, y | 0];
      for (let at = 0; at < dx.length; at += 1) {
        const [px, py] = [middleX + (dx[at] ?? 0), middleY + (dy[at] ?? 0)];
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const place = py * width + px;
        const own = inside[at] === 255 ? colour : mixed(0xffffff, colour, inside[at] ?? 0);
        const cover = alpha[at] ?? 0;
        const below = pixels[place] ?? 0;
        pixels[place] =
          cover === 255
            ? (own | 0xff000000) >>> 0
            : (mixed(below === 0 ? own : below, own, cover) | (Math.max(cover, below >>> 24) << 24)) >>> 0;
      }
    },
    end({ context, width, height }) {
      canvas.getContext("2d")?.putImageData(image, 0, 0);
      context.drawImage(canvas, 0, 0, width, height);
    },
  };
}

/** Between two colours, `share` of 255 of the second. */
function mixed(a: number, b: number, share: number): number {
  const part = (shift: number) => {
    const [from, to] = [(a >> shift) & 255, (b >> shift) & 255];
    return (from + ((to - from) * share) / 255) << shift;
  };
  return part(0) | (part(8) & 0xff00) | (part(16) & 0xff0000);
}

/** #rrggbb as 0xBBGGRR, which is how pixels lie in memory. */
export function pixelColour(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (blue << 16) | (green << 8) | red;
}
