import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import type { Progress } from "../state/progress.ts";
import { Field, FieldGroup } from "./Field.tsx";
import { ProblemNotice } from "./Notice.tsx";
import { ScorePicker, YesNo } from "./Pickers.tsx";
import styles from "./ProgressCase.module.css";
import { progressWords } from "../progressWords.ts";

/** Once, after it is closed: five levels in words, whether it is solved, and what should be different. */
export function RateCase({ progress }: { readonly progress: Progress }) {
  const [score, setScore] = useState<number | null>(null);
  const [solved, setSolved] = useState<boolean | null>(null);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setProblem(
      await progress.act("rate", {
        score,
        ...(solved === null ? {} : { solved }),
        ...(note.trim() === "" ? {} : { note: note.trim() }),
      }),
    );
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.rate}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <FieldGroup label={text.score} required>
        <ScorePicker name="rate-score" value={score} change={setScore} />
      </FieldGroup>
      <FieldGroup label={text.solved}>
        <YesNo name="rate-solved" value={solved} change={setSolved} />
      </FieldGroup>
      <Field id="rate-note" label={text.rateNote}>
        <textarea
          id="rate-note"
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button primary" disabled={score === null || progress.busy.value}>
        {text.sendRating}
      </button>
    </form>
  );
}

/** 补充情况 */
export function AddWords({ progress }: { readonly progress: Progress }) {
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [taken, setTaken] = useState(false);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await progress.act("comment", { note: note.trim() });
    setProblem(refused);
    setTaken(refused === null);
    if (refused === null) setNote("");
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.add}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {taken && <p role="status">{text.added}</p>}
      <Field id="add-note" label={text.addNote}>
        <textarea
          id="add-note"
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button" disabled={note.trim() === "" || progress.busy.value}>
        {text.sendNote}
      </button>
    </form>
  );
}

/** 没解决: one press sends it back to the unit; a word on what is still wrong helps but is not asked for. */
export function ReopenCase({ progress }: { readonly progress: Progress }) {
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setProblem(await progress.act("reopen", note.trim() === "" ? {} : { note: note.trim() }));
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.reopen}</h2>
      <p class="muted">{text.reopenHint}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Field id="reopen-note" label={text.reopenNote}>
        <textarea
          id="reopen-note"
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button danger" disabled={progress.busy.value}>
        {text.sendReopen}
      </button>
    </form>
  );
}
