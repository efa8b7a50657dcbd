/** What is wrong with one case: its events, its words and its row against each other. Pure, so that it is easy to trust. */
import type { Case } from "../server/domain/case.ts";
import { canonical } from "./canonical.ts";
import { type Chainable, type ChainedEvent, commitmentOf, hashOf, type SealedWord } from "./chain.ts";
import { bentRows, type RowsOfCase, WHOLE_ROW } from "./auditRows.ts";
import { fold, type Lived } from "../server/domain/fold.ts";
import type { Fault } from "./store.ts";
import type { Counted } from "./counted.ts";
import { countCase } from "./tally.ts";

type Words = Readonly<Record<string, SealedWord>>;

/** The part of the row that is held against the record. */
export type Head = Pick<Case, "number" | "text" | "headHash" | "reportedAt"> & Lived;

export interface Found {
  readonly caseId: string;
  /** null when events are left of a case that is gone. */
  readonly head: Head | null;
  /** In the order of `seq`. */
  readonly events: readonly ChainedEvent[];
  /** Words that were not erased. */
  readonly wordsBySeq: ReadonlyMap<number, Words>;
  readonly rows: Omit<RowsOfCase, "isErased">;
  /** What the figures are counted from, as it stands; absent where it is not judged. */
  readonly counted?: Counted | undefined;
}

export function faultsOfCase(found: Found): readonly Fault[] {
  const number = found.head?.number ?? "";
  const fault = (kind: Fault["kind"], seq: number | null): Fault => ({
    caseId: found.caseId,
    number,
    seq,
    kind,
  });
  const [heads, told] = [headFaults(found), rowFaults(found)];
  const isNamed = heads.length > 0 || told.length > 0;
  // That the row as a whole is bent says nothing new where it is said how
  const beside = besideFaults(found).filter((field) => field !== WHOLE_ROW || !isNamed);
  return [
    ...chainFaults(found).map(([kind, seq]) => fault(kind, seq)),
    ...sealFaults(found).map((seq) => fault("seal", seq)),
    ...heads.map((kind) => fault(kind, null)),
    ...[...told, ...beside, ...countFaults(found)].map((field) => ({ ...fault("row", null), field })),
  ];
}

/** Events changed, missing or out of their chain, in the order of `seq`. */
export function chainFaults({
  events,
}: {
  readonly events: readonly ChainedEvent<Chainable>[];
}): readonly (readonly [Fault["kind"], number])[] {
  const faults: (readonly [Fault["kind"], number])[] = [];
  let seq = 0;
  let hash = "";
  for (const event of events) {
    const whole = event.seq === seq + 1;
    if (!whole) faults.push(["gap", seq + 1]);
    // After a gap the link must differ: the missing event is named already.
    else if (event.previousHash !== hash) faults.push(["link", event.seq]);
    if (hashOf(event) !== event.hash) faults.push(["hash", event.seq]);
    ({ seq, hash } = event);
  }
  return faults;
}

function headFaults({ head, events }: Found): readonly Fault["kind"][] {
  const last = events.at(-1);
  if (!head || !last) return ["head"];
  const faults: Fault["kind"][] = [];
  if (head.version !== last.seq || head.headHash !== last.hash) faults.push("head");
  if (head.state !== last.to) faults.push("state");
  return faults;
}

/** What the events alone decide must stand on the row: whose it is, how often it came back, what was missed, when it closed. */
function rowFaults(found: Found): readonly string[] {
  const { head, events } = found;
  const first = events[0];
  if (!head || !first || chainFaults(found).length > 0) return [];
  const lived: Partial<Lived> = fold(events.map((event) => ({ ...event, words: {} })));
  const told = { ...lived, reportedAt: first.at };
  const named = Object.keys(told) as (keyof typeof told)[];
  // State and version have kinds of their own.
  return named.filter((field) => field !== "state" && field !== "version" && head[field] !== told[field]);
}

/** What the words of a record are held against. */
interface Sealed {
  readonly head: { readonly text: string } | null;
  readonly events: readonly ChainedEvent<Chainable>[];
  readonly wordsBySeq: ReadonlyMap<number, Words>;
}

/** Clocks, reporter and photos; a record that is bent itself proves nothing about them. */
function besideFaults(found: Found): readonly string[] {
  const { head, events, rows, wordsBySeq } = found;
  const first = events[0];
  if (!head || !first || chainFaults(found).length > 0) return [];
  const isErased = first.seals["text"] !== undefined && wordsBySeq.get(first.seq)?.["text"] === undefined;
  return bentRows(events, { ...rows, isErased });
}

/** The rows of the figures are thrown away and counted again; a case that waits for that has none to judge. */
function countFaults(found: Found): readonly string[] {
  const { counted, rows, events, caseId } = found;
  if (!counted || rows.row?.tallied !== true || chainFaults(found).length > 0) return [];
  const again = countCase(
    caseId,
    events.map((event) => ({ ...event, words: {} })),
  );
  return [
    ...(isSameRows(again.tallies, counted.tallies) ? [] : ["tallies"]),
    ...(isSameRows(again.held, counted.held) ? [] : ["held_times"]),
  ];
}

function isSameRows(told: readonly object[], standing: readonly object[]): boolean {
  const texts = (rows: readonly object[]) => rows.map(canonical).sort().join();
  return texts(told) === texts(standing);
}

/** Words that are left must match their commitments, and the text of the case the words of the report. */
export function sealFaults({ head, events, wordsBySeq }: Sealed): readonly number[] {
  const bent = events
    .filter((event) => !agree(event, wordsBySeq.get(event.seq) ?? {}))
    .map((event) => event.seq);
  const told = events.find((event) => wordsBySeq.get(event.seq)?.["text"] !== undefined);
  const text = told && wordsBySeq.get(told.seq)?.["text"]?.value;
  if (told && head && text !== head.text && !bent.includes(told.seq)) bent.push(told.seq);
  // Erasing takes the text out of both places (blankCase); words gone from one alone were taken by somebody else
  const first = events.find((event) => event.seals["text"] !== undefined);
  if (!told && first && head && head.text !== "") bent.push(first.seq);
  const known = new Set(events.map((event) => event.seq));
  return [...bent, ...[...wordsBySeq.keys()].filter((seq) => !known.has(seq))];
}

function agree(event: ChainedEvent<Chainable>, words: Words): boolean {
  return Object.entries(words).every(([field, word]) => event.seals[field] === commitmentOf(field, word));
}
