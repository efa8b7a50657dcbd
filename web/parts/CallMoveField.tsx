/** One field of the form of an act on a call. */
import type { CallAnswer } from "../../server/domain/call/callAnswers.ts";
import type { CallField } from "../../server/domain/call/callMoves.ts";
import { callFieldWords, markWords } from "../../server/domain/call/callWords.ts";
import { callText } from "../callText.ts";
import { markNames } from "../state/callFile.ts";
import { openDepartments } from "../state/reference.ts";
import styles from "./Calls.module.css";
import { Field, FieldGroup } from "./Field.tsx";
import { ItemPicker } from "./ItemPicker.tsx";

interface CallMoveFieldProps {
  readonly name: CallField;
  readonly required: boolean;
  readonly found: CallAnswer;
  readonly value: unknown;
  readonly problem: string | null;
  readonly change: (value: unknown) => void;
}

export function CallMoveField(props: CallMoveFieldProps) {
  const { name, required, problem } = props;
  const label = callFieldWords[name];
  if (name === "department" || name === "townshipRating")
    return (
      <FieldGroup label={label} required={required} problem={problem}>
        <Marks {...props} names={markNames[name]} />
      </FieldGroup>
    );
  return (
    <Field id={`call-${name}`} label={label} required={required} problem={problem}>
      <Input {...props} />
    </Field>
  );
}

function Input({ name, found, value, change }: CallMoveFieldProps) {
  const id = `call-${name}`;
  const text = typeof value === "string" ? value : "";
  if (name === "basisItem") return <ItemPicker id={id} suggestions={[]} value={text} change={change} />;
  if (name === "lead" || name === "unit") {
    const county = openDepartments();
    const options = name === "unit" ? found.unrated : county;
    return (
      <select id={id} value={text} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{callText.file.choose}</option>
        {options.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {unit.name}
          </option>
        ))}
      </select>
    );
  }
  return (
    <textarea id={id} value={text} maxLength={1000} onInput={(event) => change(event.currentTarget.value)} />
  );
}

interface MarksProps {
  readonly names: readonly (keyof typeof markWords)[];
  readonly value: unknown;
  readonly change: (value: unknown) => void;
}

/** Each mark from 1 to 5, best first. */
function Marks({ names, value, change }: MarksProps) {
  const marks = (value ?? {}) as Readonly<Record<string, number>>;
  return (
    <>
      {names.map((name) => (
        <div key={name} class={styles["markRow"]} role="radiogroup" aria-label={markWords[name]}>
          <span>{markWords[name]}</span>
          <span class={styles["levels"]}>
            {[5, 4, 3, 2, 1].map((score) => (
              <label key={score}>
                <input
                  type="radio"
                  name={`mark-${name}`}
                  checked={marks[name] === score}
                  onChange={() => change({ ...marks, [name]: score })}
                />
                {callText.file.markLevels[score - 1]}
              </label>
            ))}
          </span>
        </div>
      ))}
      {names === markNames.department && <p class="muted">{callText.file.marksHint}</p>}
    </>
  );
}
