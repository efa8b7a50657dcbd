/**
 * Texts are pasted from web pages and chat programs: tags within words, entities, characters that nobody sees. A reader
 * reads what a person would see; what is stored and shown stays as it was sent.
 */

const SUSPECT = /[<&\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u;
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const PROGRAM = /<(script|style)\b[^<>]{0,500}>[\s\S]{0,20000}?<\/\1\s*>/giu;
/** They begin a line of their own; all others stand within words. */
const BLOCK = /<\/?(?:p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|hr|section|article)\b[^<>]{0,500}>/giu;
const INLINE = /<[a-z/!][^<>]{0,500}>/giu;
const ENTITY = /&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/giu;

/** The same text where there is nothing to take out. */
export function bare(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(PROGRAM, " ")
    .replace(BLOCK, "\n")
    .replace(INLINE, "")
    .replace(ENTITY, " ")
    .replace(UNSEEN, "");
}
