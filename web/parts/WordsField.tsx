/** Free words with the standard texts (常用语) that fit; a text is put in and stays editable. */
import type { FieldName } from "../../server/domain/fields.ts";
import { PhrasePicker } from "./laterParts.tsx";

interface WordsFieldProps {
  readonly id: string;
  readonly name: FieldName;
  readonly value: string;
  readonly max: number;
  readonly change: (value: string) => void;
  /** What is written about: the act, and the item's major class where it is known. */
  readonly action: string;
  readonly major: string | null;
}

export function WordsField({ id, name, value, max, change, action, major }: WordsFieldProps) {
  return (
    <>
      <textarea
        id={id}
        value={value}
        maxLength={max}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <PhrasePicker occasion={{ field: name, action, major }} written={value.trim()} change={change} />
    </>
  );
}
