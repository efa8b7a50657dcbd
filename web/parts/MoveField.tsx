/** One field of a move's form; what it looks like follows from its kind in the field list. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import {
  type FieldKind,
  type FieldName,
  fields,
  type PartValue,
  type PointValue,
} from "../../server/domain/fields.ts";
import { fieldWords } from "../../server/domain/words.ts";
import type { FormValues } from "../state/moveForm.ts";
import { CaseNumberField, ComponentField, EvidenceField, PartsField } from "./laterParts.tsx";
import { PointPicker } from "./laterPlaces.tsx";
import { Field, FieldGroup } from "./Field.tsx";
import { ItemPicker } from "./ItemPicker.tsx";
import { ConditionPicker } from "./ConditionPicker.tsx";
import { ReasonPicker, ScorePicker, YesNo } from "./Pickers.tsx";
import { PhotoField } from "./PhotoField.tsx";
import { PhotoStrip } from "./PhotoStrip.tsx";
import { AssistantPicker, ColleaguePicker } from "./PeoplePickers.tsx";
import { UnitsPicker } from "./UnitsPicker.tsx";
import { UnitPicker } from "./UnitPicker.tsx";
import { WordsField } from "./WordsField.tsx";
import { moveWords } from "../moveWords.ts";

export interface MoveFieldProps {
  readonly name: FieldName;
  /** The act whose form it stands in. */
  readonly action: string;
  readonly required: boolean;
  readonly found: CaseAnswer;
  readonly values: FormValues;
  readonly problem: string | null;
  readonly change: (value: unknown) => void;
}

/** Several inputs under one heading rather than one input with a label. */
const groups: readonly FieldKind["input"][] = [
  "photos",
  "units",
  "score",
  "yesNo",
  "condition",
  "point",
  "component",
  "parts",
  "evidence",
];

export function MoveField(props: MoveFieldProps) {
  const { name, required, problem } = props;
  const label = fieldWords[name];
  const kind: FieldKind = fields[name];
  const grouped = groups.includes(kind.input);
  if (grouped) {
    return (
      <FieldGroup label={label} required={required} problem={problem}>
        <Input {...props} kind={kind} />
      </FieldGroup>
    );
  }
  const hint = moveWords.fieldHints[name];
  return (
    <Field
      label={label}
      id={`field-${name}`}
      required={required}
      problem={problem}
      {...(hint === undefined ? {} : { hint })}
    >
      <Input {...props} kind={kind} />
    </Field>
  );
}

/** Filing conditions belong to an item: another item chosen in the form has others. */
function itemIn({ itemCode }: FormValues, found: CaseAnswer): string | null {
  return typeof itemCode === "string" && itemCode !== "" ? itemCode : (found.item?.code ?? null);
}

/** Beside what one takes now: the same corner is found again, and the pair can be compared. */
function BeforePhotos({ found }: { readonly found: CaseAnswer }) {
  return <PhotoStrip photos={found.photos.filter(({ stage }) => stage === "before")} />;
}

function Input({ name, action, found, values, change, kind }: MoveFieldProps & { readonly kind: FieldKind }) {
  const id = `field-${name}`;
  const value = values[name];
  const text = typeof value === "string" ? value : "";
  switch (kind.input) {
    case "words":
      return (
        <WordsField
          id={id}
          name={name}
          value={text}
          max={kind.max}
          change={change}
          action={action}
          major={itemIn(values, found)?.slice(0, 2) ?? null}
        />
      );
    case "reason":
      return <ReasonPicker id={id} list={kind.list} value={text} change={change} />;
    case "unit":
      return <UnitPicker id={id} found={found} value={text} change={change} />;
    case "units":
      return (
        <UnitsPicker
          id={id}
          found={found}
          lead={typeof values.unit === "string" ? values.unit : ""}
          value={Array.isArray(value) ? value : []}
          max={kind.max}
          change={change}
        />
      );
    case "assistant":
      return <AssistantPicker id={id} found={found} value={text} change={change} />;
    case "account":
      return <ColleaguePicker id={id} value={text} change={change} />;
    case "item":
      return <ItemPicker id={id} suggestions={found.suggestions} value={text} change={change} />;
    case "condition":
      return (
        <ConditionPicker
          name={id}
          itemCode={itemIn(values, found)}
          said={found.text}
          value={text}
          change={change}
        />
      );
    case "point":
      return (
        <PointPicker
          point={(value as PointValue | undefined) ?? found.sentPoint ?? found.point}
          change={change}
          told={found.address ?? found.text}
          caseId={found.id}
        />
      );
    case "component":
      return <ComponentField id={id} found={found} value={text} change={change} />;
    case "photos":
      return (
        <>
          {kind.stage !== "before" && <BeforePhotos found={found} />}
          <PhotoField label={fieldWords[name]} change={change} confidential={found.confidential} />
        </>
      );
    case "score":
      return <ScorePicker name={id} value={typeof value === "number" ? value : null} change={change} />;
    case "yesNo":
      return <YesNo name={id} value={typeof value === "boolean" ? value : null} change={change} />;
    case "evidence":
      return (
        <EvidenceField caseId={found.id} value={value as readonly string[] | undefined} change={change} />
      );
    case "parts":
      return <PartsField found={found} value={value as readonly PartValue[] | undefined} change={change} />;
    case "case":
      return <CaseNumberField id={id} caseId={found.id} value={text} change={change} />;
    case "date":
      return (
        <input id={id} type="date" value={text} onChange={(event) => change(event.currentTarget.value)} />
      );
  }
}
