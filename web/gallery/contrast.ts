/** Contrast of two colours (WCAG 2.1), and which tokens stand on which. Pure. */

/** Text on its grounds: at least 4.5. Edges and drawn signs: at least 3. */
export const TEXT = 4.5;
export const SIGN = 3;

export interface Pair {
  readonly ink: string;
  readonly ground: string;
  readonly least: typeof TEXT | typeof SIGN;
}

const on = (ground: string, least: Pair["least"], ...inks: readonly string[]): readonly Pair[] =>
  inks.map((ink) => ({ ink, ground, least }));

export const pairs: readonly Pair[] = [
  ...on(
    "card",
    TEXT,
    "ink",
    "ink-2",
    "ink-3",
    "brand",
    "lamp-green",
    "lamp-amber",
    "lamp-red",
    "lamp-blue",
    "lamp-grey",
  ),
  ...on("page", TEXT, "ink", "ink-2", "ink-3", "brand", "lamp-red"),
  ...on("sunk", TEXT, "ink", "ink-2", "ink-3"),
  ...on("mark", TEXT, "ink", "ink-3"),
  ...on("brand", TEXT, "brand-ink"),
  ...on("brand-deep", TEXT, "bar-ink", "bar-ink-2"),
  ...on("brand-soft", TEXT, "ink", "brand"),
  ...on("lamp-green-soft", TEXT, "lamp-green"),
  ...on("lamp-amber-soft", TEXT, "lamp-amber"),
  ...on("lamp-red-soft", TEXT, "lamp-red"),
  ...on("lamp-grey-soft", TEXT, "lamp-grey"),
  ...on("lamp-red", TEXT, "on-lamp"),
  ...on("lamp-severe", TEXT, "on-severe"),
  ...on("card", SIGN, "line-2", "focus"),
  ...on("page", SIGN, "focus"),
  ...on("sunk", SIGN, "focus"),
  ...on("brand-deep", SIGN, "focus"),
];

/** @param hex `#rrggbb` or `#rgb`. @returns 1 … 21. */
export function contrast(hex: string, other: string): number {
  const [a, b] = [luminance(hex), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  if (hex.length === 4) return luminance(hex.replaceAll(/[\da-f]/giu, "$&$&"));
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(part: number): number {
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
