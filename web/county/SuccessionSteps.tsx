/** Reason, how many, then for good: the same three steps for moving and for giving back. */
import { useState } from "preact/hooks";
import type { SuccessionDone } from "../../server/domain/succession/answers.ts";
import type { Problem } from "../api.ts";
import { Field } from "../parts/Field.tsx";
import { ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { takeStep } from "../state/successions.ts";
import { say } from "../state/toast.ts";
import { doneText, keptText, successionWords as text } from "../successionWords.ts";
import { words } from "../words.ts";

interface StepsProps {
  readonly unit: string;
  readonly name: string;
  /** Where it is given back. */
  readonly heir?: string;
}

export function SuccessionSteps({ unit, name, heir }: StepsProps) {
  const isBack = heir !== undefined;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [trial, setTrial] = useState<SuccessionDone | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isLacking = reason.trim() === "";
  const count = trial === null ? 0 : trial.cases + trial.calls;

  function close(): void {
    setOpen(false);
    setTrial(null);
    setProblem(null);
  }

  async function step(dryRun: boolean): Promise<void> {
    setBusy(true);
    const answer = await takeStep({
      unit,
      reason: reason.trim(),
      dryRun,
      ...(isBack ? { heir } : {}),
    });
    setBusy(false);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "problem") return;
    if (dryRun) return setTrial(answer.value);
    close();
    say(doneText(answer.value, isBack ? "back" : "there"));
  }

  if (!isOpen)
    return (
      <button
        type="button"
        class="button"
        aria-label={(isBack ? text.undoNamed : text.beginNamed)(name)}
        onClick={() => setOpen(true)}
      >
        {isBack ? text.undo : text.begin}
      </button>
    );
  return (
    <form
      class={styles["list"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLacking && !busy) void step(trial === null);
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <Field id={`reason-${unit}`} label={text.reason} required hint={text.reasonHint}>
        <input
          id={`reason-${unit}`}
          value={reason}
          maxLength={500}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      {trial && (
        <p role="status">
          {[(isBack ? text.undoSum : text.sum)(trial), ...keptText(trial)].join("")}
          {isBack && text.callsStay}
        </p>
      )}
      {busy && trial && <p role="status">{text.applying}</p>}
      <div class={styles["acts"]}>
        <button type="button" class="button" disabled={busy} onClick={close}>
          {words.cancel}
        </button>
        <button
          type="submit"
          class="button primary"
          disabled={isLacking || busy || (trial !== null && count === 0)}
        >
          {trial === null ? text.trial : (isBack ? text.undoApply : text.apply)(count)}
        </button>
      </div>
    </form>
  );
}
