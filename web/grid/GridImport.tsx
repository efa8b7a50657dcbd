/** A file of cells with what its people say of it: coordinate system, and which fields hold code, name and kind. */
import { useRef, useState } from "preact/hooks";
import type { Datum } from "../../geo/point.ts";
import { gridWords } from "../gridWords.ts";
import { ProblemNotice } from "../parts/Notice.tsx";
import { draft } from "../state/grid.ts";
import { type ImportWishes, importFile, refusal, sent } from "../state/gridImport.ts";
import panel from "../parts/Panel.module.css";
import { DRAFT_ID } from "./GridDraft.tsx";

const words = gridWords.import;
const DATUMS: readonly Datum[] = ["cgcs2000", "wgs84", "gcj02", "bd09"];
const NOTHING: ImportWishes = { datum: "", code: "", name: "", kind: "" };

export function GridImport() {
  const [wishes, setWishes] = useState(NOTHING);
  const file = useRef<HTMLInputElement>(null);
  const isBusy = sent.value !== null;

  async function start(event: Event) {
    event.preventDefault();
    const [chosen] = file.current?.files ?? [];
    // What was found stands above this form, and may be out of sight
    if (chosen && (await importFile(chosen, wishes)))
      requestAnimationFrame(() => document.getElementById(DRAFT_ID)?.scrollIntoView());
  }

  return (
    <details class={`card ${panel["card"]}`} open={!draft.value}>
      <summary>
        <b>{draft.value ? words.again : words.act}</b>
      </summary>
      <form class={panel["list"]} onSubmit={(event) => void start(event)}>
        <label>
          {words.file}
          <input ref={file} type="file" required accept=".geojson,.json,.topojson,.zip" />
        </label>
        <p class="muted">{words.fileHint}</p>
        <label>
          {words.datum}
          <select
            value={wishes.datum}
            onChange={(event) => {
              const datum = DATUMS.find((code) => code === event.currentTarget.value) ?? "";
              setWishes({ ...wishes, datum });
            }}
          >
            <option value="">{words.unsaid}</option>
            {DATUMS.map((datum) => (
              <option key={datum} value={datum}>
                {words.datums[datum]}
              </option>
            ))}
          </select>
        </label>
        <p class="muted">{words.datumHint}</p>
        <details>
          <summary>
            {words.columns} <span class="muted">{words.columnsHint}</span>
          </summary>
          {(["code", "name", "kind"] as const).map((column) => (
            <label key={column}>
              {words[column]}
              <input
                list="grid-fields"
                value={wishes[column]}
                onInput={(event) => setWishes({ ...wishes, [column]: event.currentTarget.value })}
              />
            </label>
          ))}
          <datalist id="grid-fields">
            {draft.value?.fields.map(({ name, example }) => (
              <option key={name} value={name}>
                {example}
              </option>
            ))}
          </datalist>
        </details>
        {draft.value && <p>{words.replaces}</p>}
        {isBusy && (
          <p role="status">
            {sent.value === 100 ? words.checking : words.sending(sent.value ?? 0)}{" "}
            <progress max={100} value={sent.value ?? 0} />
          </p>
        )}
        {refusal.value && <ProblemNotice problem={refusal.value} />}
        <button type="submit" class="button primary" disabled={isBusy}>
          {words.start}
        </button>
      </form>
    </details>
  );
}
