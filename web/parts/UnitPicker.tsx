/** Who shall do it: the unit the duty list names first, with what it rests on, then others that may be meant, then all. */
import type { CaseAnswer, Named } from "../../server/domain/answers.ts";
import { reference } from "../state/reference.ts";
import { words } from "../words.ts";
import { UnitReasons } from "./UnitReasons.tsx";

interface UnitPickerProps {
  readonly id: string;
  readonly found: CaseAnswer;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function UnitPicker({ id, found, value, change }: UnitPickerProps) {
  const { responsible, township } = found;
  const county = (reference.value?.units ?? []).filter((unit) => unit.level === "county");
  const others = responsible?.others ?? [];
  const when = others.find((other) => other.unit.code === value)?.when;
  return (
    <>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.caseFile.choose}</option>
        {responsible && (
          <optgroup label={words.caseFile.byDuty(responsible.basis.name)}>
            <UnitOption unit={responsible.unit} />
          </optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={words.caseFile.byOwner}>
            {others.map((other) => (
              <UnitOption key={other.unit.code} unit={other.unit} />
            ))}
          </optgroup>
        )}
        {township && (
          <optgroup label={words.caseFile.ownTownship}>
            <UnitOption unit={township} />
          </optgroup>
        )}
        <optgroup label={words.caseFile.allUnits}>
          {county.map((unit) => (
            <UnitOption key={unit.code} unit={unit} />
          ))}
        </optgroup>
      </select>
      {when !== undefined && <p class="muted">{words.caseFile.when(when)}</p>}
      {responsible && value === responsible.unit.code && <UnitReasons responsible={responsible} />}
    </>
  );
}

function UnitOption({ unit }: { readonly unit: Named }) {
  return <option value={unit.code}>{unit.name}</option>;
}
