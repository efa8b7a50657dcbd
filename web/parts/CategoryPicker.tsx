/** Choosing an item: suggestions of the reading and this person's usual ones as large keys, all classes one press away. */
import { useState } from "preact/hooks";
import type { Suggestion } from "../../server/domain/readerAnswers.ts";
import { frequentItems, readUses } from "../state/frequent.ts";
import { itemOf, reference } from "../state/reference.ts";
import { words } from "../words.ts";
import styles from "./CategoryPicker.module.css";
import { Icon } from "./Icon.tsx";
import { classIcon } from "./iconPaths.ts";
import { reportWords } from "../reportWords.ts";

/** Three rows of three. */
const SHOWN = 9;

interface CategoryPickerProps {
  readonly value: string | null;
  readonly suggestions: readonly Suggestion[];
  readonly change: (itemCode: string | null) => void;
}

export function CategoryPicker({ value, suggestions, change }: CategoryPickerProps) {
  const [major, setMajor] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const suggested = suggestions.map((row) => row.code);
  const usual = frequentItems(readUses(), usualItems()).filter((code) => !suggested.includes(code));
  const shown = [...suggested, ...usual].slice(0, SHOWN);
  const keys = value !== null && !shown.includes(value) ? [value, ...shown.slice(0, SHOWN - 1)] : shown;

  function choose(code: string): void {
    change(code === value ? null : code);
    setAll(false);
    setMajor(null);
  }

  return (
    <div>
      <div class={styles["keys"]}>
        {keys.map((code) => (
          <button
            key={code}
            type="button"
            class={styles["key"]}
            aria-pressed={code === value}
            onClick={() => choose(code)}
          >
            <Icon name={classIcon(code.slice(0, 2))} size={22} />
            <span title={itemOf(code)?.name}>{words.shortName(itemOf(code)?.name ?? code)}</span>
            {suggested.includes(code) && <small>{reportWords.suggested}</small>}
          </button>
        ))}
      </div>
      <button
        type="button"
        class={`button quiet ${styles["more"]}`}
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? reportWords.fewer : reportWords.allItems}
        <Icon name="down" size={14} />
      </button>
      {all && <AllItems major={major} setMajor={setMajor} value={value} choose={choose} />}
    </div>
  );
}

interface AllItemsProps {
  readonly major: string | null;
  readonly setMajor: (code: string | null) => void;
  readonly value: string | null;
  readonly choose: (code: string) => void;
}

function AllItems({ major, setMajor, value, choose }: AllItemsProps) {
  const majors = reference.value?.majors ?? [];
  const open = majors.find((row) => row.code === major);
  return (
    <>
      <div class={styles["majors"]}>
        {majors.map((row) => (
          <button
            key={row.code}
            type="button"
            class={styles["major"]}
            aria-pressed={row.code === major}
            onClick={() => setMajor(row.code === major ? null : row.code)}
          >
            <Icon name={classIcon(row.code)} size={24} />
            {row.name}
          </button>
        ))}
      </div>
      {open?.minors.map((minor) => (
        <section key={minor.code} class={styles["minor"]}>
          <h3>{minor.name}</h3>
          <div class={styles["items"]}>
            {minor.items.map((item) => (
              <button
                key={item.code}
                type="button"
                class={styles["item"]}
                aria-pressed={item.code === value}
                onClick={() => choose(item.code)}
              >
                {item.name}
              </button>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** For a beginner without habits: the first item of every major class. */
function usualItems(): readonly string[] {
  const majors = reference.value?.majors ?? [];
  return majors.flatMap((major) => major.minors[0]?.items.slice(0, 1).map((item) => item.code) ?? []);
}
