/** Checks what was sent against its shape; what does not fit is refused by name of the field. */
import { validator } from "hono-openapi";
import type { Context } from "hono";
import type * as v from "valibot";
import { type Refusal, refuse } from "./domain/case.ts";
import { problem } from "./problem.ts";

export function body<S extends v.GenericSchema>(schema: S) {
  return validator("json", schema, (result, c) => refuseBad(result, c as Context), asJsonSchema);
}

export function query<S extends v.GenericSchema>(schema: S) {
  return validator("query", schema, (result, c) => refuseBad(result, c as Context), asJsonSchema);
}

/** Checks without a place in JSON Schema (transforms) are left out of the document instead of failing it. */
const asJsonSchema = { options: { errorMode: "ignore" } };

type Result = { readonly success: true } | { readonly success: false; readonly error: readonly unknown[] };

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
  if (fault.expected === "never")
    return refuse("badValue", { field, given: field, expected: "没有这个字段" });
  const expected = fault.type === "regex" ? fault.message : (fault.expected ?? fault.type);
  return refuse("badValue", { field, given: fault.received.slice(0, 60), expected: expected.slice(0, 200) });
}
