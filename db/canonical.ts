/** One text for one value: JSON with sorted keys and no spaces, as hashes want it. */

/** What `JSON.stringify` leaves out is left out here too. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return scalar(value);
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(",")}]`;
  const members = value as Members;
  let text = "";
  for (const key of Object.keys(members).sort()) {
    if (members[key] === undefined) continue;
    text += `${text === "" ? "{" : ","}${quoted(key)}:${canonical(members[key])}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

/**
 * The same of rows of one table, without some of their columns: sorting the columns of a long row and leaving some out
 * would take longer than all the rest, so it is done once for rows with the same number of them.
 */
export function canonicalWithout<Row extends object>(left: readonly (keyof Row & string)[]) {
  const isLeft = (key: string) => (left as readonly string[]).includes(key);
  let heads: readonly (readonly [key: string, head: string])[] = [];
  let width = -1;
  return (row: Row): string => {
    const keys = Object.keys(row);
    if (keys.length !== width) {
      width = keys.length;
      heads = keys
        .filter((key) => !isLeft(key))
        .sort()
        .map((key) => [key, `${quoted(key)}:`]);
    }
    const members = row as Members;
    let text = "";
    for (const [key, head] of heads) {
      if (members[key] === undefined) continue;
      text += `${text === "" ? "{" : ","}${head}${canonical(members[key])}`;
    }
    return text === "" ? "{}" : `${text}}`;
  };
}

type Members = Readonly<Record<string, unknown>>;

/** Ids, codes and keys: nothing in them wants escaping, and asking JSON for each would take twice as long. */
const plain = /^[\w .:,-]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

function scalar(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  const isPlain = value === null || typeof value === "boolean" || Number.isFinite(value);
  return isPlain ? String(value) : JSON.stringify(value);
}
