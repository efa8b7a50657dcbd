/** Requests that a hostile or broken program would send: first as the document wants them, then bent. */
import type { Random } from "../../server/domain/learning/random.ts";

/** As much of JSON Schema as docs/openapi.json uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly $ref?: string;
}

export type Resolve = (ref: string) => Schema;

export function pick<T>(from: readonly T[], random: Random): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError("Nothing to pick from");
  return found;
}

/** A value the schema takes, or nearly: patterns are met from a list of what the county's ids look like. */
export function sample(schema: Schema, random: Random, resolve: Resolve): unknown {
  if (schema.$ref !== undefined) return sample(resolve(schema.$ref), random, resolve);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum, random);
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return sample(pick(forms, random), random, resolve);
  switch (schema.type) {
    case "object":
      return sampleObject(schema, random, resolve);
    case "array":
      return Array.from({ length: Math.floor(random() * 3) }, () =>
        sample(schema.items ?? {}, random, resolve),
      );
    case "integer":
    case "number":
      return sampleNumber(schema, random);
    case "boolean":
      return random() < 0.5;
    case "null":
      return null;
    default:
      return sampleText(schema, random);
  }
}

function sampleObject({ properties = {}, required = [] }: Schema, random: Random, resolve: Resolve): unknown {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || random() < 0.5);
  return Object.fromEntries(wanted.map(([name, schema]) => [name, sample(schema, random, resolve)]));
}

function sampleNumber({ type, minimum = 0, maximum = minimum + 40 }: Schema, random: Random): number {
  const number = minimum + random() * (maximum - minimum);
  return type === "integer" ? Math.floor(number) : number;
}

/** Texts that patterns of ours ask for; the first that fits is sent. */
const likely = [
  "020101",
  "371122001",
  "LD",
  "2026-03-11",
  "20260310-00001",
  "report-fuzz-1",
  "13800005678",
  "a".repeat(64),
  "118,35,119,36",
  "0.9",
  "30",
  "1773104400000",
  "路灯不亮",
];

function sampleText({ pattern, minLength = 0 }: Schema, random: Random): string {
  const known = pattern === undefined ? likely : likely.filter((text) => new RegExp(pattern, "u").test(text));
  const text = known.length === 0 ? "x" : pick(known, random);
  return text.padEnd(minLength, "字");
}

/** Values that have broken somebody's program before. */
const evil: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  -0,
  0.1 + 0.2,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "\uFEFF",
  "\u202E反",
  "%00",
  "../../etc/passwd",
  "' or '1'='1",
  "'; drop table cases; --",
  '" or ""="',
  "{{7*7}}${7*7}<%= 7*7 %>",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "＝1+1",
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "9".repeat(400),
  "字".repeat(3000),
  "a".repeat(70_000),
  "👨‍👩‍👧‍👦".repeat(50),
  "1e999",
  "2026-02-30",
  "99999999-99999",
  [],
  [[[[[]]]]],
  {},
  { __proto__: null, toString: 1 },
  Array.from({ length: 500 }, () => "x"),
  { $gt: "" },
  { length: -1 },
];

export const evilTexts = evil.filter((value) => typeof value === "string");

/** One thing in it changed: a value replaced, a field dropped, added or wrapped. */
export function bend(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random() < 0.15) return pick(evil, random);
  if (Array.isArray(value)) return value.length === 0 ? [pick(evil, random)] : bentList(value, random);
  const names = Object.keys(value);
  if (names.length === 0 || random() < 0.2)
    return { ...value, [pick(["__proto__x", "constructor", "extra", ""], random)]: pick(evil, random) };
  const name = pick(names, random);
  if (random() < 0.2) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  const old = (value as Record<string, unknown>)[name];
  return { ...value, [name]: random() < 0.5 ? pick(evil, random) : bend(old, random) };
}

function bentList(value: readonly unknown[], random: Random): unknown {
  const at = Math.floor(random() * value.length);
  return random() < 0.3
    ? [...value, ...value, ...value]
    : value.map((each, index) => (index === at ? bend(each, random) : each));
}

/** The bytes: mostly JSON, sometimes something that only looks like it. */
export function written(value: unknown, random: Random): string {
  const text = JSON.stringify(value) ?? "null";
  if (random() < 0.85) return text;
  const forms: readonly ((text: string) => string)[] = [
    (sent) => sent.slice(0, Math.floor(random() * sent.length)),
    (sent) => `${sent},`,
    (sent) => `\uFEFF${sent}`,
    (sent) => sent.replace("{", '{"__proto__":{"isAdmin":true},'),
    (sent) => sent.replace("{", '{"constructor":{"prototype":{"role":"admin"}},'),
    (sent) => sent.replace(/"([a-z]+)":/i, '"$1":1,"$1":'),
    (sent) => sent.replace(/:\d+/, ":1e999"),
    (sent) => sent.replaceAll('"', "'"),
    () => "[".repeat(20_000),
    () => '{"a":'.repeat(5000),
    () => "\u0000",
    () => "",
    () => "nul",
    () => "\\ud800",
  ];
  return pick(forms, random)(text);
}
