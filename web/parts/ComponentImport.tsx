/** A file of components: checked first, with everything that is wrong with it, then stored. */
import { useState } from "preact/hooks";
import type { ComponentImportAnswer } from "../../server/domain/component/answers.ts";
import type { Problem } from "../api.ts";
import { componentWords } from "../componentWords.ts";
import { type ImportDatum, importDatums, MOST_BYTES, sendFile } from "../state/components.ts";
import { say } from "../state/toast.ts";
import { Field } from "./Field.tsx";
import { Hint, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

const { import: text } = componentWords;

export function ComponentImport({ stored }: { readonly stored: () => unknown }) {
  const [file, setFile] = useState<File | null>(null);
  const [datum, setDatum] = useState<ImportDatum>("cgcs2000");
  const [checked, setChecked] = useState<ComponentImportAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isTooLarge = file !== null && file.size > MOST_BYTES;

  async function run(as: ImportDatum, dryRun: boolean): Promise<void> {
    if (file === null) return;
    setBusy(true);
    const answer = await sendFile(file, as, dryRun);
    setBusy(false);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "problem") return;
    setDatum(as);
    setChecked(answer.value);
    if (!answer.value.stored) return;
    say(text.done(answer.value.added + answer.value.changed));
    setChecked(null);
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
              setChecked(null);
              setProblem(null);
            }}
          />
        </Field>
        <Field id="component-datum" label={text.datum}>
          <select
            id="component-datum"
            value={datum}
            onChange={(event) => {
              const chosen = importDatums.find((name) => name === event.currentTarget.value);
              if (chosen) setDatum(chosen);
              setChecked(null);
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
          onClick={() => void run(datum, true)}
        >
          {busy ? text.checking : text.check}
        </button>
      </div>
      <p class="muted">{text.datumHint}</p>
      {isTooLarge && <Hint tone="warn">{text.tooLarge}</Hint>}
      {problem && <ProblemNotice problem={problem} />}
      {checked && <Checked checked={checked} busy={busy} run={run} datum={datum} />}
    </section>
  );
}

interface CheckedProps {
  readonly checked: ComponentImportAnswer;
  readonly busy: boolean;
  readonly datum: ImportDatum;
  readonly run: (datum: ImportDatum, dryRun: boolean) => Promise<void>;
}

function Checked({ checked, busy, run, datum }: CheckedProps) {
  const { rows, added, changed, same, faults, faultCount, unused, offset } = checked;
  const meant = offset?.datum ?? null;
  return (
    <>
      <p>{text.sum(rows, added, changed, same)}</p>
      {unused.length > 0 && <p class="muted">{text.unused(unused)}</p>}
      {offset && (
        <Hint tone="warn">
          <p>{offset.message}</p>
          {meant !== null && (
            <button type="button" class="button" disabled={busy} onClick={() => void run(meant, true)}>
              {text.rereadAs(text.datums[meant])}
            </button>
          )}
        </Hint>
      )}
      {faultCount > 0 && (
        <>
          <p class={styles["grave"]}>{text.faults(faultCount)}</p>
          <ul
            class={`${styles["list"]} ${styles["changes"]}`}
            tabIndex={0}
            aria-label={text.faults(faultCount)}
          >
            {faults.map((fault) => (
              <li key={fault.message}>{fault.message}</li>
            ))}
            {faultCount > faults.length && (
              <li class="muted">{text.moreFaults(faultCount - faults.length)}</li>
            )}
          </ul>
        </>
      )}
      {offset === null && (
        <button
          type="button"
          class="button primary"
          disabled={busy || added + changed === 0}
          onClick={() => void run(datum, false)}
        >
          {added + changed === 0 ? text.nothing : text.store(added + changed)}
        </button>
      )}
    </>
  );
}
