import { useEffect, useMemo } from "preact/hooks";
import { CategoryPicker } from "../parts/CategoryPicker.tsx";
import { NearNotice } from "../parts/NearNotice.tsx";
import { Hint } from "../parts/Notice.tsx";
import { PhotoInput } from "../parts/PhotoInput.tsx";
import { ReportContact } from "../parts/ReportContact.tsx";
import { ReportPlace } from "../parts/ReportPlace.tsx";
import { ReportPreview } from "../parts/ReportPreview.tsx";
import { ReportReceipt } from "../parts/ReportReceipt.tsx";
import { ReportSpot } from "../parts/ReportSpot.tsx";
import { Field, FieldGroup } from "../parts/Field.tsx";
import { momentText } from "../state/moment.ts";
import { createPosition } from "../state/position.ts";
import { online } from "../state/queue.ts";
import { createReportForm, type ReportForm } from "../state/reportForm.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import styles from "./Report.module.css";

export function Report() {
  const form = useMemo(createReportForm, []);
  const position = useMemo(createPosition, []);
  useEffect(() => {
    void form.start();
    position.start();
    return position.stop;
  }, []);

  if (form.sent.value || form.queuedOnly.value) return <ReportReceipt form={form} />;
  const draft = form.draft.value;
  const danger = form.reading.value.value?.danger ?? [];
  return (
    <form
      class={styles["page"]}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h1>{words.report.title}</h1>
      <Unfinished form={form} />
      {danger.length > 0 && <Hint tone="danger">{words.report.danger}</Hint>}
      <FieldGroup label={words.report.photos}>
        <PhotoInput
          label={words.report.photos}
          photos={draft.photos}
          add={(blobs) => form.addPhotos(blobs)}
          remove={form.removePhoto}
        />
      </FieldGroup>
      <FieldGroup label={words.report.category}>
        <CategoryPicker
          value={draft.itemCode}
          suggestions={form.reading.value.value?.suggestions ?? []}
          change={(itemCode) => form.change({ itemCode })}
        />
      </FieldGroup>
      <ReportPlace form={form} position={position} />
      <Field id="report-text" label={words.report.text}>
        <textarea
          id="report-text"
          value={draft.text}
          maxLength={2000}
          placeholder={words.report.textHint}
          onInput={(event) => form.change({ text: event.currentTarget.value })}
        />
      </Field>
      <ReportSpot form={form} />
      <NearNotice form={form} />
      <ReportContact form={form} />
      <ReportPreview form={form} />
      <SubmitBar form={form} />
    </form>
  );
}

function Unfinished({ form }: { readonly form: ReportForm }) {
  const found = form.found.value;
  if (!found) return null;
  return (
    <div class={styles["unfinished"]} role="status">
      <span>{words.report.unfinished(momentText(found.startedAt, now.value))}</span>
      <button type="button" class="button" onClick={form.resume}>
        {words.report.resume}
      </button>
      <button type="button" class="button quiet" onClick={() => void form.discard()}>
        {words.report.discard}
      </button>
    </div>
  );
}

/** The word on the button is honest: without a line the report is kept here and sends itself later. */
function SubmitBar({ form }: { readonly form: ReportForm }) {
  const lacking = form.lacking.value;
  return (
    <div class={styles["submit"]}>
      {lacking !== null && <p class="muted">{words.report.lacks[lacking]}</p>}
      <button type="submit" class="button primary" disabled={lacking !== null || form.sending.value}>
        {form.sending.value ? words.report.sending : online.value ? words.report.submit : words.report.keep}
      </button>
    </div>
  );
}
