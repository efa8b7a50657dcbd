/** Townships as paths of a small drawing: for a map that is one picture among others, not one to move about in. Pure. */
import { type Atlas, outlineOf } from "../../geo/atlas.ts";
import type { Position } from "../../geo/cell.ts";
import { worldOf } from "./frame.ts";

export interface Outline {
  readonly width: number;
  readonly height: number;
  readonly townships: readonly {
    readonly code: string;
    /** Of an SVG path. */
    readonly path: string;
    /** Where a number stands. */
    readonly middle: Spot;
  }[];
}

type Spot = readonly [x: number, y: number];

const WIDTH = 1000;

/** @returns null where the county has no cells. */
export function outlineOfCounty(atlas: Atlas): Outline | null {
  const codes = [...new Set(atlas.cells.map(({ code }) => code.slice(0, 9)))];
  const areas = codes.map((code) => ({
    code,
    rings: outlineOf(atlas, code).map((part) => part.map((ring) => ring.map(worldSpot))),
  }));
  const all = areas.flatMap(({ rings }) => rings.flat(2));
  if (all.length === 0) return null;
  const [left, top] = [least(all, 0), least(all, 1)];
  const scale = WIDTH / Math.max(-least(all.map(opposite), 0) - left, Number.EPSILON);
  const place = ([x, y]: Spot): Spot => [Math.round((x - left) * scale), Math.round((y - top) * scale)];
  return {
    width: WIDTH,
    height: Math.ceil((-least(all.map(opposite), 1) - top) * scale),
    townships: areas.map(({ code, rings }) => {
      const drawn = rings.flat().map((ring) => thinned(ring.map(place)));
      return { code, path: drawn.map(pathOf).join(""), middle: middleOf(drawn) };
    }),
  };
}

function worldSpot([lng, lat]: Position): Spot {
  return worldOf({ lng, lat });
}

function opposite([x, y]: Spot): Spot {
  return [-x, -y];
}

function least(spots: readonly Spot[], axis: 0 | 1): number {
  return spots.reduce((low, spot) => Math.min(low, spot[axis]), Number.POSITIVE_INFINITY);
}

/** Corners that fall on the same whole pixel are one. */
function thinned(ring: readonly Spot[]): readonly Spot[] {
  return ring.filter(([x, y], at) => x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]);
}

function pathOf(ring: readonly Spot[]): string {
  return `M${ring.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
}

/** Centroid of the ring with the largest area. */
function middleOf(rings: readonly (readonly Spot[])[]): Spot {
  const weighed = rings.map(centroid).toSorted((a, b) => b.area - a.area);
  return weighed[0]?.spot ?? [0, 0];
}

function centroid(ring: readonly Spot[]): { readonly area: number; readonly spot: Spot } {
  let [twice, x, y] = [0, 0, 0];
  for (const [at, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(at + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const spot: Spot =
    twice === 0 ? (ring[0] ?? [0, 0]) : [Math.round(x / (3 * twice)), Math.round(y / (3 * twice))];
  return { area: Math.abs(twice), spot };
}
