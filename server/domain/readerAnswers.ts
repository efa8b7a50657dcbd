/** What the reader made of a report's words, who is responsible for it, and what a phone reads with by itself. */
import type { Lexicon } from "./learning/lexicon.ts";
import type { Named } from "./named.ts";
import type { Reading } from "./reader.ts";
import type { ItemWords } from "./reading/itemWords.ts";
import type { TownshipRole } from "./taxonomy.ts";
import type { SaidTime } from "./times/times.ts";

export interface Suggestion extends Named {
  readonly probability: number;
  readonly words: readonly string[];
}

export interface ResponsibleAnswer {
  readonly unit: Named;
  /** The item of the duty list it rests on. */
  readonly basis: Named;
  /** Others that the catalogue names for the same matter, each with the rule by which it would lead. */
  readonly others: readonly { readonly unit: Named; readonly when: string }[];
  readonly assisting: readonly Named[];
  readonly townshipRole: TownshipRole;
  /** The rule of the dispatch catalogue that won; null where none speaks of it. */
  readonly rule: Named | null;
  /** Why this unit, in sentences. */
  readonly why: readonly string[];
  /** Why somebody must look first; the first receiver leads meanwhile (首接负责). */
  readonly unclear: "hole" | "conflict" | "noPlace" | "noItem" | null;
}

/** POST /api/classify {text, point?, itemCode?} */
export interface ClassifyAnswer {
  readonly suggestions: readonly Suggestion[];
  readonly sure: boolean;
  /** Why it is not sure; null where it is, or where the item was chosen by hand. */
  readonly why: Reading["why"];
  readonly danger: readonly string[];
  readonly speech: "report" | "consult" | "praise" | "supplement";
  readonly responsible: ResponsibleAnswer | null;
  /** Several matters in one text: what each says and the item it is about; empty for one matter. */
  readonly parts: readonly PartAnswer[];
  /** 说到的时间: what the words say of when, as if it were reported now. */
  readonly times: readonly SaidTime[];
}

export interface PartAnswer {
  readonly text: string;
  readonly item: Named;
}

/** GET /api/reader: with these words a phone reads what was written, as the server does, without a network. */
export interface ReaderAnswer {
  readonly version: string;
  readonly items: readonly ItemWords[];
}

/** GET /api/learned: what the county has taught, for the phones of its staff. */
export interface LearnedAnswer {
  /** Of the list of matters it belongs to, as in `ReaderAnswer`. */
  readonly version: string;
  /** Name of the state it is: sent as `since` the next time. */
  readonly tag: string;
  /** The state that `change` goes on top of; null where `change` is the whole. */
  readonly since: string | null;
  /** null where `since` is not: it is the one the phone has. */
  readonly lexicon: Lexicon | null;
  /** What all corrections add up to, or the rows of it that moved, in base64 (`packChange`, `packRows`). */
  readonly change: string;
  /** The trained model in use, to be fetched by its version; null for none. */
  readonly model: { readonly version: number; readonly weight: number } | null;
  /** Above it the reader may propose; null while the county has set none. */
  readonly line: number | null;
}
