/** A refusal as people and programs are told of it: the sentence, the rule, its line, and the way on. */
import type { RuleAnswer } from "./domain/ruleAnswers.ts";
import type { Refusal } from "./domain/case.ts";
import { type Asked, ruleOf } from "./domain/ruleOf.ts";
import { everyRule, filled, nameOfField, sentenceOf } from "./refusalSentence.ts";

export type { Asked };

export function explain(refusal: Refusal, asked: Asked | null): RuleAnswer {
  const rule = ruleOf(refusal, asked, nameOfField);
  if (refusal.rule === undefined) return { ...rule, why: sentenceOf(refusal) };
  const { given = "", expected = "" } = refusal;
  const fill = (sentence: string) => filled(sentence, { given, expected });
  return { ...rule, why: fill(`${everyRule[refusal.rule].why}。`), instead: fill(rule.instead) };
}
