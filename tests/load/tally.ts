/** Times and outcomes by act. */

export interface Tally {
  /** @param took milliseconds from the moment it should have been sent. */
  note(act: string, took: number, status: number): void;
  rows(): readonly Row[];
}

export interface Row {
  readonly act: string;
  readonly answered: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** 409, 422 and the like: the house said no for a reason. */
  readonly refused: number;
  /** 429 and 503: told to come again. */
  readonly putOff: number;
  /** 5xx but 503, and lines that broke. */
  readonly errors: number;
}

export function createTally(): Tally {
  const byAct = new Map<string, { took: number[]; refused: number; putOff: number; errors: number }>();
  return {
    note(act, took, status) {
      const row = byAct.get(act) ?? { took: [], refused: 0, putOff: 0, errors: 0 };
      byAct.set(act, row);
      if (status === 429 || status === 503) row.putOff += 1;
      else if (status === 0 || status >= 500) row.errors += 1;
      else {
        row.took.push(took);
        if (status >= 400) row.refused += 1;
      }
    },
    rows: () =>
      [...byAct].map(([act, { took, ...counts }]) => {
        const sorted = took.toSorted((a, b) => a - b);
        const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
        return { act, answered: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1), ...counts };
      }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A table for people. */
export function printRows(rows: readonly Row[]): readonly string[] {
  const head = `${"".padEnd(26)} answered   p50 ms   p99 ms   max ms  refused  put off  errors`;
  const lines = rows
    .toSorted((a, b) => (a.act < b.act ? -1 : 1))
    .map(({ act, answered, p50, p99, max, refused, putOff, errors }) => {
      const times = [p50, p99, max].map((ms) => ms.toFixed(1).padStart(8)).join(" ");
      const counts = [refused, putOff, errors].map((n) => String(n).padStart(8)).join(" ");
      return `${act.padEnd(26)} ${String(answered).padStart(8)} ${times} ${counts}`;
    });
  return [head, ...lines];
}
