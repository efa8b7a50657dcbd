/** The form of one move in a native dialog; the server's objection stands at the field it is about. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import { type FieldName, fields } from "../../server/domain/fields.ts";
import { asksForLine } from "../../server/domain/urgency.ts";
import { fieldWords } from "../../server/domain/words.ts";
import type { Problem } from "../api.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { itemDetail } from "../state/itemDetail.ts";
import {
  actName,
  changed,
  firstMissing,
  type FormValues,
  isBackward,
  sentValues,
  startValues,
} from "../state/moveForm.ts";
import { photosUnderWay } from "../state/photosUnderWay.ts";
import { useKept } from "../state/useKept.ts";
import { caseWords } from "../caseWords.ts";
import { formWords } from "../formWords.ts";
import { filingWords, moveWords } from "../moveWords.ts";
import { words } from "../words.ts";
import { focusField, openAtFirstField, sendByKey } from "../state/formKeys.ts";
import { Icon } from "./Icon.tsx";
import { KeptHint } from "./KeptHint.tsx";
import styles from "./MoveDialog.module.css";
import { MoveAids } from "./laterParts.tsx";
import { MoveField } from "./MoveField.tsx";
import { Hint, ProblemNotice } from "./Notice.tsx";

/** They are sent as they are taken; a form that is opened again asks for them again. */
const photoFields = Object.entries(fields)
  .filter(([, kind]) => kind.input === "photos")
  .map(([name]) => name);

interface MoveDialogProps {
  readonly file: CaseFile;
  readonly found: CaseAnswer;
  readonly offer: MoveOffer;
  readonly close: () => void;
}

export function MoveDialog({ file, found, offer, close }: MoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const kept = useKept<FormValues>(`cases.${found.id}.${offer.action}`, startValues(offer), photoFields);
  const { values, setValues } = kept;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<FieldName | null>(null);
  const item = typeof values.itemCode === "string" && offer.action === "file" ? values.itemCode : "";
  const detail = item === "" ? null : itemDetail(item).value.value;
  const condition = typeof values.conditionCode === "string" ? values.conditionCode : null;
  const danger = detail !== null && asksForLine(detail, condition);
  const names = [...offer.needs, ...offer.may].filter(
    (name) => name !== "service" || offer.action !== "file" || danger,
  );
  const atField = problem !== null && names.some((name) => name === problem.field);

  useEffect(() => openAtFirstField(dialog.current), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const absent = firstMissing(offer, values);
    setMissing(absent);
    if (absent) return focusField(dialog.current, `field-${absent}`);
    const refused = await file.move(offer, sentValues({ ...offer, may: names }, values));
    setProblem(refused);
    if (refused !== null) return;
    kept.done();
    close();
  }

  function objection(name: FieldName): string | null {
    if (missing === name) return caseWords.fill(fieldWords[name]);
    return problem?.field === name ? caseWords.objection(problem.detail, problem.rule?.basis) : null;
  }

  return (
    <dialog ref={dialog} class={styles["dialog"]} onClose={close} aria-labelledby="move-title">
      <form onSubmit={(event) => void submit(event)} onKeyDown={sendByKey}>
        <header class={styles["head"]}>
          <h2 id="move-title">{actName(offer)}</h2>
          <span class="muted">{found.number}</span>
          <button type="button" class={styles["close"]} aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class={styles["body"]}>
          <p class={styles["about"]}>{found.text}</p>
          {kept.isResumed && <KeptHint anew={kept.anew} />}
          {moveWords.moveHints[offer.action] && <Hint>{moveWords.moveHints[offer.action]}</Hint>}
          <MoveAids found={found} offer={offer} values={values} />
          {danger && <Hint tone="danger">{filingWords.danger(detail?.emergencyTransfer ?? [])}</Hint>}
          {problem && !atField && <ProblemNotice problem={problem} />}
          {names.map((name) => (
            <MoveField
              key={`${name}${kept.turn}`}
              name={name}
              action={offer.action}
              required={offer.needs.includes(name)}
              found={found}
              values={values}
              problem={objection(name)}
              change={(value) => setValues((old) => changed(old, name, value))}
            />
          ))}
        </div>
        <footer class={styles["foot"]}>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
          <button
            type="submit"
            class={`button ${isBackward(offer.action) ? "danger" : "primary"}`}
            disabled={file.moving.value || photosUnderWay.value > 0}
          >
            {photosUnderWay.value > 0 ? formWords.photosUnderWay : caseWords.submit(actName(offer))}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
