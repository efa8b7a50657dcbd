/** Reason, trial, then for good: how a batch of cases is moved and how it is taken back. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ShiftDoneAnswer } from "../../server/domain/shift/answers.ts";
import type { Answer, Problem } from "../api.ts";
import { shiftWords as text } from "../shiftWords.ts";
import type { ShiftStep } from "../state/shifts.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import { ProblemNotice } from "./Notice.tsx";
import panel from "./Panel.module.css";

interface ShiftStepsProps {
  readonly id: string;
  /** The button that opens it, and how it is called aloud where several stand on one page. */
  readonly begin: string;
  readonly label?: string;
  readonly act: (step: ShiftStep) => Promise<Answer<ShiftDoneAnswer>>;
  readonly tried: (trial: ShiftDoneAnswer | null) => void;
  readonly apply: (trial: ShiftDoneAnswer) => string;
  readonly done: (answer: ShiftDoneAnswer) => void;
  /** What else is chosen before the trial, and its value: another one needs another trial. */
  readonly choice?: ComponentChildren;
  readonly chosen?: string;
}

export function ShiftSteps({ id, begin, label, act, tried, apply, done, choice, chosen }: ShiftStepsProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [trial, setTrial] = useState<ShiftDoneAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => show(null), [chosen]);
  const isLacking = reason.trim() === "";

  function show(next: ShiftDoneAnswer | null): void {
    setTrial(next);
    tried(next);
  }

  async function step(dryRun: boolean): Promise<void> {
    setBusy(true);
    const answer = await act({ reason: reason.trim(), dryRun });
    setBusy(false);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "problem") return;
    if (dryRun) return show(answer.value);
    setOpen(false);
    show(null);
    done(answer.value);
  }

  if (!isOpen)
    return (
      <div class={panel["acts"]}>
        <button type="button" class="button" aria-label={label ?? begin} onClick={() => setOpen(true)}>
          {begin}
        </button>
      </div>
    );
  return (
    <form
      class={panel["list"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLacking && !busy) void step(trial === null);
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      {choice}
      <Field id={`reason-${id}`} label={text.reason} required hint={text.reasonHint}>
        <input
          id={`reason-${id}`}
          value={reason}
          maxLength={500}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      {busy && trial && <p role="status">{text.applying}</p>}
      <div class={panel["acts"]}>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => {
            setOpen(false);
            show(null);
          }}
        >
          {words.cancel}
        </button>
        <button type="submit" class="button primary" disabled={isLacking || busy || trial?.cases === 0}>
          {trial === null ? text.trial : apply(trial)}
        </button>
      </div>
    </form>
  );
}
