/** Values of county data as a form shows them: names of rows, lists as one line of text, blank rows. */

export type Plain = Readonly<Record<string, unknown>>;

/** The name that a code stands for; null for what is no code. */
export type NameOfCode = (code: string) => string | null;

/** What a folded row is called: its name, or whatever it has, codes by their names. Its code stands beside it (`codeOf`). */
export function nameOf(row: Plain, named: NameOfCode): string {
  const name = row["name"] ?? row["fileWhen"] ?? row["title"] ?? row["formula"];
  if (typeof name === "string") return name;
  const parts = Object.values(row).filter((value) => typeof value === "string" || typeof value === "number");
  return parts
    .slice(0, 4)
    .map((part) => named(String(part)) ?? part)
    .join(" · ");
}

/** The code beside the name of a row; null where the row has no name and is called by what it has. */
export function codeOf(row: Plain): string | null {
  const name = row["name"] ?? row["fileWhen"] ?? row["title"] ?? row["formula"];
  return typeof name === "string" && typeof row["code"] === "string" ? row["code"] : null;
}

/**
 * The way to a value in names: members by their labels, rows of a list by what they are called, whether the way names them by
 * code or by place.
 */
export function wayIn(
  body: unknown,
  path: readonly string[],
  label: (key: string) => string,
): readonly string[] {
  let value = body;
  return path.map((step) => {
    const rows: readonly unknown[] | null = Array.isArray(value) ? value : null;
    value =
      rows === null ? memberOf(value, step) : (rows.find((row) => isCalled(row, step)) ?? rows[Number(step)]);
    const name = rows === null ? undefined : memberOf(value, "name");
    return typeof name === "string" && name !== "" ? name : label(step);
  });
}

function memberOf(value: unknown, key: string): unknown {
  return isPlain(value) ? value[key] : undefined;
}

function isCalled(row: unknown, step: string): boolean {
  return isPlain(row) && row["code"] === step;
}

/** What a row comes down to, told while it is folded: its limit or its number; empty where it is more than that. */
export function gistOf(row: Plain, unitWord: (unit: string) => string): string {
  const budget = row["budget"];
  if (isPlain(budget)) return `${String(budget["value"])} ${unitWord(String(budget["unit"]))}`;
  return typeof row["value"] === "number" ? String(row["value"]) : "";
}

/** The names of the codes in a field, told beside it: `县水利（水务）局、县城市管理局`; empty where it holds none. */
export function namesIn(value: unknown, named: NameOfCode): string {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return parts.flatMap((part) => (typeof part === "string" ? (named(part) ?? []) : [])).join("、");
}

/** True where a row or anything in it has these letters. */
export function matches(row: unknown, find: string): boolean {
  return find === "" || JSON.stringify(row).includes(find);
}

/** Times of a day stand as 08:30-12:00. */
export function listText(values: readonly unknown[]): string {
  return values.map((value) => (Array.isArray(value) ? value.join("-") : String(value))).join("、");
}

/** Read as the list was: numbers stay numbers, times of a day stay pairs. */
export function listFrom(text: string, was: readonly unknown[]): readonly unknown[] {
  const parts = text
    .split(/[、，,;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (was.some((value) => Array.isArray(value))) return parts.map((part) => part.split(/[-–—~]/u));
  if (was.length > 0 && was.every((value) => typeof value === "number")) return parts.map(Number);
  return parts;
}

/** Lists that may be empty, and what a row of theirs has; by the end of their way. */
const templates: readonly (readonly [RegExp, Plain])[] = [
  [/retired\.json$/u, { code: "", successor: "", on: "" }],
  [/\.additions$/u, { date: "", kind: "off", name: "", basis: "" }],
  [/\.routing$/u, { when: "", unit: "" }],
  [/\.roster$/u, { unit: "", username: "", from: "00:00", to: "24:00" }],
];

export function templateOf(id: string): Plain {
  return templates.find(([end]) => end.test(id))?.[1] ?? {};
}

/** The rows of a list of things with members; null for a list of plain values. */
export function rowsOf(value: readonly unknown[], id: string): readonly Plain[] | null {
  if (value.length === 0) return Object.keys(templateOf(id)).length > 0 ? [] : null;
  return value.every(isPlain) ? value : null;
}

const contact = ["contactName", "contactPhone"] as const;
const ofTownship: ReadonlySet<string> = new Set(["code", "name", ...contact]);

/** Members that a row may have and need not: 联系人 and 电话 of units and townships, 停用日期 and 并入单位 of a unit. */
export function absentIn(row: Plain): readonly string[] {
  if ("duties" in row && "aliases" in row) return [...contact, "closedOn", "mergedInto"];
  const isTownship =
    /^\d{9}$/u.test(String(row["code"])) && Object.keys(row).every((key) => ofTownship.has(key));
  return isTownship ? contact : [];
}

export function without(row: Plain, key: string): Plain {
  const { [key]: _gone, ...rest } = row;
  return rest;
}

/** A new row like another: the same members, texts empty, so that nothing is taken over unseen. */
export function blankLike(row: Plain): Plain {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, blank(value)]));
}

function blank(value: unknown): unknown {
  if (typeof value === "string") return "";
  if (Array.isArray(value)) return value.length > 0 && isPlain(value[0]) ? [blankLike(value[0])] : [];
  // A limit keeps its measure: an empty one would not be one
  if (isPlain(value)) return "value" in value && "unit" in value ? value : blankLike(value);
  return value;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
