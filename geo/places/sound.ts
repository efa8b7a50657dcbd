import { SYLLABLES } from "./syllables.ts";

/** The sound of a character as a number. Characters we cannot pronounce sound like nothing but themselves. */
export type Sound = number;

/** Sounds of a text, one for each character. */
export function soundsOf(characters: readonly string[]): readonly Sound[] {
  return characters.map((character) => soundByCharacter.get(character) ?? unread(character));
}

const soundByCharacter = readSyllables();

function readSyllables(): ReadonlyMap<string, Sound> {
  const numbers = new Map<string, Sound>();
  const sounds = new Map<string, Sound>();
  for (const line of SYLLABLES.trim().split("\n")) {
    const [syllable = "", characters = ""] = line.split(" ");
    const folded = fold(syllable);
    const sound = numbers.get(folded) ?? numbers.size;
    numbers.set(folded, sound);
    for (const character of characters) sounds.set(character, sound);
  }
  return sounds;
}

/** What many people do not tell apart when they speak or type: zh z, ch c, sh s, final ng n, initial l n. */
function fold(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, "$1")
    .replace(/ng$/u, "n")
    .replace(/^l/u, "n");
}

function unread(character: string): Sound {
  return 1000 + (character.codePointAt(0) ?? 0);
}
