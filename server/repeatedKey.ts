/**
 * A body that names one thing twice says two things: which of them counts would depend on who reads it, so it is refused.
 * JSON.parse takes the last without a word. This looks at the text alone, once through, and keeps the names of the
 * objects that are open; it is for text that JSON.parse has taken already, so it judges no grammar.
 */

/** @returns the first name that stands twice in one object; null when none does. */
export function repeatedKey(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let names: Set<string> | null = null;
  let isName = false;
  for (let at = 0; at < text.length; at++)
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(text, at);
        if (isName && names !== null) {
          const name = nameOf(text.slice(at + 1, end));
          if (names.has(name)) return name;
          names.add(name);
          isName = false;
        }
        at = end;
        break;
      }
      case COMMA:
        isName = names !== null;
        break;
      case OPEN_OBJECT:
        open.push(names);
        names = new Set();
        isName = true;
        break;
      case OPEN_LIST:
        open.push(names);
        names = null;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        names = open.pop() ?? null;
        isName = false;
        break;
    }
  return null;
}

/** The quote that ends the text which begins here: one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && backslashesBefore(text, end) % 2 === 1) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text.charCodeAt(at - 1 - count) === BACKSLASH) count++;
  return count;
}

/** `\u0061` and `a` are one name. */
function nameOf(written: string): string {
  return written.includes("\\") ? (JSON.parse(`"${written}"`) as string) : written;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
