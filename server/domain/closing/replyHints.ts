/**
 * 答复规则检查: what a checker would stumble over in an answer, by plain rules. Hints, never refusals: a person writes
 * and a person judges.
 */
import { likeness, printOf } from "../linking/likeness.ts";
import type { ClosingRules } from "./closingRules.ts";

export type ReplyHint =
  | { readonly kind: "short"; readonly letters: number }
  /** It has no word in common with what was asked. */
  | { readonly kind: "besides" }
  /** A question was asked and the answer states no reason, place, time or rule. */
  | { readonly kind: "unanswered" }
  /** The number is null for whoever may not see the other case. */
  | { readonly kind: "template"; readonly number: string | null; readonly alike: number }
  /** Nothing is left for the reporter once the office's own words are taken away. */
  | { readonly kind: "internal"; readonly words: readonly string[] }
  /** A phone or identity number stands in what the reporter will read. */
  | { readonly kind: "personal"; readonly digits: string };

export interface Replied {
  readonly reply: string;
  /** What the reporter wrote. */
  readonly demand: string;
  /** Words of the matter itself: its name and keywords. */
  readonly terms: readonly string[];
  /** Earlier answers of the unit to other cases, with their numbers. */
  readonly earlier: readonly { readonly number: string; readonly text: string }[];
}

export function replyHints(
  { reply, demand, terms, earlier }: Replied,
  { reply: rule }: ClosingRules,
): readonly ReplyHint[] {
  const text = reply.trim();
  const letters = lettersIn(text);
  if (letters === 0) return [];
  const hints: ReplyHint[] = [];
  if (letters < rule.letters) hints.push({ kind: "short", letters });
  if (!touches(text, demand, terms)) hints.push({ kind: "besides" });
  if (asks(demand) && !explains(text)) hints.push({ kind: "unanswered" });
  const template = mostAlike(text, earlier);
  if (template !== null && template.alike >= rule.template) hints.push({ kind: "template", ...template });
  const internal = rule.internal.filter((word) => text.includes(word));
  const rest = internal.reduce((left, word) => left.replaceAll(word, ""), text);
  if (internal.length > 0 && lettersIn(rest) < rule.letters)
    hints.push({ kind: "internal", words: internal });
  const digits = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/.exec(text)?.[0];
  if (digits !== undefined) hints.push({ kind: "personal", digits: `${digits.slice(0, 3)}****` });
  return hints;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Some pair of characters of the demand, or a word of the matter, comes back in the answer. */
function touches(text: string, demand: string, terms: readonly string[]): boolean {
  if (terms.some((term) => term.length > 1 && text.includes(term))) return true;
  return likeness(printOf(text), printOf(demand)) >= 0.05;
}

function asks(demand: string): boolean {
  return /[?？]|吗|为什么|怎么|什么时候|何时|能不能|可不可以|多久|哪里/.test(demand);
}

function explains(text: string): boolean {
  return /因|由于|根据|依据|按照|规定|预计|将于|已于|之前|联系|咨询|可以|不能|需|\d/.test(text);
}

/** Numbers and dates do not make two answers different. */
function mostAlike(text: string, earlier: Replied["earlier"]): { number: string; alike: number } | null {
  const print = printOf(text);
  return earlier.reduce<{ number: string; alike: number } | null>((best, row) => {
    const alike = likeness(print, printOf(row.text));
    return best === null || alike > best.alike ? { number: row.number, alike } : best;
  }, null);
}
