/** How one act went on each of many cases: refused first, with the reason; every case leads to its file. */
import type { ComponentChildren } from "preact";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { stateWords } from "../../server/domain/words.ts";
import { batchWords as words } from "../batchWords.ts";
import { type Outcome, outcomes, running } from "../state/batch.ts";
import styles from "./BatchBar.module.css";

interface BatchSheetProps {
  /** Name of the act. */
  readonly act: string;
  /** Chosen rows that the act did not fit. */
  readonly others: readonly CaseRow[];
}

export function BatchSheet({ act, others }: BatchSheetProps) {
  const all = outcomes.value;
  const of = (kind: Outcome["is"]) => all.filter((outcome) => outcome.is === kind);
  const [refused, waiting, done] = [of("refused"), of("waiting"), of("done")];
  const gone = all.length - waiting.length;
  return (
    <>
      <p role="status" class={styles["summed"]}>
        {running.value
          ? words.progress(gone, all.length)
          : words.summed(act, { done: done.length, refused: refused.length, waiting: waiting.length })}
      </p>
      {running.value && <progress class={styles["progress"]} value={gone} max={all.length} />}
      <Group title={words.groups.refused} rows={refused.map(({ row }) => row)}>
        {(row) => (
          <span class={styles["why"]}>
            {refused.find((other) => other.row.id === row.id)?.problem?.detail}
          </span>
        )}
      </Group>
      {!running.value && <Group title={words.groups.waiting} rows={waiting.map(({ row }) => row)} />}
      <Group title={words.groups.done(act)} rows={done.map(({ row }) => row)} />
      <Group title={words.groups.others(act)} rows={others}>
        {(row) => <span class="muted">{stateWords[row.state]}</span>}
      </Group>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly CaseRow[];
  readonly children?: (row: CaseRow) => ComponentChildren;
}

function Group({ title, rows, children }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 class={styles["group"]}>
        {title} <span class="muted">{rows.length}</span>
      </h3>
      <ul class={styles["list"]}>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`/cases/${row.id}`}>{row.number}</a> <span class={styles["of"]}>{row.text}</span>
            {children?.(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}
