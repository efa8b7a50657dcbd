/** What is overdue, longest first, with the urge button beside each (催办). */
import { useState } from "preact/hooks";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { urge } from "../state/overview.ts";
import { mayUrge } from "../state/urge.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import { CaseLink } from "./CaseLink.tsx";
import { Countdown } from "./Countdown.tsx";
import { InstructLink } from "./InstructLink.tsx";
import { Empty } from "./Notice.tsx";
import styles from "./OverdueList.module.css";
import { overviewWords } from "../overviewWords.ts";

interface OverdueListProps {
  readonly rows: readonly CaseRow[];
  readonly total: number;
}

const SHOWN = 12;

export function OverdueList({ rows, total }: OverdueListProps) {
  const overview = overviewWords;
  return (
    <section class={`card ${styles["list"]}`} aria-label={overview.overdue}>
      <h2>
        {overview.overdue}
        <a href="/cases?tab=open&due=overdue">{overview.all(total)}</a>
      </h2>
      {rows.length === 0 && <Empty title={worklistWords.empty.noneLate} />}
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: CaseRow }) {
  const [busy, setBusy] = useState(false);

  async function press(): Promise<void> {
    setBusy(true);
    await urge(row);
    setBusy(false);
  }

  return (
    <li class={styles["row"]}>
      <Countdown of={row} />
      <CaseLink of={row} />
      <span class={styles["holder"]}>
        <span>{row.holder?.name ?? words.none}</span>
        <small>{overviewWords.urgedTimes(row.urges)}</small>
      </span>
      <span class={styles["acts"]}>
        {mayUrge(row) && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={overviewWords.urgeCase(row.number)}
            onClick={() => void press()}
          >
            {overviewWords.urge}
          </button>
        )}
        <InstructLink id={row.id} number={row.number} />
      </span>
    </li>
  );
}
