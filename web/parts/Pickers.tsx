import type { ReasonList } from "../../server/domain/fields.ts";
import { scoreWords } from "../../server/domain/words.ts";
import { reference } from "../state/reference.ts";
import { words } from "../words.ts";
import styles from "./Pickers.module.css";

interface ReasonPickerProps {
  readonly id: string;
  readonly list: ReasonList;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** Reasons come from the county's list; the rule behind the chosen one is shown. */
export function ReasonPicker({ id, list, value, change }: ReasonPickerProps) {
  const reasons = reference.value?.reasons[list] ?? [];
  const chosen = reasons.find((reason) => reason.code === value);
  return (
    <>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {reasons.map((reason) => (
          <option key={reason.code} value={reason.code}>
            {reason.name}
          </option>
        ))}
      </select>
      {chosen && <p class="muted">{words.basis(chosen.basis)}</p>}
    </>
  );
}

interface ScorePickerProps {
  readonly name: string;
  readonly value: number | null;
  readonly change: (value: number) => void;
}

/** Five levels of 好差评 in words, best first. */
export function ScorePicker({ name, value, change }: ScorePickerProps) {
  const levels = scoreWords.map((word, index) => ({ word, score: index + 1 })).reverse();
  return (
    <div class={styles["scores"]}>
      {levels.map(({ word, score }) => (
        <label key={score} class={styles["score"]}>
          <input type="radio" name={name} checked={value === score} onChange={() => change(score)} />
          <span>{word}</span>
        </label>
      ))}
    </div>
  );
}

interface YesNoProps {
  readonly name: string;
  readonly value: boolean | null;
  readonly change: (value: boolean) => void;
}

export function YesNo({ name, value, change }: YesNoProps) {
  return (
    <div class={styles["yesNo"]}>
      {[true, false].map((choice) => (
        <label key={String(choice)} class={styles["score"]}>
          <input type="radio" name={name} checked={value === choice} onChange={() => change(choice)} />
          <span>{choice ? words.yes : words.no}</span>
        </label>
      ))}
    </div>
  );
}
