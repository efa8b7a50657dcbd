/** 提出异议: a reason in words, and the cases that were chosen in the list above. */
import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { objectTo } from "../state/evaluation.ts";
import { type CasesAsked, evaluationAddress, readAsked } from "../state/evaluationAddress.ts";
import { now } from "../state/serverTime.ts";
import { Field } from "./Field.tsx";
import { Hint, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

const words = evaluationWords.objection;

interface ObjectionFormProps {
  readonly asked: CasesAsked;
  readonly cases: readonly string[];
}

export function ObjectionForm({ asked, cases }: ObjectionFormProps) {
  const { query, route } = useLocation();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const refused = await objectTo(asked, reason, cases);
    setBusy(false);
    setProblem(refused);
    if (refused === null) route(evaluationAddress({ ...readAsked(query, now.peek()), view: "objections" }));
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{words.title}</h2>
      <Hint>{words.hint}</Hint>
      {problem && <ProblemNotice problem={problem} />}
      <Field label={words.reason} id="objection-reason" required>
        <textarea
          id="objection-reason"
          required
          maxLength={1000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <p class="muted">{words.chosen(cases.length)}</p>
      <button type="submit" class="button primary" disabled={busy || reason.trim() === ""}>
        {words.send}
      </button>
    </form>
  );
}
