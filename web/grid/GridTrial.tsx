/** What publishing would change, before anything is changed. */
import type { GridTrialAnswer } from "../../server/domain/gridAnswers.ts";
import { gridWords } from "../gridWords.ts";
import panel from "../parts/Panel.module.css";

const words = gridWords.trial;

export function GridTrial({ trial }: { readonly trial: GridTrialAnswer }) {
  const { open } = trial;
  return (
    <section aria-label={words.title} class={panel["list"]}>
      <h3>{words.title}</h3>
      <p>{words.counts(trial.kept, trial.begun, trial.ended)}</p>
      <p>{words.open(open.moved, open.looked)}</p>
      <ul class={panel["changes"]}>
        {open.rows.map(({ number, before, after }) => (
          <li key={number} class="muted">
            {words.row(number, before ?? words.nowhere, after ?? words.nowhere)}
          </li>
        ))}
      </ul>
      {trial.workers.length > 0 && <p>{words.workers}</p>}
      <ul>
        {trial.workers.map(({ name, cells }) => (
          <li key={name}>{words.worker(name, cells)}</li>
        ))}
      </ul>
      <ul class={panel["changes"]}>
        {trial.cells.map(({ code, name, change }) => (
          <li key={`${code} ${change}`} class="muted">
            {words.changes[change]} {code} {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
