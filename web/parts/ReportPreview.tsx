/** What will happen to it, shown before sending: whose cell, which unit, until when. */
import { deadlineText } from "../state/moment.ts";
import { unitName } from "../state/reference.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import { Hint } from "./Notice.tsx";
import styles from "./ReportPreview.module.css";

export function ReportPreview({ form }: { readonly form: ReportForm }) {
  const item = form.chosenItem.value;
  const deadlines = form.deadlines.value;
  if (!item) return null;
  const reading = form.reading.value.value;
  const sure = form.draft.value.itemCode !== null || reading?.sure === true;
  const told = reading?.responsible;
  const unit = told?.basis.code === item.code ? told.unit.name : unitName(item.leadUnit);
  const parts = reading?.parts ?? [];
  return (
    <section class={styles["preview"]} aria-label={words.report.preview}>
      {parts.length > 0 && <Hint>{words.report.several(parts.map((part) => part.item.name))}</Hint>}
      <dl>
        <div>
          <dt>{words.report.previewItem}</dt>
          <dd>
            {item.name}
            {!sure && <span class="muted"> {words.report.previewUnsure}</span>}
          </dd>
        </div>
        <div>
          <dt>{words.report.previewUnit}</dt>
          <dd>{unit}</dd>
        </div>
        {deadlines && (
          <div>
            <dt>{words.report.previewDue}</dt>
            <dd>
              {words.report.dueBy(
                deadlineText(deadlines.accept, now.value),
                deadlineText(deadlines.handle, now.value),
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
