/** The draft of a layer: what is wrong with it, what publishing it would change, and the way out or forward. */
import { useState } from "preact/hooks";
import type { Day } from "../../server/domain/time.ts";
import type { GridDraftAnswer, GridFaultAnswer } from "../../server/domain/gridAnswers.ts";
import { gridWords } from "../gridWords.ts";
import { Hint } from "../parts/Notice.tsx";
import { correct, discard, publish, runTrial, trial, working } from "../state/grid.ts";
import { GridTrial } from "./GridTrial.tsx";
import styles from "./Grid.module.css";
import { looked } from "./looked.ts";
import panel from "../parts/Panel.module.css";

const words = gridWords.draft;
const SHOWN = 60;
/** To bring what was found into sight. */
export const DRAFT_ID = "grid-draft";

export function GridDraft({ draft, today }: { readonly draft: GridDraftAnswer; readonly today: Day }) {
  const grave = draft.faults.filter((fault) => fault.grave);
  const sorted = [...grave, ...draft.faults.filter((fault) => !fault.grave)];
  return (
    <section id={DRAFT_ID} class={`card ${panel["card"]} ${styles["draft"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        {words.source(draft.source)} · {gridWords.cells(draft.cells.length)}
      </p>
      <p class="muted">{words.datum(draft.datum, draft.stated)}</p>
      <Corrections faults={sorted} />
      {sorted.length === 0 ? (
        <Hint>{words.clean}</Hint>
      ) : (
        <p role="status">
          <b class={grave.length > 0 ? panel["grave"] : panel["warning"]}>
            {words.faults(grave.length, sorted.length - grave.length)}
          </b>
        </p>
      )}
      <ul class={`${panel["list"]} ${panel["changes"]}`}>
        {sorted.slice(0, SHOWN).map((fault) => (
          <li key={fault.message}>
            <button
              type="button"
              class={`button ${styles["fault"]}`}
              aria-pressed={looked.value === fault}
              disabled={fault.at === null && fault.cells.length === 0}
              onClick={() => (looked.value = fault)}
            >
              <b class={fault.grave ? panel["grave"] : panel["warning"]}>
                {fault.grave ? words.grave : words.warning}
              </b>{" "}
              {fault.message}
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > SHOWN && <p class="muted">{words.more(sorted.length - SHOWN)}</p>}
      <Publishing isSound={grave.length === 0 && draft.cells.length > 0} today={today} />
    </section>
  );
}

/** Each correction once, however many findings it mends. */
function Corrections({ faults }: { readonly faults: readonly GridFaultAnswer[] }) {
  const offered = new Map(
    faults.flatMap(({ correction }) =>
      correction ? [[JSON.stringify(correction), correction] as const] : [],
    ),
  );
  return (
    <div class={panel["acts"]}>
      {[...offered].map(([key, correction]) => (
        <button
          key={key}
          type="button"
          class="button"
          disabled={working.value}
          onClick={() => void correct(correction)}
        >
          {correction.kind === "datum"
            ? words.corrections.datum(correction.datum)
            : words.corrections[correction.kind]}
        </button>
      ))}
    </div>
  );
}

function Publishing({ isSound, today }: { readonly isSound: boolean; readonly today: Day }) {
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState("");
  return (
    <form
      class={panel["list"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (confirm(words.publishSure(from))) void publish(from, note);
      }}
    >
      <label>
        {words.from}
        <input type="date" value={from} required onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {words.note}
        <input
          value={note}
          required
          maxLength={200}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {trial.value && <GridTrial trial={trial.value} />}
      <div class={panel["acts"]}>
        <button type="button" class="button" disabled={working.value} onClick={() => void runTrial(from)}>
          {words.trial}
        </button>
        <button type="submit" class="button primary" disabled={!isSound || working.value}>
          {words.publish}
        </button>
        <button
          type="button"
          class="button"
          disabled={working.value}
          onClick={() => {
            if (confirm(words.discardSure)) void discard();
          }}
        >
          {words.discard}
        </button>
      </div>
    </form>
  );
}
