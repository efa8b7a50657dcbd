/**
 * Several matters in one text: where one ends and the next begins, as a proposal for a person (拆分建议). A new part
 * begins with a sentence, or with a word such as 另外, that is surely about another item; what says nothing by itself stays
 * with what was before, and so do consequences and requests (影响出行, 希望处理), which sound like matters of their own.
 */
import type { Reader } from "../reader.ts";
import { bare } from "./markup.ts";

export interface Part {
  /** As it stands in the text, without marks at its ends and without markup. */
  readonly text: string;
  readonly code: string;
  readonly probability: number;
}

/** How surely a part must be read: somebody who writes 另外 announces another matter, a mere new sentence does not. */
const SURE_ANNOUNCED = 0.6;
const SURE = 0.9;

/** Longer texts are letters: they are read by a person anyway. */
const MOST_CLAUSES = 60;

const CLAUSES = /[^，。；！？、,;!?\n]+[，。；！？、,;!?\n]*/gu;
const OPENS_ANOTHER =
  /^(?:另外|另|还有|此外|同时|其次|再者|再有|以及|并且|[一二三四五]是|[一二三四五]、|第[一二三四五]|\d[.．、])/u;
const ANNOUNCES = /^(?:另外|另|还有|此外|其次|再者|再有)/u;
const BELONGS_TO_BEFORE =
  /^(?:且|也|而且|并且|但是?|但|故|因此|所以)?(?:严重|非常|十分|已经?|极大)?(?:影响|导致|造成|致使|希望|建议|要求|恳请|请|望|给|不要|以免|存在|现在|之前|曾|其?多次|反映|故来电|注[:：]|找不到|回复)/u;
const ENDS_SENTENCE = /[。；！？;!?\n]$/u;
const EDGES = /^[\s，。；！？、,;!?]+|[\s，。；！？、,;!?]+$/gu;

/** @returns the parts in their order; empty when the text is about one matter, or about none for sure. */
export function proposeSplit(text: string, reader: Pick<Reader, "classify">): readonly Part[] {
  const clauses = bare(text).match(CLAUSES) ?? [];
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return [];
  const parts = readAll(cut(sections(clauses), reader), reader);
  const sure = parts.flatMap((part) => part ?? []);
  const isTrusted = parts.length > 1 && sure.length === parts.length;
  // Two parts about the same item are one matter after all.
  return isTrusted && new Set(sure.map(({ code }) => code)).size === sure.length ? sure : [];
}

/** Runs of clauses that may be a matter of their own. */
function sections(clauses: readonly string[]): readonly string[] {
  return clauses.reduce<readonly string[]>((done, clause, at) => {
    const begins = OPENS_ANOTHER.test(clause.trim()) || ENDS_SENTENCE.test(clauses[at - 1] ?? "");
    const isApart = at === 0 || (begins && !BELONGS_TO_BEFORE.test(clause.trim()));
    return isApart ? [...done, clause] : [...done.slice(0, -1), `${done.at(-1) ?? ""}${clause}`];
  }, []);
}

function cut(sections: readonly string[], reader: Pick<Reader, "classify">): readonly string[] {
  const parts: string[] = [];
  let matter: string | null = null;
  for (const [at, found] of readAll(sections, reader).entries()) {
    const code = found?.code ?? null;
    const isOther: boolean = code !== null && matter !== null && code !== matter;
    const section = sections[at] ?? "";
    if (parts.length === 0 || isOther) parts.push(section);
    else parts.push(`${parts.pop() ?? ""}${section}`);
    matter = isOther ? code : (matter ?? code);
  }
  return parts;
}

/** Null where a section is not surely about one item. What stands before an announced matter is a matter too. */
function readAll(sections: readonly string[], reader: Pick<Reader, "classify">): readonly (Part | null)[] {
  return sections.map((section, at) => {
    const text = section.replace(EDGES, "");
    const isAnnounced = [section, sections[at + 1] ?? ""].some((words) => ANNOUNCES.test(words.trim()));
    const { candidates, speech } = reader.classify(text);
    const [first] = candidates;
    const least = isAnnounced ? SURE_ANNOUNCED : SURE;
    if (first === undefined || first.probability < least || speech === "praise") return null;
    return { text, code: first.code, probability: first.probability };
  });
}
