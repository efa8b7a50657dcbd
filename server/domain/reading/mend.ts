/**
 * Words that were heard or typed by their sound (景盖 for 井盖, 拉圾 for 垃圾), read as the keyword that sounds the same.
 * Only texts that were not understood otherwise are mended, and only where what stands there is no word of ours.
 */
import { soundAt } from "./sounds.ts";

/** The text as it was probably meant, as long as before; null when nothing in it sounds like a keyword. */
export type Mender = (text: string) => string | null;

const SHORTEST = 2;
const LONGEST = 4;

export function createMender(keywords: Iterable<string>): Mender {
  const known = new Set<string>();
  const bySound = new Map<string, string>();
  for (const word of keywords) {
    known.add(word);
    const key = word.length < SHORTEST || word.length > LONGEST ? null : keyOf(word, 0, word.length);
    if (key !== null && !bySound.has(key)) bySound.set(key, word);
  }

  function meantAt(text: string, at: number): string | null {
    for (let length = Math.min(LONGEST, text.length - at); length >= SHORTEST; length--) {
      const said = text.slice(at, at + length);
      if (known.has(said)) return said;
      const key = keyOf(text, at, length);
      const meant = key === null ? undefined : bySound.get(key);
      if (meant !== undefined && sharesCharacter(said, meant)) return meant;
    }
    return null;
  }

  return function mend(text) {
    let mended = "";
    while (mended.length < text.length) mended += meantAt(text, mended.length) ?? text.charAt(mended.length);
    return mended === text ? null : mended;
  };
}

function keyOf(text: string, from: number, length: number): string | null {
  let key = "";
  for (let at = from; at < from + length; at++) {
    const sound = soundAt(text, at);
    if (sound === 0) return null;
    key += String.fromCharCode(sound);
  }
  return key;
}

/** A word of which no character is right is more likely another word. */
function sharesCharacter(said: string, meant: string): boolean {
  for (let at = 0; at < said.length; at++) if (said.charAt(at) === meant.charAt(at)) return true;
  return false;
}
