/** The draft: what it changes, tried out on last month's cases, published from a day on, or thrown away. */
import type { DraftAnswer } from "../../server/domain/catalogue/answers.ts";
import type { Instant } from "../../server/domain/time.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { discardDraft, publishDraft, runTrial, trial, working } from "../state/catalogue.ts";
import { momentText } from "../state/moment.ts";
import styles from "./Panel.module.css";
import { CatalogueTrial } from "./CatalogueTrial.tsx";
import { PublishForm } from "./PublishForm.tsx";

const words = catalogueWords.draft;

export function CatalogueDraft({ draft, now }: { readonly draft: DraftAnswer; readonly now: Instant }) {
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
      <PublishForm now={now} isWorking={working.value} publish={publishDraft} discard={discardDraft} />
    </section>
  );
}
