/**
 * 常用语: texts that are written again and again, by field, act and class of item. The county's stand in
 * fixtures/phrases.json; each unit adds its own. Picked, they stay editable: a result says what was done here.
 */
import type { FieldName } from "./fields.ts";

/** Fields that take them. */
export const phraseFields = ["result", "note"] as const satisfies readonly FieldName[];
export type PhraseField = (typeof phraseFields)[number];

/** A text of a unit's own. */
export interface OwnPhrase {
  readonly field: PhraseField;
  /** The act that it belongs to; null for every act with this field. */
  readonly action: string | null;
  /** Code of the major class (大类); null for all. */
  readonly major: string | null;
  readonly text: string;
}

export interface Phrase extends OwnPhrase {
  /** Written by one's own unit, which may take it away. */
  readonly own: boolean;
}

/** fixtures/phrases.json. */
export interface PhraseBook {
  readonly version: string;
  readonly rows: readonly OwnPhrase[];
}

/** GET /api/phrases. */
export interface PhrasesAnswer {
  /** Of the unit's own set: sent back with a change, so that two editors cannot overwrite each other. */
  readonly version: number;
  readonly rows: readonly Phrase[];
  /** May this person change the unit's own? */
  readonly mayEdit: boolean;
}

export const MOST_PHRASES = 100;
export const LONGEST_PHRASE = 300;

export interface Occasion {
  readonly field: string;
  readonly action: string;
  /** Major class of the item; null while it is not known. */
  readonly major: string | null;
}

/**
 * What fits an occasion: last used first, then the unit's own, then what speaks of this act and this class before what
 * speaks of all.
 * @param used instants of the last use by text.
 */
export function fitting(
  rows: readonly Phrase[],
  { field, action, major }: Occasion,
  used: Readonly<Record<string, number>>,
): readonly Phrase[] {
  const rank = (row: Phrase) => (row.own ? 4 : 0) + (row.action ? 2 : 0) + (row.major ? 1 : 0);
  return rows
    .filter((row) => row.field === field)
    .filter((row) => row.action === null || row.action === action)
    .filter((row) => row.major === null || row.major === major)
    .toSorted((a, b) => (used[b.text] ?? 0) - (used[a.text] ?? 0) || rank(b) - rank(a));
}
