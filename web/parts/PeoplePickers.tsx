/** Two lists of few: the assistants of a case that have not ended their part, and the colleagues of one's own unit. */
import { useEffect } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { colleagues } from "../state/colleagues.ts";
import { assignmentWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { NameFilter } from "./laterParts.tsx";
import { Loading, ProblemNotice } from "./Notice.tsx";

/** Fewer names are read faster than typed. */
const MANY = 8;

interface PickerProps {
  readonly id: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function AssistantPicker({ id, found, value, change }: PickerProps & { readonly found: CaseAnswer }) {
  const live = found.assignments.filter(
    ({ part, state }) => part === "assist" && (state === "called" || state === "signed"),
  );
  return (
    <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
      <option value="">{words.choose}</option>
      {live.map(({ unit, state }) => (
        <option key={unit.code} value={unit.code}>
          {assignmentWords.of(unit.name, state)}
        </option>
      ))}
    </select>
  );
}

export function ColleaguePicker({ id, value, change }: PickerProps) {
  useEffect(() => void colleagues.load(), []);
  const rows = colleagues.value.value?.rows;
  const problem = colleagues.problem.value;
  if (!rows) return problem ? <ProblemNotice problem={problem} retry={colleagues.load} /> : <Loading />;
  return (
    <>
      {rows.length >= MANY && (
        <NameFilter id={id} rows={rows.map((row) => ({ code: row.id, name: row.name }))} choose={change} />
      )}
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name}
          </option>
        ))}
      </select>
      {rows.length < 2 && <p class="muted">{assignmentWords.alone}</p>}
    </>
  );
}
