/** 批量办理: what is chosen in the worklist, and the acts that may be done on all of it at once. */
import { useState } from "preact/hooks";
import { batchWords as words } from "../batchWords.ts";
import { chooseAll, chosen, stopChoosing } from "../state/batch.ts";
import { type BatchAction, type BatchActor, fits, offered } from "../state/batchPlan.ts";
import { rows } from "../state/worklist.ts";
import styles from "./BatchBar.module.css";
import { BatchDialog } from "./BatchDialog.tsx";

export function BatchBar({ actor }: { readonly actor: BatchActor }) {
  const [open, setOpen] = useState<BatchAction | null>(null);
  const picked = [...chosen.value.values()];
  const actions = offered(picked, actor);
  return (
    <>
      <div class={styles["bar"]} role="group" aria-label={words.bar}>
        <strong role="status">{picked.length === 0 ? words.none : words.chosen(picked.length)}</strong>
        <button type="button" class="button" onClick={() => chooseAll(rows.value)}>
          {words.all}
        </button>
        <span class={styles["gap"]} />
        {picked.length > 0 && actions.length === 0 && <span class="muted">{words.noAct}</span>}
        {actions.map((action) => (
          <button key={action} type="button" class="button primary" onClick={() => setOpen(action)}>
            {words.actOn(words.acts[action], picked.filter((row) => fits(action, row, actor)).length)}…
          </button>
        ))}
        <button type="button" class="button" onClick={stopChoosing}>
          {words.stop}
        </button>
      </div>
      {open && <BatchDialog action={open} rows={picked} actor={actor} close={() => setOpen(null)} />}
    </>
  );
}
