/** 机构接续: why, then how many it is, then for good; the same form for moving and for giving back. */
import type { SuccessionDone } from "../../server/domain/succession/answers.ts";
import type { Problem } from "../api.ts";
import { keptText, successionWords as text } from "../successionWords.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import { ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

interface SuccessionFormProps {
  /** Of the field, once on a page. */
  readonly id: string;
  readonly way: "there" | "back";
  readonly reason: string;
  readonly write: (reason: string) => void;
  /** What it would be; null before it was counted. */
  readonly trial: SuccessionDone | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly close: () => void;
  readonly submit: () => void;
}

export function SuccessionForm(props: SuccessionFormProps) {
  const { id, way, reason, write, trial, problem, busy, close, submit } = props;
  const step = text.ways[way];
  const mayNot = busy || reason.trim() === "" || (trial !== null && trial.cases + trial.calls === 0);
  return (
    <form
      class={styles["list"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!mayNot) submit();
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <Field id={id} label={text.reason} required hint={text.reasonHint}>
        <input id={id} value={reason} maxLength={500} onInput={(event) => write(event.currentTarget.value)} />
      </Field>
      {trial && (
        <p role="status">
          {step.sum(trial)}
          {keptText(trial).map((kept) => words.sentence(kept))}
          {way === "back" && text.callsStay}
        </p>
      )}
      {busy && <p role="status">{trial ? step.applying : text.counting}</p>}
      <div class={styles["acts"]}>
        <button type="button" class="button" disabled={busy} onClick={close}>
          {words.cancel}
        </button>
        <button type="submit" class="button primary" disabled={mayNot}>
          {trial === null ? text.trial : step.apply(trial)}
        </button>
      </div>
    </form>
  );
}
