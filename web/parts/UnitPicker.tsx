/** Who shall do it: the unit the duty list names first, with what it rests on, then others that may be meant, then all. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { Named } from "../../server/domain/named.ts";
import { openDepartments } from "../state/reference.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { NameFilter } from "./laterParts.tsx";
import { UnitReasons } from "./UnitReasons.tsx";

interface UnitPickerProps {
  readonly id: string;
  readonly found: CaseAnswer;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function UnitPicker({ id, found, value, change }: UnitPickerProps) {
  const { responsible, township } = found;
  const county = openDepartments();
  const others = responsible?.others ?? [];
  const when = others.find((other) => other.unit.code === value)?.when;
  return (
    <>
      <NameFilter id={id} rows={township ? [township, ...county] : county} choose={change} />
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {responsible && (
          <optgroup label={caseWords.byDuty(responsible.basis.name)}>
            <UnitOption unit={responsible.unit} />
          </optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={caseWords.byOwner}>
            {others.map((other) => (
              <UnitOption key={other.unit.code} unit={other.unit} />
            ))}
          </optgroup>
        )}
        {township && (
          <optgroup label={caseWords.ownTownship}>
            <UnitOption unit={township} />
          </optgroup>
        )}
        <optgroup label={caseWords.allUnits}>
          {county.map((unit) => (
            <UnitOption key={unit.code} unit={unit} />
          ))}
        </optgroup>
      </select>
      {when !== undefined && <p class="muted">{caseWords.when(when)}</p>}
      {responsible && value === responsible.unit.code && <UnitReasons responsible={responsible} />}
    </>
  );
}

function UnitOption({ unit }: { readonly unit: Named }) {
  return <option value={unit.code}>{unit.name}</option>;
}
