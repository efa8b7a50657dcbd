import { useEffect, useState } from "preact/hooks";
import type { SuspectGroup, SuspectRow } from "../../server/domain/linking/answers.ts";
import type { Problem } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { DuplicateCard } from "../parts/DuplicateCard.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { decidePair, duplicates } from "../state/linking.ts";
import styles from "../parts/Panel.module.css";

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

/** Each merge is stored by itself: one that is refused stops no other. */
function GroupCard({ group }: { readonly group: SuspectGroup }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function decide(action: "merge" | "keepApart", rows: readonly SuspectRow[]): Promise<void> {
    setBusy(true);
    let refused: Problem | null = null;
    for (const { id, number } of rows)
      refused = (await decidePair(action, { id, number, into: group.lead.number })) ?? refused;
    await duplicates.load();
    setProblem(refused);
    setBusy(false);
  }

  return (
    <DuplicateCard
      group={group}
      problem={problem}
      busy={busy}
      decide={(action, rows) => void decide(action, rows)}
    />
  );
}
