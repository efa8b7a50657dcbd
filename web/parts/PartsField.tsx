/** Several matters of one report, each in its own words and with its item; begins with where the text comes apart. */
import { useEffect } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { PartValue } from "../../server/domain/fields.ts";
import { proposeParts } from "../../server/domain/linking/proposeParts.ts";
import { linkingWords } from "../linkingWords.ts";
import { ItemPicker } from "./ItemPicker.tsx";
import styles from "./PartsField.module.css";

interface PartsFieldProps {
  readonly found: CaseAnswer;
  readonly value: readonly PartValue[] | undefined;
  readonly change: (value: readonly PartValue[]) => void;
}

const FEWEST = 2;
const MOST = 8;

export function PartsField({ found, value, change }: PartsFieldProps) {
  const { parts: text } = linkingWords;
  useEffect(() => {
    if (value === undefined) change(beginning(found.text));
  }, []);
  const parts = value ?? [];
  const put = (at: number, part: PartValue) => change(parts.map((old, index) => (index === at ? part : old)));
  return (
    <>
      {parts.map((part, at) => (
        <div key={at} class={styles["part"]}>
          <textarea
            value={part.text}
            maxLength={2000}
            aria-label={text.nth(at + 1)}
            onInput={(event) => put(at, { ...part, text: event.currentTarget.value })}
          />
          <label class="visuallyHidden" for={`part-item-${at}`}>
            {text.item(at + 1)}
          </label>
          <ItemPicker
            id={`part-item-${at}`}
            suggestions={found.suggestions}
            value={part.itemCode ?? ""}
            change={(code) => put(at, code === "" ? { text: part.text } : { ...part, itemCode: code })}
          />
          {parts.length > FEWEST && (
            <button
              type="button"
              class="button quiet"
              onClick={() => change(parts.filter((_, index) => index !== at))}
            >
              {text.remove(at + 1)}
            </button>
          )}
        </div>
      ))}
      {parts.length < MOST && (
        <button type="button" class="button" onClick={() => change([...parts, { text: "" }])}>
          {text.add}
        </button>
      )}
    </>
  );
}

function beginning(text: string): readonly PartValue[] {
  const proposed = proposeParts(text);
  return proposed.length > 0 ? proposed.map((part) => ({ text: part })) : [{ text }, { text: "" }];
}
