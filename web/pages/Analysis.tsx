/** 研判: what analysis found, by kind; what waits first. */
import { useEffect } from "preact/hooks";
import type { FindingRow, FindingsAnswer } from "../../server/domain/analysis/answers.ts";
import { analysisWords as text } from "../analysisWords.ts";
import { FindingCard } from "../parts/FindingCard.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { findings } from "../state/analysis.ts";
import { momentText } from "../state/moment.ts";
import styles from "../parts/Panel.module.css";

export function Analysis() {
  useEffect(() => void findings.load(), []);
  const found = findings.value.value;
  const problem = findings.problem.value;
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{text.title}</h1>
        <p class="muted">{text.lead}</p>
        {found && (
          <p class="muted">
            {found.ranAt === null ? text.notYet : text.ran(momentText(found.ranAt, found.now))}
          </p>
        )}
        {found?.mayDecide && found.rows.length > 0 && <p class="muted">{text.taskHint}</p>}
      </header>
      {problem && <ProblemNotice problem={problem} retry={findings.load} />}
      {!found && !problem && <Loading />}
      {found && <Found found={found} />}
    </div>
  );
}

const kinds: readonly FindingRow["kind"][] = ["surge", "recurring", "cluster", "hotCell"];

function Found({ found }: { readonly found: FindingsAnswer }) {
  const waiting = found.rows.filter(({ state }) => state === "open");
  const settled = found.rows.filter(({ state }) => state !== "open");
  return (
    <>
      {waiting.length === 0 && <Empty title={text.empty} hint={text.emptyHint} icon="check" />}
      {kinds.map((kind) => {
        const rows = waiting.filter((row) => row.kind === kind);
        return rows.length === 0 ? null : (
          <section key={kind} class={styles["page"]} aria-label={text.kinds[kind]}>
            <div>
              <h2>{text.kinds[kind]}</h2>
              <p class="muted">{text.kindHints[kind]}</p>
            </div>
            {rows.map((row) => (
              <FindingCard key={row.id} row={row} found={found} />
            ))}
          </section>
        );
      })}
      {settled.length > 0 && (
        <details>
          <summary>{text.settled(settled.length)}</summary>
          <div class={styles["page"]}>
            {settled.map((row) => (
              <FindingCard key={row.id} row={row} found={found} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
