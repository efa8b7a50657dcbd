/**
 * Calls (乡呼县应) as rows of evaluation: one for each department that was called, told in the same named facts as cases,
 * so that one set of formulas, lists and exclusions serves both. A county has few calls; those of the period are read.
 */
import type { FigureQuestion, GroupBy } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../domain/call/call.ts";
import { counts, type Signed, signedOf } from "../domain/call/callFigures.ts";
import { type Facts, noFacts, profileOf } from "../domain/evaluate/facts.ts";
import type { CountedProfile } from "../domain/evaluate/figure.ts";
import { dayNumber, dayOf } from "../domain/time.ts";

export interface CallAccount {
  readonly call: Call;
  /** The department that was called. */
  readonly unit: string;
  readonly profile: string;
}

const PAGE = 200;
/** Of so many calls in one period something is wrong: the rest is left uncounted rather than loaded. */
const MOST = 5000;

export async function callAccounts(
  question: FigureQuestion,
  { store, clock }: Pick<Deps, "store" | "clock">,
): Promise<readonly CallAccount[]> {
  const calls = await callsOf(question, store);
  const now = clock.now();
  return calls.filter(counts).flatMap((call) =>
    call.answers.flatMap(({ unit }) => {
      const signed = signedOf(call, unit, now);
      if (signed === null || !isAsked(question, call, unit)) return [];
      return [{ call, unit, profile: profileOf({ ...noFacts, ...factsBySigned[signed] }) }];
    }),
  );
}

/** In the facts of a dispatch: signing is accepting, declining in time is "somebody else's now". */
const factsBySigned: Readonly<Record<Signed, Partial<Facts>>> = {
  answered: { dispatched: 1, accepted: 1 },
  missed: { dispatched: 1, lateAccept: 1 },
  excluded: { dispatched: 1, gone: 1 },
  running: { dispatched: 1 },
};

export function callProfiles(accounts: readonly CallAccount[], by: GroupBy): readonly CountedProfile[] {
  return accounts.map((account) => ({
    group: groupOf(account, by),
    subject: "call",
    profile: account.profile,
    count: 1,
  }));
}

async function callsOf({ scope, from, to }: FigureQuestion, store: Deps["store"]): Promise<readonly Call[]> {
  const calls: Call[] = [];
  let after: string | null = null;
  do {
    const page = { sort: "newest", after, limit: PAGE } as const;
    const found = await store.calls.list(scope, { launchedFrom: from, launchedTo: to }, page);
    calls.push(...found.rows);
    after = found.next;
  } while (after !== null && calls.length < MOST);
  return calls;
}

/** A department sees its own answers, not those of the others in the same call. */
function isAsked(question: FigureQuestion, call: Call, unit: string): boolean {
  const { scope } = question;
  const wanted = [
    [question.unit, unit],
    [scope.kind === "unit" ? scope.unit : undefined, unit],
    [question.township, call.township],
    [question.item, call.itemCode ?? ""],
    [question.month, monthOf(call)],
    [question.cell, ""],
  ] as const;
  return wanted.every(([asked, is]) => asked === undefined || asked === is);
}

function groupOf({ call, unit }: CallAccount, by: GroupBy): string {
  switch (by) {
    case "unit":
      return unit;
    case "township":
      return call.township;
    case "item":
      return call.itemCode ?? "";
    case "month":
      return monthOf(call);
    case "all":
    case "cell":
      return "";
  }
}

function monthOf({ launchedAt }: Call): string {
  return dayOf(dayNumber(launchedAt)).slice(0, 7);
}
