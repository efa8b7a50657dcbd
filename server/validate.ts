/** Checks what was sent against its shape; what does not fit is refused by name of the field. */
import { validator } from "hono-openapi";
import type { Context } from "hono";
import type * as v from "valibot";
import { type Refusal, refuse } from "./domain/case.ts";
import { problem } from "./problem.ts";
import { repeatedKey } from "./repeatedKey.ts";

export function body<S extends v.GenericSchema>(schema: S) {
  return validator("json", schema, async (result, c) => await refuseBody(result, c as Context), asJsonSchema);
}

export function query<S extends v.GenericSchema>(schema: S) {
  return validator("query", schema, (result, c) => refuseBad(result, c as Context), asJsonSchema);
}

/** Checks without a place in JSON Schema (transforms) are left out of the document instead of failing it. */
const asJsonSchema = { options: { errorMode: "ignore" } };

type Result = { readonly success: true } | { readonly success: false; readonly error: readonly unknown[] };

/** The text is that which was just parsed: nothing is read twice. */
async function refuseBody(result: Result, c: Context): Promise<Response | undefined> {
  const twice = repeatedKey(await c.req.text());
  return twice === null
    ? refuseBad(result, c)
    : problem(c, refuse("repeatedField", { field: printable(twice) }));
}

function refuseBad(result: Result, c: Context): Response | undefined {
  return result.success ? undefined : problem(c, refusalOf(result.error[0]));
}

/** The first thing wrong: an absent field, a field that does not exist, or a value of another shape. */
function refusalOf(issue: unknown): Refusal {
  const fault = issue as v.GenericIssue;
  const path = fault.path?.map((step) => String(step.key)) ?? [];
  const field = path.length === 0 ? "body" : path.join(".");
  const isAbsent = fault.received === "undefined" && fault.expected !== "never";
  if (isAbsent) return refuse("missing", { field });
  if (fault.expected === "never") return refuse("unknownField", { field });
  const isTooLong = fault.type === "max_length";
  const given = isTooLong ? lengthOf(fault, Number(fault.received)) : valueOf(fault);
  return refuse("badValue", { field, given, expected: shortened(expectedOf(fault)) });
}

/** What was sent: texts as they are, without what cannot be printed; lists and objects by their kind. */
function valueOf({ input, received }: v.GenericIssue): string {
  if (Array.isArray(input)) return "列表";
  if (typeof input === "object" && input !== null) return "对象";
  const sent = typeof input === "string" ? input : received;
  return printable(sent);
}

function printable(sent: string): string {
  return sent.slice(0, 60).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, "\uFFFD");
}

/** A long list of names, cut between two of them. */
function shortened(expected: string): string {
  const most = 200;
  if (expected.length <= most) return expected;
  return `${expected.slice(0, expected.lastIndexOf("、", most))}等`;
}

/** What a field takes, in Chinese; the names of a list stand for themselves. */
function expectedOf(fault: v.GenericIssue): string {
  const bound = String(fault.requirement);
  switch (fault.type) {
    case "regex":
    case "check":
      return fault.message;
    case "max_length":
      return `最多 ${lengthOf(fault, Number(bound))}`;
    case "min_length":
      return `至少 ${lengthOf(fault, Number(bound))}`;
    case "min_value":
      return `不小于 ${bound}`;
    case "max_value":
      // Where the shape says more than its bound
      return /\p{Script=Han}/u.test(fault.message) ? fault.message : `不大于 ${bound}`;
    case "integer":
      return "整数";
    default:
      return (
        kindWords.get(fault.type) ?? (fault.expected ?? "").replaceAll(/[()"]/g, "").replaceAll(" | ", "、")
      );
  }
}

function lengthOf(fault: v.GenericIssue, length: number): string {
  return Array.isArray(fault.input) ? `${length} 项` : `${length} 个字`;
}

const kindWords: ReadonlyMap<string, string> = new Map([
  ["string", "文字"],
  ["number", "数字"],
  ["boolean", "true 或 false"],
  ["array", "列表"],
  ["strict_object", "对象"],
  ["object", "对象"],
]);
