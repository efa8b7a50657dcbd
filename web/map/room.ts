/** Room on the map: who asks first gets a place, and nobody gets one that is taken. Pure. */
type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

export interface Room {
  /** Takes the place if it is free; says whether it was. */
  readonly take: (place: Rectangle) => boolean;
}

/** Taken places are looked for in squares of this many pixels. */
const SQUARE = 128;

export function createRoom(): Room {
  const squares = new Map<string, Rectangle[]>();
  return {
    take(place) {
      const keys = keysOf(place);
      if (keys.some((key) => squares.get(key)?.some((other) => meet(place, other)))) return false;
      for (const key of keys) squares.set(key, [...(squares.get(key) ?? []), place]);
      return true;
    },
  };
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function keysOf([left, top, right, bottom]: Rectangle): readonly string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x += 1)
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y += 1) keys.push(`${x} ${y}`);
  return keys;
}
