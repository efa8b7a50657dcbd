/** One lead and what may be merged into it, each pair with why it was taken for the same matter. */
import type { SuspectGroup, SuspectRow } from "../../server/domain/linking/answers.ts";
import type { Problem } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { BoundCase } from "./BoundCase.tsx";
import { ProblemNotice } from "./Notice.tsx";
import { PairGrounds } from "./PairGrounds.tsx";
import styles from "./Panel.module.css";

interface DuplicateCardProps {
  readonly group: SuspectGroup;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly decide: (action: "merge" | "keepApart", rows: readonly SuspectRow[]) => void;
}

export function DuplicateCard({ group: { lead, others }, problem, busy, decide }: DuplicateCardProps) {
  const { duplicates: text, bonds } = linkingWords;
  return (
    <section class={`card ${styles["card"]}`} aria-label={`${text.main} ${lead.number}`}>
      <header>
        <b>{text.main}</b> {lead.voices > 1 && <span class="muted">{text.voices(lead.voices)}</span>}
      </header>
      <BoundCase row={lead} />
      {lead.address !== null && <small class="muted">{lead.address}</small>}
      {problem && <ProblemNotice problem={problem} />}
      <ul class={styles["list"]}>
        {others.map((row) => (
          <li key={row.id} class={styles["rule"]}>
            <div>
              <BoundCase row={row} />
              <PairGrounds row={row} />
            </div>
            <div class={styles["acts"]}>
              <button
                type="button"
                class="button"
                disabled={busy}
                aria-label={text.mergeOf(row.number)}
                onClick={() => decide("merge", [row])}
              >
                {text.merge}
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={busy}
                aria-label={bonds.apartFrom(row.number)}
                onClick={() => decide("keepApart", [row])}
              >
                {bonds.apart}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <button type="button" class="button primary" disabled={busy} onClick={() => decide("merge", others)}>
          {text.mergeAll(others.length)}
        </button>
      )}
    </section>
  );
}
