import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import { CategoryPicker } from "../parts/CategoryPicker.tsx";
import { Hint } from "../parts/Notice.tsx";
import { Later } from "../parts/Later.tsx";
import { MissedPart } from "../parts/MissedPart.tsx";
import { PhotoInput } from "../parts/PhotoInput.tsx";
import { ReportContact } from "../parts/ReportContact.tsx";
import { ReportPlace } from "../parts/ReportPlace.tsx";
import { ReportSpot } from "../parts/ReportSpot.tsx";
import { Field, FieldGroup } from "../parts/Field.tsx";
import { momentText } from "../state/moment.ts";
import { createPosition } from "../state/position.ts";
import { online } from "../state/queue.ts";
import { account } from "../state/session.ts";
import { createReportForm, type ReportForm } from "../state/reportForm.ts";
import { now } from "../state/serverTime.ts";
import styles from "./Report.module.css";
import { reportWords } from "../reportWords.ts";

/** Fetched with the page, after it: somebody may write where there is no network any more. */
const preview = () => import("../parts/ReportPreview.tsx").then((part) => part.ReportPreview);
const receipt = () => import("../parts/ReportReceipt.tsx").then((part) => part.ReportReceipt);
const nearNotice = () => import("../parts/NearNotice.tsx").then((part) => part.NearNotice);
const componentPicker = () => import("../parts/ComponentPicker.tsx").then((part) => part.ComponentPicker);

const MOST_LETTERS = 2000;

export function Report() {
  const { query } = useLocation();
  const form = useMemo(createReportForm, []);
  const position = useMemo(createPosition, []);
  useEffect(() => {
    void form.start(query["draft"] ?? null);
    position.start();
    void receipt().catch(() => undefined);
    return position.stop;
  }, []);

  if (form.inQueue.value) return <Later load={receipt} props={{ form }} missed={MissedPart} />;
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
      <h1>{reportWords.title}</h1>
      <Unfinished form={form} />
      {danger.length > 0 && <Hint tone="danger">{reportWords.danger}</Hint>}
      <FieldGroup label={reportWords.photos}>
        <PhotoInput
          label={reportWords.photos}
          photos={draft.photos}
          add={(blobs) => form.addPhotos(blobs)}
          remove={form.removePhoto}
        />
      </FieldGroup>
      <FieldGroup label={reportWords.category}>
        <CategoryPicker
          value={draft.itemCode}
          suggestions={form.reading.value.value?.suggestions ?? []}
          change={(itemCode) => form.change({ itemCode })}
        />
        <Unsure form={form} />
      </FieldGroup>
      <ReportPlace form={form} position={position} />
      <Field id="report-text" label={reportWords.text}>
        <textarea
          id="report-text"
          value={draft.text}
          maxLength={MOST_LETTERS}
          placeholder={reportWords.textHint}
          onInput={(event) => form.change({ text: event.currentTarget.value })}
        />
        {draft.text.length >= MOST_LETTERS && <Hint tone="warn">{reportWords.full(MOST_LETTERS)}</Hint>}
      </Field>
      {account.value !== null && (
        <Later
          load={componentPicker}
          props={{
            point: draft.point,
            item: form.chosenItem.value?.code ?? null,
            component: draft.component ?? null,
            choose: form.chooseComponent,
          }}
        />
      )}
      <ReportSpot form={form} />
      {(form.near.value.value?.rows.length ?? 0) > 0 && <Later load={nearNotice} props={{ form }} />}
      <ReportContact form={form} />
      <Later load={preview} props={{ form }} />
      <SubmitBar form={form} />
    </form>
  );
}

/** What was written and could not be read for sure: why, and what to do now. */
function Unsure({ form }: { readonly form: ReportForm }) {
  const why = form.draft.value.itemCode === null ? form.reading.value.value?.why : null;
  return why ? (
    <p class="muted" role="status">
      {reportWords.unsure[why]}
    </p>
  ) : null;
}

function Unfinished({ form }: { readonly form: ReportForm }) {
  const found = form.found.value;
  if (!found) return null;
  return (
    <div class={styles["unfinished"]} role="status">
      <span>{reportWords.unfinished(momentText(found.startedAt, now.value))}</span>
      <button type="button" class="button" onClick={form.resume}>
        {reportWords.resume}
      </button>
      <button type="button" class="button quiet" onClick={() => void form.discard()}>
        {reportWords.discard}
      </button>
    </div>
  );
}

/** The word on the button is honest: without a line the report is kept here and sends itself later. */
function SubmitBar({ form }: { readonly form: ReportForm }) {
  const lacking = form.lacking.value;
  return (
    <div class={styles["submit"]}>
      {lacking !== null && <p class="muted">{reportWords.lacks[lacking]}</p>}
      <button type="submit" class="button primary" disabled={lacking !== null || form.sending.value}>
        {form.sending.value ? reportWords.sending : online.value ? reportWords.submit : reportWords.keep}
      </button>
    </div>
  );
}
