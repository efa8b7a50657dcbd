import { useEffect, useState } from "preact/hooks";
import type { DuplicatesAnswer, SuspectRow } from "../../server/domain/linking/answers.ts";
import type { Problem } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { BoundCase } from "../parts/BoundCase.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { PairGrounds } from "../parts/PairGrounds.tsx";
import { decidePair, duplicates } from "../state/linking.ts";
import styles from "../parts/Panel.module.css";

type Group = DuplicatesAnswer["groups"][number];

export function Duplicates() {
  const { duplicates: text } = linkingWords;
  useEffect(() => void duplicates.load(), []);
  const answer = duplicates.value.value;
  const problem = duplicates.problem.value;
  return (
    <div class={styles["page"]}>
      <h1>{text.title}</h1>
      {problem && <ProblemNotice problem={problem} retry={duplicates.load} />}
      {!answer && !problem && <Loading />}
      {answer && <p class="muted">{text.lead(answer.compared)}</p>}
      {answer?.cut && <Hint tone="warn">{text.cut}</Hint>}
      {answer?.groups.length === 0 && <Empty title={text.empty} hint={text.emptyHint} icon="check" />}
      {answer?.groups.map((group) => (
        <GroupCard key={group.lead.id} group={group} />
      ))}
    </div>
  );
}

/** One lead and what may be merged into it. Each merge is stored by itself: one that is refused stops no other. */
function GroupCard({ group: { lead, others } }: { readonly group: Group }) {
  const { duplicates: text, bonds } = linkingWords;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function decide(action: "merge" | "keepApart", rows: readonly SuspectRow[]): Promise<void> {
    setBusy(true);
    let refused: Problem | null = null;
    for (const { id, number } of rows)
      refused = (await decidePair(action, { id, number, into: lead.number })) ?? refused;
    await duplicates.load();
    setProblem(refused);
    setBusy(false);
  }

  return (
    <section class={`card ${styles["card"]}`} aria-label={`${text.main} ${lead.number}`}>
      <header>
        <b>{text.main}</b>
        {lead.voices > 1 && <span class="muted">{text.voices(lead.voices)}</span>}
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
                onClick={() => void decide("merge", [row])}
              >
                {text.merge}
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={busy}
                aria-label={bonds.apartFrom(row.number)}
                onClick={() => void decide("keepApart", [row])}
              >
                {bonds.apart}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => void decide("merge", others)}
        >
          {text.mergeAll(others.length)}
        </button>
      )}
    </section>
  );
}
