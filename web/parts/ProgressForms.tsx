/**
 * What a resident may still say. Words that were not sent outlast a reload, as in every other form, and stand in the
 * store of this tab alone, under the number of the case: the phone may be lent, and nothing of them comes back in another
 * tab, once the tab is closed, or without the code that opens the case. Photos are sent as they are taken, and not kept.
 */
import { useState } from "preact/hooks";
import type { Problem } from "../api.ts";
import { formWords } from "../formWords.ts";
import { photosUnderWay } from "../state/photosUnderWay.ts";
import type { Progress } from "../state/progress.ts";
import { useKept } from "../state/useKept.ts";
import { Field, FieldGroup } from "./Field.tsx";
import { KeptHint } from "./KeptHint.tsx";
import { ProblemNotice } from "./Notice.tsx";
import { PhotoField } from "./PhotoField.tsx";
import { ScorePicker, YesNo } from "./Pickers.tsx";
import styles from "./ProgressCase.module.css";
import { progressWords } from "../progressWords.ts";

interface OfCase {
  readonly progress: Progress;
  readonly number: string;
}

/** Names the form among all forms. */
const formOf = (number: string, act: string) => `progress.${number}.${act}`;

const unrated: { readonly score: number | null; readonly solved: boolean | null; readonly note: string } = {
  score: null,
  solved: null,
  note: "",
};
const unsaid = { note: "" };

/** Once, after it is closed: five levels in words, whether it is solved, and what should be different. */
export function RateCase({ progress, number }: OfCase) {
  const kept = useKept(formOf(number, "rate"), unrated);
  const { score, solved, note } = kept.values;
  const write = (more: Partial<typeof unrated>) => kept.setValues((old) => ({ ...old, ...more }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await progress.act("rate", {
      score,
      ...(solved === null ? {} : { solved }),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    });
    setProblem(refused);
    if (refused === null) kept.done();
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.rate}</h2>
      {kept.isResumed && <KeptHint anew={kept.anew} />}
      {problem && <ProblemNotice problem={problem} />}
      <FieldGroup label={text.score} required>
        <ScorePicker name="rate-score" value={score} change={(score) => write({ score })} />
      </FieldGroup>
      <FieldGroup label={text.solved}>
        <YesNo name="rate-solved" value={solved} change={(solved) => write({ solved })} />
      </FieldGroup>
      <Field id="rate-note" label={text.rateNote}>
        <textarea
          id="rate-note"
          maxLength={1000}
          value={note}
          onInput={(event) => write({ note: event.currentTarget.value })}
        />
      </Field>
      <button type="submit" class="button primary" disabled={score === null || progress.busy.value}>
        {text.sendRating}
      </button>
    </form>
  );
}

/** 补充情况 */
export function AddWords({ progress, number }: OfCase) {
  const kept = useKept(formOf(number, "comment"), unsaid);
  const { note } = kept.values;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [isTaken, setTaken] = useState(false);
  const text = progressWords;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await progress.act("comment", {
      note: note.trim(),
      ...(photos.length > 0 ? { photosMore: photos } : {}),
    });
    setProblem(refused);
    if (refused !== null) return;
    setTaken(true);
    kept.anew();
  }

  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{text.add}</h2>
      {kept.isResumed && <KeptHint anew={kept.anew} />}
      {problem && <ProblemNotice problem={problem} />}
      {isTaken && <p role="status">{text.added}</p>}
      <Field id="add-note" label={text.addNote}>
        <textarea
          id="add-note"
          maxLength={1000}
          value={note}
          onInput={(event) => kept.setValues(() => ({ note: event.currentTarget.value }))}
        />
      </Field>
      <FieldGroup label={text.addPhotos}>
        <PhotoField key={kept.turn} label={text.addPhotos} asksPlace={false} change={setPhotos} />
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
export function ReopenCase({ progress, number }: OfCase) {
  const { reopen, reopenHint, reopenNote, sendReopen } = progressWords;
  return (
    <section class={`card ${styles["card"]}`}>
      <h2>{reopen}</h2>
      <GraveForm
        progress={progress}
        number={number}
        action="reopen"
        text={{ hint: reopenHint, note: reopenNote, send: sendReopen }}
      />
    </section>
  );
}

/** 撤回诉求, behind a fold: it ends the matter, and is not what most people came for. */
export function WithdrawCase({ progress, number }: OfCase) {
  const { withdraw, withdrawHint, withdrawNote, sendWithdraw } = progressWords;
  return (
    <details class={`card ${styles["card"]}`}>
      <summary>{withdraw}</summary>
      <GraveForm
        progress={progress}
        number={number}
        action="withdraw"
        text={{ hint: withdrawHint, note: withdrawNote, send: sendWithdraw }}
      />
    </details>
  );
}

interface GraveFormProps extends OfCase {
  readonly action: "reopen" | "withdraw";
  readonly text: { readonly hint: string; readonly note: string; readonly send: string };
}

/** One press with consequences, and a word if one likes. */
function GraveForm({ progress, number, action, text }: GraveFormProps) {
  const kept = useKept(formOf(number, action), unsaid);
  const { note } = kept.values;
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await progress.act(action, note.trim() === "" ? {} : { note: note.trim() });
    setProblem(refused);
    if (refused === null) kept.done();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="muted">{text.hint}</p>
      {kept.isResumed && <KeptHint anew={kept.anew} />}
      {problem && <ProblemNotice problem={problem} />}
      <Field id={`${action}-note`} label={text.note}>
        <textarea
          id={`${action}-note`}
          maxLength={1000}
          value={note}
          onInput={(event) => kept.setValues(() => ({ note: event.currentTarget.value }))}
        />
      </Field>
      <button type="submit" class="button danger" disabled={progress.busy.value}>
        {text.send}
      </button>
    </form>
  );
}
