import { createAutomaton } from "./automaton.ts";
import { type Name, rankAfter } from "./names.ts";
import type { Heard } from "./place.ts";
import { soundsOf } from "./sound.ts";

/** A name found in a text, from `start` to `stemEnd`, with its rank (镇, 村委会) up to `end`. */
export interface Hit {
  readonly name: Name;
  readonly start: number;
  readonly stemEnd: number;
  readonly end: number;
  readonly heard: Heard;
  /** Characters that differ from the spelling, though they sound alike. */
  readonly typos: number;
  /** Nothing before or after it says that it is only a piece of a longer word. */
  readonly bounded: boolean;
}

/** Finds all names in a text, whether spelled or only sounding alike; a name inside a longer spelled one is not meant. */
export type Ear = (text: string) => readonly Hit[];

/** Addresses are short; of a long letter the beginning has to do. */
const MOST_CHARACTERS = 300;

/** An ear for names. One automaton over their sounds finds the spelled ones too. */
export function createEar(names: readonly Name[]): Ear {
  const bySound = new Map<string, { sounds: readonly number[]; names: Name[] }>();
  for (const name of names) {
    const sounds = soundsOf(Array.from(name.stem));
    const key = sounds.join(" ");
    const known = bySound.get(key);
    if (known) known.names.push(name);
    else bySound.set(key, { sounds, names: [name] });
  }
  const words = [...bySound.values()];
  const automaton = createAutomaton(words.map((word) => word.sounds));

  return function hear(text) {
    const characters = Array.from(tidy(text)).slice(0, MOST_CHARACTERS);
    const found: Hit[] = [];
    automaton.scan(soundsOf(characters), (end, word) => {
      for (const name of words[word]?.names ?? []) found.push(...hitOf(name, characters, end));
    });
    const meant = withoutPieces(found);
    const tidied = characters.join("");
    return meant.map((hit) => ({ ...hit, bounded: isBounded(hit, meant, tidied) }));
  };
}

/** One width for letters and digits, no spaces, and pictures as one unit each, so that places can be counted. */
export function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/[\u{10000}-\u{10FFFF}]/gu, "□");
}

/** None when so many characters differ that the likeness of sound is chance. */
function hitOf(name: Name, characters: readonly string[], stemEnd: number): readonly Hit[] {
  const spelling = Array.from(name.stem);
  const start = stemEnd - spelling.length;
  const typos = spelling.filter((character, place) => character !== characters[start + place]).length;
  if (typos > spelling.length / 2 || (typos > 0 && name.meaning.kind === "above")) return [];
  const rank = rankAfter(characters.slice(stemEnd, stemEnd + 8).join(""), name);
  const end = stemEnd + rank.length;
  return [{ name, start, stemEnd, end, heard: typos === 0 ? "spelled" : "sounded", typos, bounded: false }];
}

function withoutPieces(hits: readonly Hit[]): readonly Hit[] {
  const spelled = hits.filter((hit) => hit.heard === "spelled");
  return hits.filter((hit) => !spelled.some((other) => isPieceOf(hit, other)));
}

function isPieceOf(hit: Hit, whole: Hit): boolean {
  return whole.start <= hit.start && hit.end <= whole.end && hit.end - hit.start < whole.end - whole.start;
}

/** Words after which a place begins. */
const BEFORE =
  /(^|[^\p{Script=Han}]|[在于住到至从由往向去是址与和及]|反映|县城|城区|附近|居民|村民|本县|我县)$/u;
/** Words with which what is said of a place begins. */
const AFTER =
  /^($|[^\p{Script=Han}]|[东西南北前后里内外口边旁处附对与和及至到的有在]|中[心间段]|周[边围]|路[口边灯面南北东西旁段上])/u;

/** A landmark has gates and buildings too. */
const AFTER_LANDMARK = /^(大?门|[东西南北]{1,2}门|院|大?楼|大厅|广场|停车场)/u;

function isBounded(hit: Hit, hits: readonly Hit[], text: string): boolean {
  const spelled = hits.filter((other) => other !== hit && other.heard === "spelled");
  const begins = BEFORE.test(text.slice(0, hit.start)) || spelled.some((other) => other.end === hit.start);
  const ends =
    hit.end > hit.stemEnd ||
    AFTER.test(text.slice(hit.end)) ||
    (isLandmark(hit) && AFTER_LANDMARK.test(text.slice(hit.end))) ||
    spelled.some((other) => other.start === hit.end);
  return begins && ends;
}

function isLandmark({ name: { meaning } }: Hit): boolean {
  return meaning.kind === "place" && meaning.place.kind === "landmark";
}
