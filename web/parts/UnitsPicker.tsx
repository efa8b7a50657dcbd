/** 协办单位: those the catalogue names as boxes to tick, any other from the list, each taken away by a press. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { Named } from "../../server/domain/named.ts";
import { openDepartments, unitName } from "../state/reference.ts";
import { assignmentWords } from "../caseWords.ts";
import { NameFilter } from "./laterParts.tsx";
import styles from "./UnitsPicker.module.css";

interface UnitsPickerProps {
  readonly id: string;
  readonly found: CaseAnswer;
  /** The unit that is to lead by the same form; empty where none is chosen. */
  readonly lead: string;
  readonly value: readonly string[];
  readonly max: number;
  readonly change: (value: readonly string[]) => void;
}

export function UnitsPicker({ id, found, lead, value, max, change }: UnitsPickerProps) {
  const busy = found.assignments.filter(({ state }) => state === "called" || state === "signed");
  const taken = new Set([lead, ...busy.map(({ unit }) => unit.code)]);
  const named = (found.responsible?.assisting ?? []).filter(({ code }) => !taken.has(code));
  const rule = found.responsible?.rule ?? null;
  const shown: readonly Named[] = [
    ...named,
    ...value
      .filter((code) => named.every((unit) => unit.code !== code))
      .map((code) => ({ code, name: unitName(code) })),
  ];
  const others = openDepartments().filter(
    ({ code }) => !taken.has(code) && shown.every((unit) => unit.code !== code),
  );
  const toggle = (code: string) =>
    change(value.includes(code) ? value.filter((unit) => unit !== code) : [...value, code]);
  return (
    <>
      {rule && named.length > 0 && (
        <p class="muted">
          {assignmentWords.byRule(
            rule.name,
            named.some(({ code }) => value.includes(code)),
          )}
        </p>
      )}
      <div class={styles["boxes"]}>
        {shown.map((unit) => (
          <label key={unit.code} class={styles["box"]}>
            <input
              type="checkbox"
              checked={value.includes(unit.code)}
              disabled={!value.includes(unit.code) && value.length >= max}
              onChange={() => toggle(unit.code)}
            />
            {unit.name}
          </label>
        ))}
      </div>
      {value.length < max && <NameFilter id={id} rows={others} choose={toggle} />}
      <select
        id={id}
        value=""
        disabled={value.length >= max}
        aria-label={assignmentWords.add}
        onChange={(event) => event.currentTarget.value !== "" && toggle(event.currentTarget.value)}
      >
        <option value="">{assignmentWords.add}</option>
        {others.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {unit.name}
          </option>
        ))}
      </select>
    </>
  );
}
