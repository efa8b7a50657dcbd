/** 常用语: a few that fit as keys, the rest behind a fold; what one has just written becomes one by a press. */
import { useEffect, useMemo, useState } from "preact/hooks";
import {
  fitting,
  LONGEST_PHRASE,
  type Occasion,
  type Phrase,
  type PhraseField,
  phraseFields,
} from "../../server/domain/phrases.ts";
import { phraseWords } from "../phraseWords.ts";
import { addPhrase, dropPhrase, needPhrases, noteUsed, phrases, usedPhrases } from "../state/phrases.ts";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./PhrasePicker.module.css";

/** As many keys as one takes in at a glance. */
const SHOWN = 4;

interface PhrasePickerProps {
  readonly occasion: Occasion;
  /** What stands in the field. */
  readonly written: string;
  readonly change: (value: string) => void;
}

export function PhrasePicker({ occasion, written, change }: PhrasePickerProps) {
  useEffect(needPhrases, []);
  // In the order of before: keys that jump under the finger are pressed wrongly
  const used = useMemo(usedPhrases, []);
  const known = phrases.value.value;
  const field = phraseFields.find((name) => name === occasion.field);
  if (!known || field === undefined) return null;
  const rows = fitting(known.rows, occasion, used);

  function put({ text }: Phrase): void {
    noteUsed(text);
    change(written === "" ? text : `${written}${text}`);
  }

  return (
    <div class={styles["picker"]}>
      <Keys rows={rows.slice(0, SHOWN)} put={put} />
      {rows.length > SHOWN && (
        <details>
          <summary>{phraseWords.more(rows.length - SHOWN)}</summary>
          <Keys rows={rows.slice(SHOWN)} put={put} />
        </details>
      )}
      {known.mayEdit && <Keep field={field} occasion={occasion} written={written} rows={rows} />}
      {known.mayEdit && <Manage rows={known.rows.filter((row) => row.own)} />}
    </div>
  );
}

interface KeysProps {
  readonly rows: readonly Phrase[];
  readonly put: (phrase: Phrase) => void;
}

function Keys({ rows, put }: KeysProps) {
  if (rows.length === 0) return null;
  return (
    <div class={styles["phrases"]} role="group" aria-label={phraseWords.label}>
      {rows.map((row) => (
        <button
          key={`${row.own} ${row.action} ${row.text}`}
          type="button"
          class={styles["phrase"]}
          onClick={() => put(row)}
        >
          {row.text}
          {row.own && <small> {phraseWords.own}</small>}
        </button>
      ))}
    </div>
  );
}

interface KeepProps {
  readonly field: PhraseField;
  readonly occasion: Occasion;
  readonly written: string;
  readonly rows: readonly Phrase[];
}

/** Offered only for what is no standard text yet. */
function Keep({ field, occasion, written, rows }: KeepProps) {
  const [busy, setBusy] = useState(false);
  const isNew = written.length >= 4 && written.length <= LONGEST_PHRASE;
  if (!isNew || rows.some(({ text }) => text === written)) return null;

  async function press(): Promise<void> {
    setBusy(true);
    const { action, major } = occasion;
    const why = await addPhrase({ field, action, major, text: written });
    setBusy(false);
    say(why === null ? phraseWords.kept : phraseWords.notKept(why));
  }

  return (
    <button type="button" class="button quiet" disabled={busy} onClick={() => void press()}>
      {phraseWords.keep}
    </button>
  );
}

function Manage({ rows }: { readonly rows: readonly Phrase[] }) {
  if (rows.length === 0) return null;

  async function drop(row: Phrase): Promise<void> {
    const why = await dropPhrase(row);
    if (why !== null) return say(phraseWords.notKept(why));
    const { own: _, ...phrase } = row;
    say(phraseWords.dropped, { label: words.undo, run: () => void addPhrase(phrase) });
  }

  return (
    <details>
      <summary>{phraseWords.manage(rows.length)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={`${row.field} ${row.action} ${row.major} ${row.text}`} class={styles["own"]}>
            <span>{row.text}</span>
            <button
              type="button"
              class="button quiet"
              aria-label={phraseWords.drop(row.text)}
              onClick={() => void drop(row)}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
