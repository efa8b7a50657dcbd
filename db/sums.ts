/**
 * Sums (合计) over the rows that figures are counted from, so that a question about a year reads no year. Rows are told as
 * what they add; a case that is counted again adds the difference between what it was and what it is, in the same
 * transaction as its rows. Pure: filling, keeping and checking the sums all tell rows by these functions.
 */
import { dayNumber, dayOf } from "../server/domain/time.ts";
import { endOfMonth, monthOf, yearOf } from "./spans.ts";
import type { Counted, HeldRow, TallyRow } from "./counted.ts";
import type { RowOf, Step } from "./writes.ts";

/** Turned when rows are told in another way: then all sums are made anew. */
export const SUMS_VERSION = 1;

type TallySum = RowOf["addTallySum"];
type HeldSum = RowOf["addHeldSum"];

/** A tally counts in its day, its month and its year: their names begin each other. */
function tallySumsOf(rows: readonly TallyRow[]): readonly TallySum[] {
  return rows.flatMap(({ openedAt, subject, unit, township, profile }) => {
    const day = dayOf(dayNumber(openedAt));
    return [day, monthOf(day), yearOf(day)].map((span) => ({
      span,
      unit,
      subject,
      township,
      profile,
      count: 1,
    }));
  });
}

/**
 * What stretches that are over add to the months they touch. A case counts once in each month for a unit and stage, under
 * the last month before in which it did: so the cases of several months are those whose month before lies before them.
 * @param rows all of one case.
 */
function heldSumsOf(rows: readonly HeldRow[]): readonly HeldSum[] {
  const sums = new Map<string, HeldSum>();
  const lastOf = new Map<string, string>();
  const pieces = rows.flatMap(monthsTouched).sort((a, b) => (a.month < b.month ? -1 : 1));
  for (const { month, row, held } of pieces) {
    const { unit, state, township, lead } = row;
    const whose = JSON.stringify([unit, state, township, lead]);
    const last = lastOf.get(whose) ?? "";
    const known = last === month ? sums.get(whose + month) : undefined;
    const before = known?.before ?? last;
    sums.set(whose + month, {
      month,
      before,
      unit,
      state,
      township,
      lead,
      held: held + (known?.held ?? 0),
      cases: 1,
    });
    lastOf.set(whose, month);
  }
  return [...sums.values()];
}

function monthsTouched(row: HeldRow) {
  const pieces: { readonly month: string; readonly row: HeldRow; readonly held: number }[] = [];
  const { from, until } = row;
  if (until === null) return pieces;
  for (let start = from; start < until;) {
    const day = dayOf(dayNumber(start));
    const end = Math.min(until, endOfMonth(day));
    pieces.push({ month: monthOf(day), row, held: end - start });
    start = end;
  }
  return pieces;
}

/** What cases add to all sums. */
export interface Sums {
  readonly tallies: readonly TallySum[];
  readonly held: readonly HeldSum[];
}

/** What one case adds. */
export function sumsOf({ tallies, held }: Counted): Sums {
  return { tallies: tallySumsOf(tallies), held: heldSumsOf(held) };
}

/** What takes sums from one to the other; nothing for those that are the same. */
export function differenceOf(to: Sums, from: Sums): Sums {
  const account = createAccount();
  account.add(to, 1);
  account.add(from, -1);
  return account.sums();
}

export interface Account {
  add(sums: Sums, sign: 1 | -1): void;
  /** Those that are not nothing. In one order: two who write the same sums wait for each other and never crosswise. */
  sums(): Sums;
}

export function createAccount(): Account {
  const tallies = new Map<string, Changing<TallySum>>();
  const held = new Map<string, Changing<HeldSum>>();
  return {
    add(sums, sign) {
      for (const sum of sums.tallies) {
        const { span, unit, subject, township, profile } = sum;
        const known = found(tallies, [span, unit, subject, township, profile], { ...sum, count: 0 });
        known.count += sign * sum.count;
      }
      for (const sum of sums.held) {
        const { month, unit, state, township, lead, before } = sum;
        const key = [month, unit, state, township, lead, before];
        const known = found(held, key, { ...sum, held: 0, cases: 0 });
        known.held += sign * sum.held;
        known.cases += sign * sum.cases;
      }
    },
    sums: () => ({
      tallies: inOrder(tallies).filter(({ count }) => count !== 0),
      held: inOrder(held).filter((sum) => sum.held !== 0 || sum.cases !== 0),
    }),
  };
}

type Changing<Sum> = { -readonly [Name in keyof Sum]: Sum[Name] };

function found<Sum>(sums: Map<string, Sum>, key: readonly string[], fresh: Sum): Sum {
  const text = key.join("\n");
  const known = sums.get(text) ?? fresh;
  sums.set(text, known);
  return known;
}

function inOrder<Sum>(sums: ReadonlyMap<string, Sum>): readonly Sum[] {
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

export function sumSteps({ tallies, held }: Sums): readonly Step[] {
  return [
    ...tallies.map((row): Step => ({ write: "addTallySum", row })),
    ...held.map((row): Step => ({ write: "addHeldSum", row })),
    ...monthsOf(tallies).map((month): Step => ({
      write: "turnCounter",
      row: { name: sumsCounter(month), n: 1 },
    })),
  ];
}

/** How often sums of a month were changed: answers from memory ask for it (sumMemory.ts). */
export function sumsCounter(month: string): string {
  return `sums:${month}`;
}

/** Months that sums lie in; a year stands for itself where none of its months is there. */
function monthsOf(tallies: readonly TallySum[]): readonly string[] {
  const months = new Set(tallies.map(({ span }) => span.slice(0, MONTH_LETTERS)));
  const years = new Set([...months].filter((month) => month.length === MONTH_LETTERS).map(yearOf));
  return [...months].filter((month) => !years.has(month)).sort();
}

const MONTH_LETTERS = 7;
