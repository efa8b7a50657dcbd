/** A refusal in one Chinese sentence that names the value and what was expected. */
import type { Refusal, RefusalCode } from "./domain/case.ts";
import { callFieldWords, callRuleWords } from "./domain/call/callWords.ts";
import { ruleWords } from "./domain/ruleWords.ts";
import { actionWords, fieldWords, refusalWords, stateWords } from "./domain/words.ts";
import { doorFieldWords, expectedWords } from "./problemWords.ts";

/** Rules of cases and of calls. */
export const everyRule = { ...ruleWords, ...callRuleWords };

/** The Chinese sentence of a refusal, with its value and what was expected filled in. */
export function sentenceOf(refusal: Refusal): string {
  const { field = "", given = "", expected = "", rule } = refusal;
  if (rule !== undefined) {
    const { why, instead } = everyRule[rule];
    return filled(`${why}。${instead}。`, { given, expected });
  }
  const values: Readonly<Record<string, string>> = {
    field: nameOfField(field),
    given: wordOf(stateWords, given) ?? wordOf(actionWords, given) ?? wordOf(doorFieldWords, given) ?? given,
    expected: expectedInWords(refusal.code, expected),
  };
  return filled(refusalWords[refusal.code], values);
}

export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(field|given|expected)\}/g, (_, name: string) => values[name] ?? "");
}

/** A field as people call it; one that nobody named keeps the name it was sent by. */
export function nameOfField(field: string): string {
  return wordOfField(field) ?? field.split(".").map(nameOfStep).join("");
}

/** One step on the way into a list: `parts.0.text`. */
function nameOfStep(step: string): string {
  return /^\d+$/.test(step) ? `第 ${Number(step) + 1} 项` : (wordOfField(step) ?? step);
}

function wordOfField(field: string): string | undefined {
  return wordOf(fieldWords, field) ?? wordOf(callFieldWords, field) ?? wordOf(doorFieldWords, field);
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
