/** 导出: one table that was asked for, how it stands, what another person decides on it, and taking it. */
import { useState } from "preact/hooks";
import type { ExportAnswer } from "../../server/domain/securityAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import { protectWords } from "../protectWords.ts";
import { Field } from "./Field.tsx";
import { ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { type Proof, ProofField } from "./ProofField.tsx";

const words = protectWords.exports;

interface ExportItemProps {
  readonly row: ExportAnswer;
  /** Asked for before it is taken or granted. */
  readonly proof: Proof;
  readonly take: () => void;
  readonly decide: (grant: boolean, opinion: string) => void;
}

export function ExportItem({ row, proof, take, decide }: ExportItemProps) {
  const [opinion, setOpinion] = useState("");
  const who = [row.askedBy?.name, row.askedBy?.unit?.name].filter(Boolean).join(" · ");
  return (
    <article class={styles["rule"]}>
      <div>
        <strong>{words.states[row.state]}</strong> {words.rows(row.rows)}
        {row.personal && ` · ${words.withReporters}`}
        <p>{row.reason}</p>
        <p class="muted">
          {who} {wallClock(row.askedAt)} · {words.tabs[tabOf(row)]} {row.filter["q"]}
        </p>
        {row.decision !== null && (
          <p class="muted">
            {row.decidedBy?.name}
            {words.colon}
            {row.decision}
          </p>
        )}
        {row.until !== null && row.mayTake && <p class="muted">{words.until(wallClock(row.until))}</p>}
        {proof.problem && !proof.asks && <ProblemNotice problem={proof.problem} />}
        <ProofField id={`proof-${row.id}`} proof={proof} />
      </div>
      {row.mayTake && (
        <button type="button" class="button primary" onClick={take}>
          {words.take}
        </button>
      )}
      {row.mayDecide && (
        <div class={styles["publish"]}>
          <Field id={`opinion-${row.id}`} label={words.opinion} required>
            <input
              id={`opinion-${row.id}`}
              value={opinion}
              maxLength={200}
              onInput={(event) => setOpinion(event.currentTarget.value)}
            />
          </Field>
          <div class={styles["acts"]}>
            <button
              type="button"
              class="button primary"
              disabled={opinion.trim().length < 2}
              onClick={() => decide(true, opinion.trim())}
            >
              {words.grant}
            </button>
            <button
              type="button"
              class="button"
              disabled={opinion.trim().length < 2}
              onClick={() => decide(false, opinion.trim())}
            >
              {words.refuse}
            </button>
          </div>
        </div>
      )}
    </article>
  );
}

function tabOf({ filter }: ExportAnswer): "open" | "done" | "all" {
  const { tab } = filter;
  return tab === "open" || tab === "done" ? tab : "all";
}
