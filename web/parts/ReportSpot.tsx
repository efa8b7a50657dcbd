/** 随手办结: what was done on the spot, with photos where the item asks for them; somebody else looks at it afterwards. */
import { account } from "../state/session.ts";
import { itemOf, unitName } from "../state/reference.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { Field, FieldGroup } from "./Field.tsx";
import { Hint } from "./Notice.tsx";
import { PhotoInput } from "./PhotoInput.tsx";
import styles from "./ReportContact.module.css";
import { reportWords } from "../reportWords.ts";

const handlers: readonly string[] = ["gridWorker", "township", "department", "centre"];

export function ReportSpot({ form }: { readonly form: ReportForm }) {
  const draft = form.draft.value;
  const role = account.value?.role ?? "";
  if (draft.by === null || !handlers.includes(role)) return null;
  const item = itemOf(draft.itemCode);
  const takenBack = form.spotRule.value?.takenBack ?? false;
  return (
    <div class={styles["box"]}>
      <label class={styles["choice"]}>
        <input
          type="checkbox"
          checked={draft.solved}
          disabled={takenBack && !draft.solved}
          onChange={(event) => form.change({ solved: event.currentTarget.checked })}
        />
        {reportWords.spot}
      </label>
      {takenBack && item && <Hint>{reportWords.spotTakenBack(item.name, unitName(item.leadUnit))}</Hint>}
      {draft.solved && !takenBack && (
        <Done form={form} photoAfter={form.spotRule.value?.photoAfter ?? false} />
      )}
    </div>
  );
}

function Done({ form, photoAfter }: { readonly form: ReportForm; readonly photoAfter: boolean }) {
  const draft = form.draft.value;
  return (
    <>
      <p class="muted">{reportWords.spotHint}</p>
      <Field id="report-result" label={reportWords.spotResult} required>
        <textarea
          id="report-result"
          value={draft.result}
          maxLength={2000}
          onInput={(event) => form.change({ result: event.currentTarget.value })}
        />
      </Field>
      <FieldGroup label={reportWords.spotPhotos} required={photoAfter}>
        <PhotoInput
          label={reportWords.spotPhotos}
          photos={draft.photosAfter}
          add={(blobs) => form.addPhotos(blobs, "photosAfter")}
          remove={form.removePhoto}
        />
      </FieldGroup>
    </>
  );
}
