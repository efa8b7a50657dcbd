/** One rule of the catalogue in a dialog; lists are typed with 、 between, as they stand in the exported table. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CatalogueRule, GroundKind, RoadClass } from "../../server/domain/catalogue/rule.ts";
import { groundWords, roadWords, townshipRoleWords } from "../../server/domain/catalogue/words.ts";
import type { Problem } from "../api.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { saveRule, working } from "../state/catalogue.ts";
import { openDialog } from "../state/formKeys.ts";
import { type RuleDraft, ruleDraftOf, ruleOf } from "../state/ruleDraft.ts";
import { reference } from "../state/reference.ts";
import { words as common } from "../words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { FieldGroup } from "./Field.tsx";
import styles from "./MoveDialog.module.css";
import { ProblemNotice } from "./Notice.tsx";
import { TextField } from "./TextField.tsx";

const words = catalogueWords.form;

export const blankRule: CatalogueRule = {
  code: "",
  name: "",
  items: [],
  conditions: [],
  owners: [],
  names: [],
  areas: [],
  grounds: [],
  roads: [],
  words: [],
  time: null,
  lead: "",
  assist: [],
  townshipRole: "assist",
  basis: "",
};

const before = ["code", "name", "items", "conditions", "owners", "names", "areas", "words"] as const;
const after = ["assist", "basis"] as const;
const needed: readonly string[] = ["code", "name", "basis"];

export function RuleForm({ rule, close }: { readonly rule: CatalogueRule; readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(() => ruleDraftOf(rule));
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => openDialog(dialog.current), []);
  const set = (part: Partial<RuleDraft>) => setDraft((old) => ({ ...old, ...part }));

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await saveRule(ruleOf(draft));
    setProblem(refused);
    if (refused === null) close();
  }

  const line = (name: (typeof before)[number] | (typeof after)[number]) => (
    <TextField
      key={name}
      id={`rule-${name}`}
      label={words.fields[name]}
      readOnly={name === "code" && rule.code !== ""}
      value={draft[name]}
      required={needed.includes(name)}
      change={(value) => set({ [name]: value })}
    />
  );

  return (
    <dialog ref={dialog} class={styles["dialog"]} onClose={close} aria-labelledby="rule-title">
      <form onSubmit={(event) => void submit(event)}>
        <header class={styles["head"]}>
          <h2 id="rule-title">{words.title}</h2>
        </header>
        <div class={styles["body"]}>
          {problem && <ProblemNotice problem={problem} />}
          <p class="muted">{words.listHint}</p>
          {before.map(line)}
          <Kinds<GroundKind>
            label={words.fields.grounds}
            names={groundWords}
            value={draft.grounds}
            change={(grounds) => set({ grounds })}
          />
          <Kinds<RoadClass>
            label={words.fields.roads}
            names={roadWords}
            value={draft.roads}
            change={(roads) => set({ roads })}
          />
          <Times draft={draft} set={set} />
          <ChoiceField
            id="rule-lead"
            label={words.fields.lead}
            value={draft.lead}
            options={(reference.value?.units ?? []).map(({ code, name }) => [code, name])}
            none={common.choose}
            required
            change={(lead) => set({ lead })}
          />
          <ChoiceField
            id="rule-role"
            label={words.fields.townshipRole}
            value={draft.townshipRole}
            options={Object.entries(townshipRoleWords)}
            none={common.choose}
            required
            change={(role) => set({ townshipRole: role as RuleDraft["townshipRole"] })}
          />
          {after.map(line)}
        </div>
        <footer class={styles["foot"]}>
          <button type="button" class="button" onClick={close}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary" disabled={working.value}>
            {words.save}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface KindsProps<Kind extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Kind, string>>;
  readonly value: readonly Kind[];
  readonly change: (value: readonly Kind[]) => void;
}

function Kinds<Kind extends string>({ label, names, value, change }: KindsProps<Kind>) {
  const kinds = Object.keys(names) as Kind[];
  return (
    <FieldGroup label={label}>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={value.includes(kind)}
            onChange={(event) =>
              change(
                kinds.filter((other) =>
                  other === kind ? event.currentTarget.checked : value.includes(other),
                ),
              )
            }
          />{" "}
          {names[kind]}{" "}
        </label>
      ))}
    </FieldGroup>
  );
}

interface TimesProps {
  readonly draft: RuleDraft;
  readonly set: (part: Partial<RuleDraft>) => void;
}

function Times({ draft, set }: TimesProps) {
  return (
    <>
      <TextField
        id="rule-months"
        label={words.fields.months}
        value={draft.months}
        change={(value) => set({ months: value })}
      />
      <ChoiceField
        id="rule-days"
        label={words.fields.days}
        value={draft.days}
        options={Object.entries(words.days)}
        none={common.choose}
        required
        change={(days) => set({ days: days as RuleDraft["days"] })}
      />
      {(["from", "to"] as const).map((name) => (
        <TextField
          key={name}
          id={`rule-${name}`}
          label={words.fields[name]}
          type="time"
          value={draft[name]}
          change={(value) => set({ [name]: value })}
        />
      ))}
    </>
  );
}
