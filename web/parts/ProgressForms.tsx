import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { formWords } from "../formWords.ts";
import { photosUnderWay } from "../state/photosUnderWay.ts";
import type { Progress } from "../state/progress.ts";
import { Field, FieldGroup } from "./Field.tsx";
import { ProblemNotice } from "./Notice.tsx";
import { PhotoField } from "./PhotoField.tsx";
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
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(0);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await progress.act("comment", {
      note: note.trim(),
      ...(photos.length > 0 ? { photosMore: photos } : {}),
    });
    setProblem(refused);
    if (refused !== null) return;
    setTaken((times) => times + 1);
    setNote("");
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.add}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {taken > 0 && <p role="status">{text.added}</p>}
      <Field id="add-note" label={text.addNote}>
        <textarea
          id="add-note"
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <FieldGroup label={text.addPhotos}>
        <PhotoField key={taken} label={text.addPhotos} asksPlace={false} change={setPhotos} />
      </FieldGroup>
      <button
        type="submit"
        class="button"
        disabled={note.trim() === "" || progress.busy.value || photosUnderWay.value > 0}
      >
        {photosUnderWay.value > 0 ? formWords.photosUnderWay : text.sendNote}
      </button>
    </form>
  );
}

/** 没解决: one press sends it back to the unit; a word on what is still wrong helps but is not asked for. */
export function ReopenCase({ progress }: { readonly progress: Progress }) {
  const { reopen, reopenHint, reopenNote, sendReopen } = progressWords;
  return (
    <section class={`card ${styles["card"]}`}>
      <h2>{reopen}</h2>
      <GraveForm
        progress={progress}
        action="reopen"
        text={{ hint: reopenHint, note: reopenNote, send: sendReopen }}
      />
    </section>
  );
}

/** 撤回诉求, behind a fold: it ends the matter, and is not what most people came for. */
export function WithdrawCase({ progress }: { readonly progress: Progress }) {
  const { withdraw, withdrawHint, withdrawNote, sendWithdraw } = progressWords;
  return (
    <details class={`card ${styles["card"]}`}>
      <summary>{withdraw}</summary>
      <GraveForm
        progress={progress}
        action="withdraw"
        text={{ hint: withdrawHint, note: withdrawNote, send: sendWithdraw }}
      />
    </details>
  );
}

interface GraveFormProps {
  readonly progress: Progress;
  readonly action: "reopen" | "withdraw";
  readonly text: { readonly hint: string; readonly note: string; readonly send: string };
}

/** One press with consequences, and a word if one likes. */
function GraveForm({ progress, action, text }: GraveFormProps) {
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setProblem(await progress.act(action, note.trim() === "" ? {} : { note: note.trim() }));
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="muted">{text.hint}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Field id={`${action}-note`} label={text.note}>
        <textarea
          id={`${action}-note`}
          maxLength={1000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button danger" disabled={progress.busy.value}>
        {text.send}
      </button>
    </form>
  );
}
