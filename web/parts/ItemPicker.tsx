/** The item of a case: what the reading suggests as chips with its certainty, the whole list beneath. */
import type { Suggestion } from "../../server/domain/readerAnswers.ts";
import { reference } from "../state/reference.ts";
import { words } from "../words.ts";
import { NameFilter } from "./laterParts.tsx";
import styles from "./ItemPicker.module.css";

interface ItemPickerProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly value: string;
  /** A choice beside the list. */
  readonly beside?: { readonly value: string; readonly label: string };
  readonly change: (value: string) => void;
}

export function ItemPicker({ id, suggestions, value, beside, change }: ItemPickerProps) {
  const majors = reference.value?.majors ?? [];
  return (
    <>
      {suggestions.length > 0 && (
        <div class={styles["chips"]}>
          {suggestions.map((suggestion) => (
            <button
              key={suggestion.code}
              type="button"
              class={styles["chip"]}
              aria-pressed={value === suggestion.code}
              onClick={() => change(suggestion.code)}
            >
              {suggestion.name}
              <span class={styles["share"]}>{words.percent(suggestion.probability)}</span>
            </button>
          ))}
        </div>
      )}
      <NameFilter
        id={id}
        rows={majors.flatMap(({ minors }) => minors.flatMap(({ items }) => items))}
        choose={change}
      />
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {beside && <option value={beside.value}>{beside.label}</option>}
        {majors.flatMap((major) =>
          major.minors.map((minor) => (
            <optgroup key={minor.code} label={`${major.name} · ${minor.name}`}>
              {minor.items.map((item) => (
                <option key={item.code} value={item.code}>
                  {item.name}
                </option>
              ))}
            </optgroup>
          )),
        )}
      </select>
    </>
  );
}
