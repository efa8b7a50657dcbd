/**
 * Which password may be chosen (ASVS 5.0 6.2, NIST SP 800-63B): by length, and by what everybody would try first; no
 * rule about kinds of letters. Letters count as people see them; nothing is cut off.
 */

export const LEAST_LETTERS = 12;
export const MOST_LETTERS = 128;

export type PasswordFault = "short" | "long" | "common" | "named" | "monotone";

/** What is known of whose it is: their name, their unit. */
export interface Owner {
  readonly username: string;
  readonly name: string;
  readonly unit: string | null;
}

/** @param common words that everybody tries: a password may hold them, but not be made of them. */
export function passwordFault(
  password: string,
  owner: Owner,
  common: readonly string[],
): PasswordFault | null {
  const letters = Array.from(password);
  if (letters.length < LEAST_LETTERS) return "short";
  if (letters.length > MOST_LETTERS) return "long";
  if (new Set(letters).size < 5 || isRow(letters)) return "monotone";
  const plain = folded(password);
  if (isMadeOf(plain, common.map(folded))) return "common";
  const own = [owner.username, owner.name, owner.unit ?? ""].map(folded).filter((word) => word.length > 1);
  return isMadeOf(plain, own) ? "named" : null;
}

/** Digits that stand for letters, and whatever stands between words, hide nothing from those who guess. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("3", "e")
    .replaceAll("4", "a")
    .replaceAll("5", "s")
    .replaceAll("7", "t")
    .replaceAll("@", "a")
    .replaceAll("$", "s")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Is less than a good half of it left when the words are taken out? */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const longest = [...words].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  const rest = longest.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest.length < plain.length && rest.replaceAll(/\d/gu, "").length < LEAST_LETTERS / 2;
}

/** abcdefghijkl, 987654321098, the same step from letter to letter almost all the way. */
function isRow(letters: readonly string[]): boolean {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const most = Math.max(...[-1, 0, 1].map((step) => steps.filter((each) => each === step).length));
  return most >= steps.length - 2;
}
