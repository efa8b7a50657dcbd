/** Free words with the standard phrases of this field on top; a phrase is put in and stays editable. */
import type { FieldName } from "../../server/domain/fields.ts";
import { words } from "../words.ts";
import styles from "./WordsField.module.css";

interface WordsFieldProps {
  readonly id: string;
  readonly name: FieldName;
  readonly value: string;
  readonly max: number;
  readonly change: (value: string) => void;
}

export function WordsField({ id, name, value, max, change }: WordsFieldProps) {
  const phrases = words.phrases[name] ?? [];
  return (
    <>
      <textarea
        id={id}
        value={value}
        maxLength={max}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {phrases.length > 0 && (
        <div class={styles["phrases"]} role="group" aria-label={words.caseFile.phrases}>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              class={styles["phrase"]}
              onClick={() => change(value.trim() === "" ? phrase : `${value}${phrase}`)}
            >
              {phrase}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
