/** The draft: what it changes, tried out on last month's cases, published from a day on, or thrown away. */
import { useState } from "preact/hooks";
import type { DraftAnswer } from "../../server/domain/catalogue/answers.ts";
import { dayNumber, dayOf, type Instant } from "../../server/domain/time.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { discardDraft, publishDraft, runTrial, trial, working } from "../state/catalogue.ts";
import { momentText } from "../state/moment.ts";
import styles from "./Panel.module.css";
import { CatalogueTrial } from "./CatalogueTrial.tsx";
import { Field } from "./Field.tsx";

const words = catalogueWords.draft;

export function CatalogueDraft({ draft, now }: { readonly draft: DraftAnswer; readonly now: Instant }) {
  const [validFrom, setValidFrom] = useState(() => dayOf(dayNumber(now)));
  const [note, setNote] = useState("");
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title(draft.version)}>
      <h2>{words.title(draft.version)}</h2>
      <p class="muted">{words.by(draft.by, momentText(draft.changedAt, now))}</p>
      {draft.changes.length === 0 && <p>{words.none}</p>}
      <ul class={styles["changes"]}>
        {draft.changes.map(({ kind, row }) => (
          <li key={row.rule.code}>
            <b>{words.kinds[kind]}</b> {row.rule.name}
            <span class="muted">{` ${row.asks} → ${row.lead.name}`}</span>
          </li>
        ))}
      </ul>
      <div class={styles["acts"]}>
        <button type="button" class="button" disabled={working.value} onClick={() => void runTrial()}>
          {words.trial}
        </button>
        <span class="muted">{words.trialHint}</span>
      </div>
      {trial.value && <CatalogueTrial found={trial.value} />}
      <form
        class={styles["publish"]}
        onSubmit={(event) => {
          event.preventDefault();
          void publishDraft(validFrom, note);
        }}
      >
        <Field id="valid-from" label={words.validFrom} required>
          <input
            id="valid-from"
            type="date"
            required
            value={validFrom}
            onInput={(event) => setValidFrom(event.currentTarget.value)}
          />
        </Field>
        <Field id="publish-note" label={words.note} required>
          <input
            id="publish-note"
            required
            maxLength={200}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <div class={styles["acts"]}>
          <button type="submit" class="button primary" disabled={working.value}>
            {words.publish}
          </button>
          <button
            type="button"
            class="button danger"
            disabled={working.value}
            onClick={() => {
              if (confirm(words.discardSure)) void discardDraft();
            }}
          >
            {words.discard}
          </button>
        </div>
      </form>
    </section>
  );
}
