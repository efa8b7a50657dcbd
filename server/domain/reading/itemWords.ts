/** The words of the list of matters that the reader goes by: all that a phone needs to read without a network. */
import type { Item } from "../taxonomy.ts";

export interface ItemWords extends Pick<Item, "code" | "name" | "keywords" | "phrases" | "peakMonths"> {
  readonly conditions: readonly { readonly fileWhen: string }[];
}

export function wordsOf({ code, name, keywords, phrases, peakMonths, conditions }: Item): ItemWords {
  return {
    code,
    name,
    keywords,
    phrases,
    peakMonths,
    conditions: conditions.map(({ fileWhen }) => ({ fileWhen })),
  };
}
