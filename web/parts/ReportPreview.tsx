/** What will happen to it, shown before sending: whose cell, which unit, until when. */
import { deadlineText } from "../state/moment.ts";
import { unitName } from "../state/reference.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { now } from "../state/serverTime.ts";
import { timeWords } from "../timeWords.ts";
import { Hint } from "./Notice.tsx";
import styles from "./ReportPreview.module.css";
import { SaidTimes } from "./SaidTimes.tsx";
import { reportWords } from "../reportWords.ts";

export function ReportPreview({ form }: { readonly form: ReportForm }) {
  const item = form.chosenItem.value;
  const deadlines = form.deadlines.value;
  if (!item) return null;
  const reading = form.reading.value.value;
  const sure = form.draft.value.itemCode !== null || reading?.sure === true;
  const told = reading?.responsible;
  const unit = told?.basis.code === item.code ? told.unit.name : unitName(item.leadUnit);
  const { parts, times } = reading ?? { parts: [], times: [] };
  return (
    <section class={styles["preview"]} aria-label={reportWords.preview}>
      {parts.length > 0 && <Hint>{reportWords.several(parts.map((part) => part.item.name))}</Hint>}
      <dl>
        <div>
          <dt>{reportWords.previewItem}</dt>
          <dd>
            {item.name}
            {!sure && <span class="muted"> {reportWords.previewUnsure}</span>}
          </dd>
        </div>
        <div>
          <dt>{reportWords.previewUnit}</dt>
          <dd>{unit}</dd>
        </div>
        {times.length > 0 && (
          <div>
            <dt>{timeWords.title}</dt>
            <dd>
              <SaidTimes times={times} />
            </dd>
          </div>
        )}
        {deadlines && (
          <div>
            <dt>{reportWords.previewDue}</dt>
            <dd>
              {reportWords.dueBy(
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
