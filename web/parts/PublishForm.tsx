/** The end of a draft: published from a day on with a reason, or thrown away after a question. */
import { useState } from "preact/hooks";
import { dayNumber, dayOf, type Instant } from "../../server/domain/time.ts";
import { publishWords as words } from "../publishWords.ts";
import styles from "./Panel.module.css";
import { TextField } from "./TextField.tsx";

interface PublishFormProps {
  readonly now: Instant;
  /** Something is under way. */
  readonly isWorking: boolean;
  /** Something grave is wrong with the draft. */
  readonly isStopped?: boolean;
  readonly publish: (validFrom: string, note: string) => Promise<unknown>;
  readonly discard: () => Promise<unknown>;
}

export function PublishForm({ now, isWorking, isStopped = false, publish, discard }: PublishFormProps) {
  const [validFrom, setValidFrom] = useState(() => dayOf(dayNumber(now)));
  const [note, setNote] = useState("");
  return (
    <form
      class={styles["publish"]}
      onSubmit={(event) => {
        event.preventDefault();
        void publish(validFrom, note);
      }}
    >
      <TextField
        id="valid-from"
        label={words.validFrom}
        type="date"
        value={validFrom}
        required
        change={setValidFrom}
      />
      <TextField
        id="publish-note"
        label={words.note}
        maxLength={200}
        value={note}
        required
        change={setNote}
      />
      <div class={styles["acts"]}>
        <button type="submit" class="button primary" disabled={isWorking || isStopped}>
          {words.publish}
        </button>
        <button
          type="button"
          class="button danger"
          disabled={isWorking}
          onClick={() => {
            if (confirm(words.discardSure)) void discard();
          }}
        >
          {words.discard}
        </button>
      </div>
    </form>
  );
}
