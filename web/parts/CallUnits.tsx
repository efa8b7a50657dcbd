/** Who is called: the lead as the duty list names it, the assistants as it proposes them, and others added by hand. */
import type { CallStartAnswer } from "../../server/domain/call/callAnswers.ts";
import { callText } from "../callText.ts";
import type { CallStartModel } from "../state/callStart.ts";
import { openDepartments, unitName } from "../state/reference.ts";
import styles from "./CallChoice.module.css";
import { Field, FieldGroup } from "./Field.tsx";
import { NameFilter } from "./laterParts.tsx";
import { UnitContact } from "./UnitContact.tsx";

interface CallUnitsProps {
  readonly form: CallStartModel;
  readonly told: CallStartAnswer;
  readonly problem: string | null;
}

const text = callText.launch;

export function CallUnits({ form, told, problem }: CallUnitsProps) {
  const leads = form.isOutside.value ? [] : told.leads;
  if (!form.isOutside.value && !told.item)
    return (
      <FieldGroup label={text.lead} required>
        <p class="muted">{text.itemFirst}</p>
      </FieldGroup>
    );
  return (
    <>
      <FieldGroup label={text.lead} required problem={problem}>
        {leads.length > 0 && told.item && (
          <p class="muted">{text.basis(`${told.item.code} ${told.item.name}`)}</p>
        )}
        <div class={styles["choices"]}>
          {leads.map((unit, index) => (
            <Choice
              key={unit.code}
              type="radio"
              checked={form.lead.value === unit.code}
              choose={() => form.setLead(unit.code)}
              code={unit.code}
              name={unit.name}
              note={unit.when === null ? (index === 0 ? text.listed : "") : text.when(unit.when)}
              heard={unit.heard}
            />
          ))}
          <Choice
            type="radio"
            checked={form.lead.value === null}
            choose={() => form.setLead(null)}
            name={text.noLead}
            note=""
            heard
          />
        </div>
      </FieldGroup>
      <Assistants form={form} told={told} />
    </>
  );
}

function Assistants({ form, told }: Pick<CallUnitsProps, "form" | "told">) {
  const chosen = form.assist.value;
  const proposed = form.isOutside.value ? [] : told.assists.map(({ code }) => code);
  const shown = [...new Set([...proposed, ...chosen])].filter((code) => code !== form.lead.value);
  const county = openDepartments();
  const others = county.filter(({ code }) => !shown.includes(code) && code !== form.lead.value);
  const isDeaf = (code: string) => told.assists.some((unit) => unit.code === code && !unit.heard);
  const put = (code: string, on: boolean) =>
    (form.assist.value = on ? [...chosen, code] : chosen.filter((unit) => unit !== code));
  return (
    <>
      {shown.length > 0 && (
        <FieldGroup label={text.assist}>
          <div class={styles["choices"]}>
            {shown.map((code) => (
              <Choice
                key={code}
                type="checkbox"
                checked={chosen.includes(code)}
                choose={(on) => put(code, on)}
                name={unitName(code)}
                note=""
                heard={!isDeaf(code)}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <Field id="call-assist" label={text.addAssist}>
        <NameFilter id="call-assist" rows={others} choose={(code) => put(code, true)} />
        <select
          id="call-assist"
          value=""
          onChange={(event) => event.currentTarget.value !== "" && put(event.currentTarget.value, true)}
        >
          <option value="">{callText.file.choose}</option>
          {others.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

interface ChoiceProps {
  readonly code?: string;
  readonly type: "radio" | "checkbox";
  readonly checked: boolean;
  readonly choose: (on: boolean) => void;
  readonly name: string;
  readonly note: string;
  readonly heard: boolean;
}

function Choice({ code, type, checked, choose, name, note, heard }: ChoiceProps) {
  return (
    <label class={styles["choice"]}>
      <input
        type={type}
        name={type === "radio" ? "call-lead" : undefined}
        checked={checked}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <span>
        {name}
        {note !== "" && <span class="muted"> {note}</span>}
        {!heard && <span class={styles["why"]}> {text.unheard}</span>}
        {code !== undefined && checked && (
          <>
            {" "}
            <UnitContact code={code} />
          </>
        )}
      </span>
    </label>
  );
}
