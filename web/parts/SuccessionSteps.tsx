/** One unit's way to its heir or back: the button that opens the form, and what was filled in so far. */
import { useState } from "preact/hooks";
import type { SuccessionDone } from "../../server/domain/succession/answers.ts";
import type { Problem } from "../api.ts";
import type { TakeStep } from "../state/successions.ts";
import { say } from "../state/toast.ts";
import { doneText, successionWords as text } from "../successionWords.ts";
import { SuccessionForm } from "./SuccessionForm.tsx";

interface StepsProps {
  readonly unit: string;
  readonly name: string;
  /** Where it is given back. */
  readonly heir?: string;
  readonly take: TakeStep;
}

export function SuccessionSteps({ unit, name, heir, take }: StepsProps) {
  const way = heir === undefined ? "there" : "back";
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [trial, setTrial] = useState<SuccessionDone | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  function close(): void {
    setOpen(false);
    setTrial(null);
    setProblem(null);
  }

  async function submit(): Promise<void> {
    const dryRun = trial === null;
    setBusy(true);
    const answer = await take({
      unit,
      reason: reason.trim(),
      dryRun,
      ...(heir === undefined ? {} : { heir }),
    });
    setBusy(false);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "problem") return;
    if (dryRun) return setTrial(answer.value);
    close();
    say(doneText(answer.value, way));
  }

  const { begin, beginNamed } = text.ways[way];
  if (!isOpen)
    return (
      <button type="button" class="button" aria-label={beginNamed(name)} onClick={() => setOpen(true)}>
        {begin}
      </button>
    );
  return (
    <SuccessionForm
      id={`reason-${unit}`}
      way={way}
      reason={reason}
      write={setReason}
      trial={trial}
      problem={problem}
      busy={busy}
      close={close}
      submit={() => void submit()}
    />
  );
}
