import type { Position } from "../cell.ts";
import { degreeScale } from "../near.ts";
import type { Point } from "../point.ts";
import type { Road } from "./place.ts";

/** All points where two roads meet. */
export function crossingsOf(a: Road, b: Road): readonly Point[] {
  const found: Point[] = [];
  for (const [from, to] of sidesOf(a)) {
    for (const [start, end] of sidesOf(b)) {
      const point = meet([from, to], [start, end]);
      if (point && !found.some((other) => other.lng === point.lng && other.lat === point.lat))
        found.push(point);
    }
  }
  return found;
}

/** What stands after a place: 东50米. */
export interface Offset {
  readonly words: string;
  readonly direction: string;
  /** Left out when only the direction is said (西南角). */
  readonly metres?: number;
}

/** Reads a direction, and how far, at the beginning of a text. */
export function offsetAt(text: string): Offset | undefined {
  const [words, direction, amount, unit] = OFFSET.exec(text) ?? [];
  if (words === undefined || direction === undefined) return undefined;
  const metres = amount === undefined ? Number.NaN : readNumber(amount) * (unit === "公里" ? 1000 : 1);
  return { words, direction, ...(metres <= FARTHEST && { metres }) };
}

/** The point so many metres away from another one. */
export function shift({ lng, lat }: Point, { direction, metres = 0 }: Offset): Point {
  const east = Number(direction.includes("东")) - Number(direction.includes("西"));
  const north = Number(direction.includes("北")) - Number(direction.includes("南"));
  const step = metres / Math.hypot(east, north);
  const scale = degreeScale(lat);
  return { lng: lng + (east * step) / scale.lng, lat: lat + (north * step) / scale.lat };
}

/** Nobody means a crossing from farther away than this. */
const FARTHEST = 2000;

const OFFSET =
  /^(?:往|向|以|的|偏|再|处|正)*(东北|东南|西北|西南|东|西|南|北)(?:侧|边|面|头|角|方向|走|行|约|大约|大概)*(?:(\d+|[一二两三四五六七八九十百千]+)多?(公里|米|m))?/u;

const DIGITS = "零一二三四五六七八九";

/** 50, 五十, 一百二十. */
function readNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const character of text.replace("两", "二")) {
    const weight = { 十: 10, 百: 100, 千: 1000 }[character];
    if (weight === undefined) {
      digit = DIGITS.indexOf(character);
    } else {
      sum += (digit || 1) * weight;
      digit = 0;
    }
  }
  return sum + digit;
}

function sidesOf({ line }: Road): readonly (readonly [Position, Position])[] {
  return line.slice(1).map((end, place) => [line[place] ?? end, end]);
}

type Side = readonly [Position, Position];

function meet([[ax, ay], [bx, by]]: Side, [[cx, cy], [dx, dy]]: Side): Point | undefined {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (turn === 0) return undefined;
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
  const across = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
  if (along < 0 || along > 1 || across < 0 || across > 1) return undefined;
  return { lng: ax + along * (bx - ax), lat: ay + along * (by - ay) };
}
