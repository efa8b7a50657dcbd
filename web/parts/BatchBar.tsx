/** 批量办理: what is chosen in the worklist, and the acts that may be done on all of it at once; no bar while nothing is. */
import { useEffect, useState } from "preact/hooks";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { stateWords } from "../../server/domain/words.ts";
import { batchWords as words } from "../batchWords.ts";
import { chooseAll, chosen, toggle, whyNot } from "../state/batch.ts";
import { type BatchAction, type BatchActor, fits, offered } from "../state/batchPlan.ts";
import { keyHint } from "../state/shortcuts.ts";
import styles from "./BatchBar.module.css";
import { BatchDialog } from "./BatchDialog.tsx";
import { Icon } from "./Icon.tsx";

/** As for a single case. */
const batchKeys = { accept: "e", urge: "u" } as const;

export function BatchBar({ actor }: { readonly actor: BatchActor }) {
  const [open, setOpen] = useState<BatchAction | null>(null);
  useEffect(() => {
    whyNot.value = (row) => (offered([row], actor).length > 0 ? null : words.notNow(stateWords[row.state]));
    // Chosen by a key before this bar was there
    for (const row of chosen.peek().values()) if (whyNot.peek()(row) !== null) toggle(row);
  }, [actor.role, actor.unit]);
  const picked = [...chosen.value.values()];
  const actions = offered(picked, actor);
  return (
    <>
      <div
        class={picked.length === 0 ? "" : styles["bar"]}
        role={picked.length === 0 ? undefined : "group"}
        aria-label={picked.length === 0 ? undefined : words.bar}
      >
        <strong role="status" class={picked.length === 0 ? "visuallyHidden" : ""}>
          {picked.length === 0 ? words.none : words.chosen(picked.length)}
        </strong>
        {picked.length > 0 && actions.length === 0 && <span class="muted">{words.noAct}</span>}
        {picked.length > 0 && <span class={styles["gap"]} />}
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class="button primary"
            {...keyHint(batchKeys[action])}
            onClick={() => setOpen(action)}
          >
            {words.actOn(words.acts[action], picked.filter((row) => fits(action, row, actor)).length)}…
          </button>
        ))}
        {picked.length > 0 && (
          <button type="button" class="button" aria-label={words.clear} onClick={() => clear(picked)}>
            <Icon name="close" size={16} />
          </button>
        )}
      </div>
      {open && <BatchDialog action={open} rows={picked} actor={actor} close={() => setOpen(null)} />}
    </>
  );
}

/** Nothing is chosen and the bar goes: the focus stays in the list. */
function clear(picked: readonly CaseRow[]): void {
  chooseAll([]);
  const [first] = picked;
  const box = document.querySelector<HTMLElement>(`[data-pick="${CSS.escape(first?.id ?? "")}"]`);
  box?.focus({ preventScroll: true });
}
