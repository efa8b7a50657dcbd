/** How one content differs from another, value by value, with the way to each: what people read before publishing. */

export interface Difference {
  /** `calls.json · daily · sign · value` as its steps. */
  readonly path: readonly string[];
  /** null where it was not there. */
  readonly before: string | null;
  /** null where it is gone. */
  readonly after: string | null;
}

const MOST = 400;

/** In the order of `after`, what is gone last. @returns at most some hundreds: more are not read by anybody. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, [], found);
  return found.slice(0, MOST);
}

function compare(before: unknown, after: unknown, path: readonly string[], found: Difference[]): void {
  if (isPlain(before) || isPlain(after)) {
    if (textOf(before) !== textOf(after)) found.push({ path, before: textOf(before), after: textOf(after) });
    return;
  }
  const [old, now] = [partsOf(before), partsOf(after)];
  for (const [key, value] of now) compare(old.get(key), value, [...path, key], found);
  for (const [key, value] of old) if (!now.has(key)) compare(value, undefined, [...path, key], found);
}

/** Members by their name; rows of a list by what they are called, so that a row put in between moves nothing. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value as object));
  const keys = value.map((row, at) => nameOfRow(row) ?? String(at));
  const isUnique = new Set(keys).size === keys.length;
  return new Map(value.map((row, at) => [isUnique ? (keys[at] ?? "") : String(at), row]));
}

/** What a row of a list is called on the way to its values; null where it has no name. */
export function nameOfRow(row: unknown): string | null {
  if (typeof row === "string") return row;
  if (typeof row !== "object" || row === null) return null;
  for (const name of ["code", "date", "indicator", "kind"]) {
    const key = (row as Readonly<Record<string, unknown>>)[name];
    if (typeof key === "string") return key;
  }
  return null;
}

/** A value, an empty place, or a list of values: shown whole. */
function isPlain(value: unknown): boolean {
  return value === undefined || value === null || typeof value !== "object";
}

function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
