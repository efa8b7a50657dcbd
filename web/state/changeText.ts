/** The changes of a draft as people read them: names on the way, limits whole, rows that come or go in words. */
import { type Difference, nameOfRow } from "../../server/domain/county/differences.ts";
import { listText, type NameOfCode, type Plain, wayIn } from "./dataTree.ts";

/** What members and values are called. */
export interface Dictionary {
  readonly label: (key: string) => string;
  /** A value that a picker offers, by the member it stands in. */
  readonly choice: (key: string, value: string) => string | null;
  readonly named: NameOfCode;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly rows: (count: number) => string;
  readonly inOrder: (keys: readonly string[]) => readonly string[];
}

export interface ToldChange {
  readonly key: string;
  readonly way: readonly string[];
  /** null where it was not there. */
  readonly before: string | null;
  /** null where it is gone. */
  readonly after: string | null;
}

export interface Bodies {
  readonly before: unknown;
  readonly after: unknown;
}

/** Number and measure of a limit are one change. */
export function toldChanges(
  changes: readonly Difference[],
  bodies: Bodies,
  words: Dictionary,
): readonly ToldChange[] {
  const told = changes.map((change) => toldChange(change, bodies, words));
  return [...new Map(told.map((change) => [change.key, change])).values()];
}

function toldChange({ path, before, after }: Difference, bodies: Bodies, words: Dictionary): ToldChange {
  const whole = path.slice(0, -1);
  const isPart = isLimit(valueAt(bodies.before, whole)) && isLimit(valueAt(bodies.after, whole));
  const at = isPart ? whole : path;
  const textAt = (body: unknown, given: string | null) => {
    const value = valueAt(body, at);
    return given === null ? null : textOf(value === undefined ? given : value, at.at(-1) ?? "", words);
  };
  return {
    key: at.join(" "),
    way: wayIn(after === null ? bodies.before : bodies.after, at, words.label),
    before: textAt(bodies.before, before),
    after: textAt(bodies.after, after),
  };
}

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce(step, body);
}

function step(value: unknown, name: string): unknown {
  const rows: readonly unknown[] | null = Array.isArray(value) ? value : null;
  if (rows === null) return isPlain(value) ? value[name] : undefined;
  return rows.find((row) => nameOfRow(row) === name) ?? rows[Number(name)];
}

function textOf(value: unknown, key: string, words: Dictionary): string {
  if (value === null || value === undefined) return words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return wordOf(value, key, words);
  if (Array.isArray(value)) return listOf(value, key, words);
  if (isLimit(value)) return `${value.value} ${wordOf(value.unit, "unit", words)}`;
  return isPlain(value) ? rowText(value, words) : words.none;
}

/** What stands on the way to it already is not said again. */
function rowText(row: Plain, words: Dictionary): string {
  const keys = words.inOrder(Object.keys(row)).filter((key) => !["code", "name", "version"].includes(key));
  const told = keys.map((key) => {
    const text = textOf(row[key], key, words);
    return `${words.label(key)}${isPlain(row[key]) && !isLimit(row[key]) ? `（${text}）` : ` ${text}`}`;
  });
  return told.join("；");
}

function listOf(values: readonly unknown[], key: string, words: Dictionary): string {
  if (values.some(isPlain)) return words.rows(values.length);
  if (values.length === 0) return words.none;
  return listText(values.map((value) => (typeof value === "string" ? wordOf(value, key, words) : value)));
}

function wordOf(value: string, key: string, words: Dictionary): string {
  if (value === "") return words.none;
  return words.choice(key, value) ?? (key === "code" ? value : (words.named(value) ?? value));
}

function isLimit(value: unknown): value is { readonly value: number; readonly unit: string } {
  return isPlain(value) && typeof value["value"] === "number" && typeof value["unit"] === "string";
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
