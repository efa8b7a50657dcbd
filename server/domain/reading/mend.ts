/**
 * Words that were heard or typed by their sound (景盖 for 井盖, 拉圾 for 垃圾), read as the keyword that sounds the same.
 * Only texts that were not understood otherwise are mended, and only where what stands there is no word of ours.
 */
import { soundAt, SOUNDS } from "./sounds.ts";

/** The text as it was probably meant, as long as before; null when nothing in it sounds like a keyword. */
export type Mender = (text: string) => string | null;

const SHORTEST = 2;

export interface MenderRules {
  /** Characters of the longest word that is heard. */
  readonly longest: number;
  /** Share of a word's characters that must be right: a word of which hardly one is right is more likely another word. */
  readonly alike: number;
}

const KEYWORDS: MenderRules = { longest: 4, alike: 0.25 };

export function createMender(words: Iterable<string>, { longest, alike }: MenderRules = KEYWORDS): Mender {
  const known = new Set<string>();
  const bySound = new Map<string, string>();
  const begins = new Uint8Array(SOUNDS);
  for (const word of words) {
    known.add(word);
    const key = word.length < SHORTEST || word.length > longest ? null : keyOf(word, 0, word.length);
    if (key === null || bySound.has(key)) continue;
    bySound.set(key, word);
    begins[soundAt(word, 0)] = 1;
  }

  function meantAt(text: string, at: number): string | null {
    for (let length = Math.min(longest, text.length - at); length >= SHORTEST; length--) {
      const said = text.slice(at, at + length);
      if (known.has(said)) return said;
      const key = keyOf(text, at, length);
      const meant = key === null ? undefined : bySound.get(key);
      if (meant !== undefined && shared(said, meant) >= alike * length) return meant;
    }
    return null;
  }

  return function mend(text) {
    let mended = "";
    let done = 0;
    for (let at = 0; at < text.length; at++) {
      const meant = begins[soundAt(text, at)] === 1 ? meantAt(text, at) : null;
      if (meant === null) continue;
      mended += text.slice(done, at) + meant;
      done = at + meant.length;
      at = done - 1;
    }
    mended += text.slice(done);
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

function shared(said: string, meant: string): number {
  let same = 0;
  for (let at = 0; at < said.length; at++) if (said.charAt(at) === meant.charAt(at)) same++;
  return same;
}
