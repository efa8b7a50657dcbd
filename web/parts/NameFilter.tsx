/** A field over a list of choices that leaves those whose name is meant: a piece of it, or its initials (slj). */
import { useState } from "preact/hooks";
import { byInitials } from "../../geo/places/initials.ts";
import { keyWords } from "../keyWords.ts";
import { initialsOfName } from "../state/nameInitials.ts";
import styles from "./NameFilter.module.css";

interface NamedRow {
  readonly code: string;
  readonly name: string;
}

interface NameFilterProps {
  /** Of the list that it filters. */
  readonly id: string;
  readonly rows: readonly NamedRow[];
  readonly choose: (code: string) => void;
}

const MOST_SHOWN = 6;

export function NameFilter({ id, rows, choose }: NameFilterProps) {
  const [text, setText] = useState("");
  const meant = text.trim() === "" ? [] : byInitials(rows, ({ name }) => initialsOfName(name), text);

  function take(code: string): void {
    choose(code);
    setText("");
    document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  return (
    <div class={styles["filter"]}>
      <input
        type="text"
        aria-label={keyWords.filter}
        placeholder={keyWords.filterHint}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing || text.trim() === "") return;
          // The form is not sent by the key that chooses
          event.preventDefault();
          if (meant[0]) take(meant[0].code);
        }}
      />
      {text.trim() !== "" && (
        <div class={styles["meant"]} role="group" aria-label={keyWords.named}>
          {meant.slice(0, MOST_SHOWN).map(({ code, name }) => (
            <button key={code} type="button" class={styles["name"]} onClick={() => take(code)}>
              {name}
            </button>
          ))}
          {meant.length === 0 && (
            <span class="muted" role="status">
              {keyWords.noneNamed(text.trim())}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
