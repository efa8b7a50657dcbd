import { type DrawnOnSheet, type PenRefusal, refused, type Sheet } from "./sheet.ts";

const COMMUNITY_DIGITS = 12;

/** Gives a cell another code, name or kind. */
export function relabel(
  sheet: Sheet,
  code: string,
  label: Pick<DrawnOnSheet, "code" | "name" | "kind">,
): Sheet | PenRefusal {
  if (label.code.trim() === "") return refused("noCode");
  if (label.code !== code && sheet.some((cell) => cell.code === label.code)) return refused("takenCode");
  if (!sheet.some((cell) => cell.code === code)) return refused("noSuchCell");
  return sheet.map((cell) => (cell.code === code ? { ...cell, ...label } : cell));
}

/**
 * A code for a new cell of the community that a code belongs to: the serial after the highest that was ever used there,
 * for a code is never given to another ground.
 */
export function freeCode(like: string, used: Iterable<string>): string {
  const community = like.slice(0, COMMUNITY_DIGITS);
  const digits = Math.max(1, like.length - COMMUNITY_DIGITS);
  let highest = 0;
  for (const code of used) {
    if (code.startsWith(community)) highest = Math.max(highest, Number(code.slice(COMMUNITY_DIGITS)) || 0);
  }
  return community + String(highest + 1).padStart(digits, "0");
}
