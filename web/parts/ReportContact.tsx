/** Who may be called back: asked of residents, and of staff who report for somebody else (代居民上报). */
import type { ReportForm } from "../state/reportForm.ts";
import { Field } from "./Field.tsx";
import styles from "./ReportContact.module.css";
import { reportWords } from "../reportWords.ts";

export function ReportContact({ form }: { readonly form: ReportForm }) {
  const draft = form.draft.value;
  if (draft.by !== null) return <OnBehalf form={form} />;
  return (
    <details class={styles["box"]} open>
      <summary>{reportWords.contact}</summary>
      <p class="muted">{reportWords.contactHint}</p>
      <Reporter form={form} />
    </details>
  );
}

function OnBehalf({ form }: { readonly form: ReportForm }) {
  const { onBehalf } = form.draft.value;
  return (
    <div class={styles["box"]}>
      <label class={styles["choice"]}>
        <input
          type="checkbox"
          checked={onBehalf}
          onChange={(event) => form.change({ onBehalf: event.currentTarget.checked })}
        />
        {reportWords.forOthers}
      </label>
      {onBehalf && (
        <>
          <p class="muted">{reportWords.forOthersHint}</p>
          <Reporter form={form} />
        </>
      )}
    </div>
  );
}

function Reporter({ form }: { readonly form: ReportForm }) {
  const draft = form.draft.value;
  const resident = draft.by === null;
  return (
    <>
      <div class={styles["fields"]}>
        <Field id="report-name" label={reportWords.name}>
          <input
            id="report-name"
            value={draft.name}
            maxLength={50}
            autocomplete={resident ? "name" : "off"}
            onInput={(event) => form.change({ name: event.currentTarget.value })}
          />
        </Field>
        <Field
          id="report-phone"
          label={reportWords.phone}
          problem={form.lacking.value === "phone" ? reportWords.lacks.phone : null}
        >
          <input
            id="report-phone"
            type="tel"
            inputMode="tel"
            value={draft.phone}
            maxLength={20}
            autocomplete={resident ? "tel" : "off"}
            onInput={(event) => form.change({ phone: event.currentTarget.value })}
          />
        </Field>
      </div>
      <label class={styles["secret"]}>
        <input
          type="checkbox"
          checked={draft.confidential}
          onChange={(event) => form.change({ confidential: event.currentTarget.checked })}
        />
        {reportWords.confidential}
      </label>
    </>
  );
}
