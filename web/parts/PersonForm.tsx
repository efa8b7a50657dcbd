import { useEffect, useRef, useState } from "preact/hooks";
import type { Role } from "../../server/domain/case.ts";
import { roleWords } from "../../server/domain/words.ts";
import type { Problem } from "../api.ts";
import { ground, needGround } from "../state/mapCells.ts";
import { addPerson, type NewPerson } from "../state/people.ts";
import { openDepartments, reference } from "../state/reference.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import styles from "./MoveDialog.module.css";
import { ProblemNotice } from "./Notice.tsx";
import { TextField } from "./TextField.tsx";
import { peopleWords } from "../peopleWords.ts";

const roles: readonly Role[] = ["gridWorker", "township", "department", "centre", "leader", "admin"];
const blank: NewPerson = { username: "", name: "", role: "gridWorker", unit: "", cells: [] };

export function PersonForm({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [person, setPerson] = useState<NewPerson>(blank);
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = peopleWords;
  useEffect(() => {
    dialog.current?.showModal();
    needGround();
  }, []);
  const set = (part: Partial<NewPerson>) => setPerson({ ...person, ...part });

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await addPerson(person);
    setProblem(refused);
    if (refused === null) close();
  }

  return (
    <dialog ref={dialog} class={styles["dialog"]} onClose={close} aria-labelledby="person-title">
      <form onSubmit={(event) => void submit(event)}>
        <header class={styles["head"]}>
          <h2 id="person-title">{text.add}</h2>
        </header>
        <div class={styles["body"]}>
          {problem && <ProblemNotice problem={problem} />}
          {(["name", "username"] as const).map((name) => (
            <TextField
              key={name}
              id={`person-${name}`}
              label={text.columns[name]}
              hint={text.hints[name]}
              value={person[name]}
              required
              change={(value) => set({ [name]: value })}
            />
          ))}
          <Field id="person-role" label={text.columns.role} required>
            <select
              id="person-role"
              value={person.role}
              onChange={(event) => set({ role: event.currentTarget.value as Role, unit: "", cells: [] })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleWords[role]}
                </option>
              ))}
            </select>
          </Field>
          <PlaceFields person={person} set={set} />
        </div>
        <footer class={styles["foot"]}>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary">
            {text.create}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface PlaceFieldsProps {
  readonly person: NewPerson;
  readonly set: (part: Partial<NewPerson>) => void;
}

/** Grid workers and township desks belong to a township, the others to a county unit; administrators to none. */
function PlaceFields({ person, set }: PlaceFieldsProps) {
  const text = peopleWords;
  if (person.role === "admin") return null;
  const local = person.role === "gridWorker" || person.role === "township";
  const county = openDepartments();
  const options = local ? (reference.value?.townships ?? []) : county;
  const cells = (ground.value.value?.cells ?? []).filter((cell) => cell.townshipCode === person.unit);
  return (
    <>
      <Field id="person-unit" label={text.columns.unit}>
        <select
          id="person-unit"
          value={person.unit}
          onChange={(event) => set({ unit: event.currentTarget.value, cells: [] })}
        >
          <option value="">{words.choose}</option>
          {options.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
        </select>
      </Field>
      {person.role === "gridWorker" && (
        <Field id="person-cells" label={text.cells} hint={text.cellsHint}>
          <select
            id="person-cells"
            multiple
            size={6}
            onChange={(event) =>
              set({ cells: [...event.currentTarget.selectedOptions].map((option) => option.value) })
            }
          >
            {cells.map((cell) => (
              <option key={cell.code} value={cell.code}>
                {cell.name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
