/** Held time, added up again from the events and held against what the case file tells people. */
import type { SeenEvent } from "../../../db/inspector.ts";
import type { Findings } from "../findings.ts";

interface ToldLedger {
  readonly total: number;
  readonly parts: readonly { readonly elapsed: number }[];
}

/** @param now until when the case file was counted. */
export function judgeLedger(
  told: { readonly number: string; readonly ledger: ToldLedger },
  events: readonly SeenEvent[],
  now: number,
  findings: Findings,
): void {
  const { number, ledger } = told;
  const acts = events.filter(({ action }) => !["warn", "overdue", "severe"].includes(action));
  let held = 0;
  let holder: unknown = null;
  for (const [index, { at, facts }] of acts.entries()) {
    if ("holder" in facts) holder = facts["holder"];
    if (holder !== null) held += Math.max(0, (acts[index + 1]?.at ?? now) - at);
  }
  const parts = ledger.parts.reduce((sum, { elapsed }) => sum + elapsed, 0);
  if (parts !== ledger.total || ledger.total !== held)
    findings.blame("ledgerWhole", number, `parts ${parts}, total ${ledger.total}, by the events ${held}`);
}
