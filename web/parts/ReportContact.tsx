/** Who may be called back: asked of residents, and of staff who report for somebody else (代群众上报). */
import { lacks } from "../state/draft.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import styles from "./ReportContact.module.css";

export function ReportContact({ form }: { readonly form: ReportForm }) {
  const draft = form.draft.value;
  const resident = draft.by === null;
  return (
    <details class={styles["box"]} open={resident}>
      <summary>{resident ? words.report.contact : words.report.forOthers}</summary>
      <p class="muted">{resident ? words.report.contactHint : words.report.forOthersHint}</p>
      <div class={styles["fields"]}>
        <Field id="report-name" label={words.report.name}>
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
          label={words.report.phone}
          problem={lacks(draft) === "phone" ? words.report.lacks.phone : null}
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
        {words.report.confidential}
      </label>
    </details>
  );
}
