/**
 * The reader: from what somebody wrote to the item of the taxonomy it is about, with the words that counted. It knows
 * the taxonomy's own words and nothing else, so it works on the first day in a county without history; it says when it
 * is not sure. Pure and deterministic; it runs on the phone too.
 */
import { dangerIn } from "./reading/danger.ts";
import { judgeScores } from "./reading/judge.ts";
import { type CountedWord, createExplainer } from "./reading/reasons.ts";
import { bare } from "./reading/markup.ts";
import { createMender, type Mender } from "./reading/mend.ts";
import { createScanner, READ_AT_MOST, type Scan } from "./reading/scan.ts";
import { simplified } from "./reading/script.ts";
import { speechOf } from "./reading/speech.ts";
import { weigh, type Weights } from "./reading/weights.ts";
import type { ItemWords } from "./reading/itemWords.ts";

export interface Candidate {
  readonly code: string;
  /** 0 … 1; what the candidates leave of 1 belongs to all other items and to none at all. */
  readonly probability: number;
  /** The words that counted, strongest first. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

export interface Reading {
  /** At most three, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Above the line: the machine may propose without asking a person first. */
  readonly sure: boolean;
  readonly speech: "report" | "consult" | "praise" | "supplement";
  /** Words of immediate danger, for the 110/119/120 prompt. */
  readonly danger: readonly string[];
  /** Why it is not sure. */
  readonly why: "belowLine" | "noWords" | "consult" | null;
}

/** What is known besides the text; it moves probabilities a little and never decides alone. */
export interface ReadingContext {
  /** 1 … 12: some matters have their season. */
  readonly month?: number;
  /** Cases of the same place in recent months, by item code. */
  readonly history?: ReadonlyMap<string, number>;
}

export interface Reader {
  classify(text: string, context?: ReadingContext): Reading;
}

/** The line above which the machine may propose: on left-out phrases six of seven such readings are right. */
export const SURE_ABOVE = 0.7;

const MOST_CANDIDATES = 3;

/**
 * Moves the scores of a text that was just scanned by what has been learned since; in place.
 * @returns whether anything learned speaks of this text.
 */
export type Teaching = (text: string, scan: Scan) => boolean;

/** A taxonomy, or what of it a phone keeps. */
export interface Readable {
  readonly items: readonly ItemWords[];
}

/** Built once from the taxonomy (some tens of milliseconds); `classify` then takes some microseconds. */
export function createReader(taxonomy: Readable): TaughtReader {
  return createTaughtReader(taxonomy, () => false);
}

/** Words for the likeliest item, and those that spoke rather for the next one. */
export interface ReadingReasons {
  readonly for: readonly CountedWord[];
  readonly against: readonly CountedWord[];
}

export interface TaughtReader extends Reader {
  /** Reasons of the likeliest item; empty lists where nothing was read. */
  explain(text: string, context?: ReadingContext): ReadingReasons;
  /** The scores of a text by item, before anything was learned. The next text uses the same arrays again. */
  scan(text: string): Scan;
}

export function createTaughtReader(taxonomy: Readable, teach: Teaching): TaughtReader {
  const { items } = taxonomy;
  const places = new Map(items.map(({ code }, at) => [code, at]));
  let made: Tools | null = null;
  const tools = () => (made ??= toolsFor(items));

  function scan(text: string): Scan {
    return tools().scanPlain(simplified(bare(text)));
  }

  function classify(written: string, context: ReadingContext = {}): Reading {
    const text = bare(written);
    const plain = simplified(text);
    // Danger has rules of its own for words heard: mended for the sake of the item, 走时 would become 走失.
    const said = { text, plain, context, danger: dangerIn(plain) };
    const reading = read(said);
    if (reading.why !== "belowLine" && reading.why !== "noWords") return reading;
    const meant = tools().mend(plain.slice(0, READ_AT_MOST));
    const mended = meant === null ? reading : read({ ...said, plain: meant });
    return certaintyOf(mended) > certaintyOf(reading) ? mended : reading;
  }

  /** `plain` is as long as `text`, so that the words that counted are shown as they were written. */
  function read({ text, plain, context, danger }: Said): Reading {
    const { scanPlain, wordsFor } = tools();
    const scanned = scanPlain(plain);
    const isTaught = teach(plain, scanned);
    const speech = speechOf(plain);
    if (scanned.telling === 0 && !isTaught)
      return { candidates: [], sure: false, speech, danger, why: "noWords" };
    const likely = judgeScores(scanned, items, context).slice(0, MOST_CANDIDATES);
    const candidates = likely.map(({ item, probability }) => {
      return { code: items[item]?.code ?? "", probability, words: wordsFor(item, text, scanned) };
    });
    const why = doubt(certaintyOf({ candidates }), speech);
    return { candidates, sure: why === null, speech, danger, why };
  }

  function explain(text: string, context: ReadingContext = {}): ReadingReasons {
    const [first, second] = classify(text, context).candidates;
    const item = places.get(first?.code ?? "");
    const rival = places.get(second?.code ?? "");
    if (first === undefined || item === undefined) return { for: [], against: [] };
    const against = rival === undefined ? [] : tools().wordsAgainst({ item, rival }, bare(text), scan(text));
    return { for: first.words, against };
  }

  return { classify, explain, scan };
}

/** Made for the first text: a server that starts has none to read yet. */
type Tools = ReturnType<typeof toolsFor>;

function toolsFor(items: readonly ItemWords[]) {
  const { weights, mend } = knownOf(items);
  return { mend, scanPlain: createScanner(weights, items.length), ...createExplainer(weights) };
}

/** What a list of matters alone says: most of the work of making a reader, and the same for each reader of that list. */
interface Known {
  readonly weights: Weights;
  readonly mend: Mender;
}

const knownByList = new WeakMap<readonly ItemWords[], Known>();

function knownOf(items: readonly ItemWords[]): Known {
  const before = knownByList.get(items);
  if (before !== undefined) return before;
  const made = {
    weights: weigh(items),
    mend: createMender(items.flatMap(({ keywords }) => keywords)),
  };
  knownByList.set(items, made);
  return made;
}

interface Said {
  readonly text: string;
  readonly plain: string;
  readonly context: ReadingContext;
  readonly danger: readonly string[];
}

function certaintyOf({ candidates }: Pick<Reading, "candidates">): number {
  return candidates[0]?.probability ?? 0;
}

function doubt(probability: number, speech: Reading["speech"]): Reading["why"] {
  if (speech === "consult") return "consult";
  return speech === "report" && probability >= SURE_ABOVE ? null : "belowLine";
}
