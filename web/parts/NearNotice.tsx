/** Before a report is sent: what is under way nearby. Saying "the same" keeps the receipt and joins the matter. */
import { nearWords as text } from "../nearWords.ts";
import { momentText } from "../state/moment.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { now } from "../state/serverTime.ts";
import styles from "./NearNotice.module.css";

export function NearNotice({ form }: { readonly form: ReportForm }) {
  const rows = form.near.value.value?.rows ?? [];
  const { sameAs } = form.draft.value;
  if (rows.length === 0) return null;
  return (
    <section class={styles["near"]} aria-label={text.title} role="status">
      <h2>{text.title}</h2>
      <p class="muted">{text.hint}</p>
      <ul>
        {rows.map((row) => {
          const item = row.item?.name ?? text.noItem;
          const chosen = sameAs === row.id;
          return (
            <li key={row.id}>
              <div>
                <strong>{item}</strong>
                <p class="muted">
                  {[
                    text.about(row.metres),
                    momentText(row.reportedAt, now.value),
                    text.steps[row.step],
                    ...(row.voices > 1 ? [text.voices(row.voices)] : []),
                    ...(row.number === null ? [] : [row.number]),
                  ].join(" · ")}
                </p>
                {row.text !== null && <p class={styles["text"]}>{row.text}</p>}
              </div>
              <button
                type="button"
                class={`button ${chosen ? "primary" : ""}`}
                aria-pressed={chosen}
                aria-label={text.sameAs(item, row.metres)}
                onClick={() => form.change({ sameAs: chosen ? null : row.id })}
              >
                {chosen ? text.chosen : text.same}
              </button>
            </li>
          );
        })}
      </ul>
      {sameAs !== null && (
        <button type="button" class="button quiet" onClick={() => form.change({ sameAs: null })}>
          {text.other}
        </button>
      )}
    </section>
  );
}
