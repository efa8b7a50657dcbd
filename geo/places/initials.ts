/**
 * 拼音首字母: finding a name by the first letters of its sounds, `slj` for 县水利局. From the table that hears names of the
 * same sound (syllables.ts); pure, for the server and for the pages of a desk.
 */
import { SYLLABLES } from "./syllables.ts";

/** How well letters fit a name: the beginning of it is best. */
export const fits = { beginning: 0, within: 1 } as const;
export type Fit = (typeof fits)[keyof typeof fits];

/** A name made ready to be looked for: its initials with and without what stands in brackets. */
export interface Initials {
  readonly name: string;
  /** For each character the letters it may begin with. */
  readonly spellings: readonly (readonly string[])[];
}

export function initialsOf(name: string): Initials {
  const whole = lettersOf(name);
  const bare = lettersOf(name.replaceAll(/[（(][^）)]*[）)]/gu, ""));
  return { name, spellings: bare.length === whole.length ? [whole] : [whole, bare] };
}

/**
 * @param wanted what a person typed: a piece of the name, or letters.
 * @returns null where the name is not meant.
 */
export function fitOf({ name, spellings }: Initials, wanted: string): Fit | null {
  const text = wanted.trim().toLowerCase();
  if (text === "") return null;
  const at = name.toLowerCase().indexOf(text);
  if (at !== -1) return at === 0 ? fits.beginning : fits.within;
  if (!/^[a-z0-9]+$/u.test(text)) return null;
  const places = spellings.map((letters) => placeIn(letters, text)).filter((place) => place !== -1);
  if (places.length === 0) return null;
  return places.includes(0) ? fits.beginning : fits.within;
}

/** The rows that are meant, the best first and otherwise in their order. */
export function byInitials<T>(
  rows: readonly T[],
  initials: (row: T) => Initials,
  wanted: string,
): readonly T[] {
  return rows
    .flatMap((row) => {
      const fit = fitOf(initials(row), wanted);
      return fit === null ? [] : [{ row, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ row }) => row);
}

function placeIn(letters: readonly string[], text: string): number {
  for (let start = 0; start + text.length <= letters.length; start += 1)
    if (Array.from(text).every((letter, index) => letters[start + index]?.includes(letter))) return start;
  return -1;
}

/** Signs are left out; letters and figures stand for themselves. */
function lettersOf(name: string): readonly string[] {
  return Array.from(name.toLowerCase()).flatMap((character) => {
    if (/[a-z0-9]/u.test(character)) return [character];
    const read = letterByCharacter.get(character);
    return read === undefined ? [] : [read + (otherReadings[character] ?? "")];
  });
}

const letterByCharacter: ReadonlyMap<string, string> = new Map(
  SYLLABLES.trim()
    .split("\n")
    .flatMap((line) => {
      const [syllable = "", characters = ""] = line.split(" ");
      return Array.from(characters).map((character) => [character, syllable[0] ?? ""] as const);
    }),
);

/**
 * Characters of units, places and family names that are read in two ways (多音字): the table has the commonest reading,
 * here stand the first letters of both.
 */
const otherReadings: Readonly<Record<string, string>> = {
  长: "cz",
  重: "cz",
  行: "hx",
  乐: "ly",
  单: "ds",
  曾: "cz",
  朝: "cz",
  解: "jx",
  区: "qo",
  仇: "cq",
  查: "cz",
  调: "dt",
  会: "hk",
  石: "sd",
  厦: "xs",
  澄: "cd",
  尉: "wy",
  翟: "zd",
  覃: "qt",
  乘: "cs",
  车: "cj",
};
