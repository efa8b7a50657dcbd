/** A refusal becomes an answer: the one place that knows both the codes of the core and those of HTTP (RFC 9457). */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemAnswer } from "./domain/answers.ts";
import type { Refusal, RefusalCode } from "./domain/case.ts";
import { actionWords, fieldWords, refusalWords, stateWords } from "./domain/words.ts";
import { ruleWords } from "./domain/ruleWords.ts";
import { doorFieldWords, doorTitles, doorWords, expectedWords } from "./problemWords.ts";

/** Refusals that no rule of the core makes: they happen at the door. */
export type DoorCode = keyof typeof doorWords;

const statusByCode: Record<RefusalCode, ContentfulStatusCode> = {
  notFound: 404,
  notAllowed: 403,
  outOfScope: 404, // that the case exists must not leak
  wrongState: 409,
  missing: 422,
  badValue: 422,
  stale: 409,
  duplicate: 409,
  ownWork: 403,
};

const statusByDoorCode: Record<DoorCode, ContentfulStatusCode> = {
  badJson: 400,
  notSignedIn: 401,
  wrongPassword: 401,
  crossSite: 403,
  adminOnly: 403,
  noSuchPage: 404,
  wrongCode: 404,
  spentLink: 404,
  tooLarge: 413,
  notJson: 415,
  badPhoto: 422,
  tooMany: 429,
  failed: 500,
  storageFull: 507,
};

export function problem(c: Context, refusal: Refusal): Response {
  const code = refusal.code === "outOfScope" ? "notFound" : refusal.code;
  return answer(c, {
    ...headOf(code, statusByCode[code]),
    detail: sentenceOf(refusal),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  });
}

/** @param retryAfter seconds, for `tooMany`. */
export function doorProblem(c: Context, code: DoorCode, retryAfter?: number): Response {
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  return answer(c, { ...headOf(code, statusByDoorCode[code]), detail: doorWords[code] });
}

/** The Chinese sentence of a refusal, with its value and what was expected filled in. */
export function sentenceOf(refusal: Refusal): string {
  const { field = "", given = "", expected = "", rule } = refusal;
  if (rule !== undefined)
    return filled(`${ruleWords[rule].why}。${ruleWords[rule].instead}。`, { given, expected });
  const values: Readonly<Record<string, string>> = {
    field: nameOfField(field),
    given: wordOf(stateWords, given) ?? wordOf(actionWords, given) ?? wordOf(doorFieldWords, given) ?? given,
    expected: expectedInWords(refusal.code, expected),
  };
  return filled(refusalWords[refusal.code], values);
}

function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(field|given|expected)\}/g, (_, name: string) => values[name] ?? "");
}

function nameOfField(field: string): string {
  return wordOf(fieldWords, field) ?? wordOf(doorFieldWords, field) ?? field;
}

function expectedInWords(code: RefusalCode, expected: string): string {
  if (code !== "wrongState") return wordOf(expectedWords, expected) ?? expected;
  return expected
    .split(",")
    .map((state) => wordOf(stateWords, state) ?? state)
    .join("、");
}

/** What people sent may be called like a member that every object has ("constructor"): only own words count. */
function wordOf(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function headOf(code: string, status: number): Omit<ProblemAnswer, "detail"> {
  return { type: `urn:huying:problem:${code}`, title: doorTitles[status] ?? "不能受理", status, code };
}

function answer(c: Context, body: ProblemAnswer): Response {
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
  });
}
