/**
 * A text as a reader of matters sees it: Chinese characters and small Latin letters; digits, marks, blanks, emoji and
 * mark-up become one gap. House numbers and dates say nothing about the matter and cost accuracy.
 */

import { bare } from "../reading/markup.ts";
import { plainUnit } from "../reading/script.ts";

/** Stands before the first and after the last letter, and for every gap. */
export const GAP = 32;

/** A letter of many pages says what it is about at its beginning. */
export const READ_AT_MOST = 1500;

/**
 * Writes the letters of a text, a gap at both ends.
 * @param into at least READ_AT_MOST + 2 long.
 * @returns how many were written.
 */
export function readLetters(text: string, into: Uint16Array): number {
  const source = bare(text);
  const stop = Math.min(source.length, READ_AT_MOST);
  into[0] = GAP;
  let length = 1;
  for (let at = 0; at < stop; at++) {
    const letter = letterOf(source.charCodeAt(at));
    if (letter === GAP && into[length - 1] === GAP) continue;
    into[length++] = letter;
  }
  if (into[length - 1] !== GAP) into[length++] = GAP;
  return length;
}

function letterOf(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return plainUnit(unit);
  const narrow = unit >= 0xff21 && unit <= 0xff5a ? unit - 0xfee0 : unit;
  if (narrow >= 97 && narrow <= 122) return narrow;
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : GAP;
}
