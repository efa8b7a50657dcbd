/**
 * The accounts of a case, told from its events (计入): whoever replays them gets the same. Every act counts for the case
 * and for the unit that leads it in that moment; a clock that ran out counts where it ran.
 */
import type { CaseEvent } from "../case.ts";
import { fold } from "../fold.ts";
import type { Instant } from "../time.ts";
import { type Account, type FactName, noFacts } from "./facts.ts";

/** Raise it when this file counts otherwise than before: what was counted is then counted anew. */
export const TALLY_VERSION = 2;

export type Told = Pick<CaseEvent, "action" | "at" | "facts" | "from" | "to" | "seq">;

export interface Tally {
  readonly accounts: readonly Account[];
  readonly itemCode: string | null;
  readonly cellCode: string | null;
  readonly townshipCode: string | null;
}

type Counting = { -readonly [Name in FactName]: number };

interface Book {
  readonly whole: Counting;
  readonly turns: Map<string, { readonly openedAt: Instant; readonly facts: Counting }>;
  lead: string | null;
  /** The unit that had it last, also after it gave it back. */
  last: string | null;
  /** What was asked for last: a review that is confirmed grants it. */
  asked: "exemptLate" | "excluded" | null;
}

/** @param events a whole history, in order of `seq`; empty for none. */
export function tallyOf(events: readonly CaseEvent[]): Tally {
  const book: Book = { whole: { ...noFacts }, turns: new Map(), lead: null, last: null, asked: null };
  for (const event of events) enter(book, event);
  const { leadUnit, itemCode, cellCode, townshipCode } = fold(events);
  const openedAt = events[0]?.at ?? 0;
  const turns = [...book.turns].map(([unit, turn]): Account => ({ subject: "turn", unit, ...turn }));
  return {
    accounts: [{ subject: "case", unit: leadUnit ?? "", openedAt, facts: book.whole }, ...turns],
    itemCode,
    cellCode,
    townshipCode,
  };
}

function enter(book: Book, event: Told): void {
  if (event.action === "overdue") ranOut(book, event);
  else if (event.action === "dispatch" || event.action === "rule") sent(book, event);
  else if (event.action === "succeed" || event.action === "unsucceed") inherited(book, event);
  else acted(book, event);
}

/** A clock of the unit that leads counts for that unit; one of a unit that only helps (协办) counts for neither. */
function ranOut(book: Book, { facts }: Told): void {
  const late = lateBy[String(facts["clock"])];
  if (late === undefined || (late.leads && facts["unit"] !== book.lead)) return;
  book.whole[late.fact] = 1;
  const turn = late.leads ? turnOf(book, book.lead) : undefined;
  if (turn) turn[late.fact] = 1;
}

/** Clocks that are judged; `leads`: run against the unit that leads. */
const lateBy: Readonly<Record<string, { readonly fact: FactName; readonly leads: boolean } | undefined>> = {
  file: { fact: "lateFile", leads: false },
  dispatch: { fact: "lateDispatch", leads: false },
  accept: { fact: "lateAccept", leads: true },
  handle: { fact: "lateHandle", leads: true },
  rectify: { fact: "lateRectify", leads: true },
  contact: { fact: "lateContact", leads: true },
  check: { fact: "lateCheck", leads: false },
  close: { fact: "lateClose", leads: false },
};

function sent(book: Book, { at, facts }: Told): void {
  const unit = textIn(facts["unit"]);
  if (unit === null) return;
  const before = turnOf(book, book.lead);
  if (before && book.lead !== unit) before.gone = 1;
  if (book.last !== null && book.last !== unit) book.whole.hops += 1;
  const turn = book.turns.get(unit) ?? { openedAt: at, facts: { ...noFacts } };
  book.turns.set(unit, turn);
  if (book.whole.dispatched === 0) turn.facts.first = 1;
  turn.facts.dispatched = 1;
  turn.facts.gone = 0;
  book.whole.dispatched = 1;
  book.lead = unit;
  book.last = unit;
}

/** What stands when a unit is closed goes on in the account of its heir; what it missed stays its own. */
const standing = ["dispatched", "accepted", "handled", "admitted", "contacts", "checks"] as const;

/** 机构接续: no hop, for nobody sent it away; the limits that run out from now on are the heir's. */
function inherited(book: Book, { at, facts }: Told): void {
  const unit = textIn(facts["leadUnit"]);
  const before = turnOf(book, book.lead);
  if (unit === null || unit === book.lead) return;
  if (before) {
    const kept = Object.fromEntries(standing.map((name) => [name, before[name]]));
    const turn = book.turns.get(unit) ?? { openedAt: at, facts: { ...noFacts, ...kept } };
    book.turns.set(unit, turn);
    turn.facts.gone = 0;
    before.gone = 1;
  }
  book.lead = unit;
  book.last = unit;
}

function acted(book: Book, event: Told): void {
  const turn = turnOf(book, book.lead);
  for (const account of turn ? [book.whole, turn] : [book.whole]) entries[event.action]?.(account, event);
  if (event.action === "report") reported(book, event);
  else if (event.action === "return" && turn) {
    turn.gone = 1;
    book.lead = null;
  } else if (event.action === "relieve") relieved(book, turn);
  else if (event.action === "appeal") book.asked = "exemptLate";
  else if (event.action === "askExclusion") book.asked = "excluded";
  else if (event.action === "confirm") granted(book);
  const merged = mergedBy[event.action];
  if (merged !== undefined) for (const account of accountsOf(book)) account.merged = merged;
}

/** 退回另派: a unit that is no more cannot have sent it away, so that whoever has it next is no hop either. */
function relieved(book: Book, turn: Counting | undefined): void {
  if (turn) turn.gone = 1;
  book.lead = null;
  book.last = null;
}

/** 并案: a merged report counts for nobody, its lead case does; taken back, it counts as if nothing had been. */
const mergedBy: Readonly<Record<string, 0 | 1 | undefined>> = { merge: 1, rejoin: 1, unmerge: 0 };

function accountsOf({ whole, turns }: Book): readonly Counting[] {
  return [whole, ...[...turns.values()].map(({ facts }) => facts)];
}

function reported(book: Book, { facts }: Told): void {
  book.lead = textIn(facts["leadUnit"]);
  book.last = book.lead;
  if (facts["selfHandled"] !== true) return;
  book.whole.selfHandled = 1;
  book.whole.handled = 1;
}

/** 超时申诉 speaks for the unit that leads; an unreasonable request counts for nobody. */
function granted(book: Book): void {
  const { asked } = book;
  if (asked === null) return;
  book.whole[asked] = 1;
  for (const [unit, { facts }] of book.turns)
    if (asked === "excluded" || unit === book.lead) facts[asked] = 1;
}

type Entry = (account: Counting, event: Told) => void;

const set =
  (...names: readonly FactName[]): Entry =>
  (account) => {
    for (const name of names) account[name] = 1;
  };
const add =
  (name: FactName): Entry =>
  (account) => {
    account[name] += 1;
  };

/** What is over is over no more. */
const back =
  (name: FactName): Entry =>
  (account) => {
    account[name] += 1;
    Object.assign(account, { handled: 0, admitted: 0, closed: 0, unsolved: 0 });
  };

const entries: Readonly<Record<string, Entry>> = {
  file: set("filed"),
  decline: set("declined"),
  accept: set("accepted"),
  return: add("returned"),
  dispute: add("returned"),
  contact: add("contacts"),
  handle: (account) => Object.assign(account, { handled: 1, admitted: 0 }),
  admit: (account) => Object.assign(account, { handled: 0, admitted: 1 }),
  grantExtension: add("extensions"),
  grantSuspension: add("suspensions"),
  check: add("checks"),
  rework(account) {
    account.checks += 1;
    account.reworks += 1;
    Object.assign(account, { handled: 0, admitted: 0 });
  },
  refute: (account) => Object.assign(account, { selfHandled: 0, handled: 0 }),
  close: set("closed"),
  closeUnsolved: set("unsolved"),
  reopen(account, event) {
    back("reopens")(account, event);
    says(account, false);
  },
  rectify: back("rectifications"),
  followUp(account, { facts }) {
    account.followed = 1;
    if (facts["reached"] === true) account.reached = 1;
    answered(account, facts);
  },
  rate: (account, { facts }) => answered(account, facts),
};

/** The first rating stands (一次一评); of several words on whether it is solved, the last. */
function answered(account: Counting, facts: Told["facts"]): void {
  const { score, solved } = facts;
  if (account.score === 0 && typeof score === "number") account.score = score;
  if (typeof solved === "boolean") says(account, solved);
}

function says(account: Counting, solved: boolean): void {
  Object.assign(account, { solvedYes: solved ? 1 : 0, solvedNo: solved ? 0 : 1 });
}

function turnOf(book: Book, unit: string | null): Counting | undefined {
  return unit === null ? undefined : book.turns.get(unit)?.facts;
}

function textIn(fact: Told["facts"][string] | undefined): string | null {
  return typeof fact === "string" ? fact : null;
}
