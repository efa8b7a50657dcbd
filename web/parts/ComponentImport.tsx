/** A file of components: checked first, with everything that is wrong with it, then stored. */
import { useState } from "preact/hooks";
import type { ComponentImportAnswer } from "../../server/domain/component/answers.ts";
import type { Problem } from "../api.ts";
import { componentWords } from "../componentWords.ts";
import { type ImportReading, importDatums, MOST_BYTES, sendFile } from "../state/components.ts";
import { say } from "../state/toast.ts";
import { ComponentChecked } from "./ComponentChecked.tsx";
import { Field } from "./Field.tsx";
import { Hint, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

const { import: text } = componentWords;

export function ComponentImport({ stored }: { readonly stored: () => unknown }) {
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState<ImportReading>({ datum: "cgcs2000", swap: false });
  /** Readings that an accepted offer replaced, the last one last. */
  const [earlier, setEarlier] = useState<readonly ImportReading[]>([]);
  const [checked, setChecked] = useState<ComponentImportAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isTooLarge = file !== null && file.size > MOST_BYTES;

  function begin(as: ImportReading): void {
    setReading(as);
    setEarlier([]);
    setChecked(null);
    setProblem(null);
  }

  async function run(as: ImportReading, dryRun: boolean): Promise<boolean> {
    if (file === null) return false;
    setBusy(true);
    const answer = await sendFile(file, as, dryRun);
    setBusy(false);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "problem") return false;
    setReading(as);
    setChecked(answer.value);
    if (answer.value.stored) await finish(answer.value);
    return true;
  }

  async function accept(as: ImportReading): Promise<void> {
    if (await run(as, true)) setEarlier([...earlier, reading]);
  }

  async function undo(): Promise<void> {
    const before = earlier.at(-1);
    if (before !== undefined && (await run(before, true))) setEarlier(earlier.slice(0, -1));
  }

  async function finish(answer: ComponentImportAnswer): Promise<void> {
    say(text.done(answer.added + answer.changed));
    begin({ ...reading, swap: false });
    setFile(null);
    await stored();
  }

  return (
    <section class={`card ${styles["card"]}`} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p class="muted">{text.lead}</p>
      <div class={styles["publish"]}>
        <Field id="component-file" label={text.file}>
          <input
            id="component-file"
            type="file"
            accept=".csv,.txt,.jsonl,.xlsx,.json,.geojson"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              begin({ ...reading, swap: false });
            }}
          />
        </Field>
        <Field id="component-datum" label={text.datum}>
          <select
            id="component-datum"
            value={reading.datum}
            onChange={(event) => {
              const datum = importDatums.find((name) => name === event.currentTarget.value);
              if (datum) begin({ datum, swap: false });
            }}
          >
            {importDatums.map((name) => (
              <option key={name} value={name}>
                {text.datums[name]}
              </option>
            ))}
          </select>
        </Field>
        <button
          type="button"
          class="button"
          disabled={file === null || isTooLarge || busy}
          onClick={() => void run(reading, true)}
        >
          {busy ? text.checking : text.check}
        </button>
      </div>
      <p class="muted">{text.datumHint}</p>
      {isTooLarge && <Hint tone="warn">{text.tooLarge}</Hint>}
      {problem && <ProblemNotice problem={problem} />}
      {checked && (
        <ComponentChecked
          checked={checked}
          reading={reading}
          before={earlier.at(-1) ?? null}
          busy={busy}
          accept={accept}
          undo={undo}
          store={() => run(reading, false)}
        />
      )}
    </section>
  );
}
