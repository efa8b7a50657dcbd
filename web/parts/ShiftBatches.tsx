/** Batches that were corrected: who, why, how many; each taken back as a whole. */
import { useState } from "preact/hooks";
import type { ShiftBatchRow, ShiftDoneAnswer } from "../../server/domain/shift/answers.ts";
import { wallClock } from "../../server/domain/time.ts";
import { shiftWords as text } from "../shiftWords.ts";
import { momentText } from "../state/moment.ts";
import { undoBatch } from "../state/shifts.ts";
import { say } from "../state/toast.ts";
import panel from "./Panel.module.css";
import { ShiftSteps } from "./ShiftSteps.tsx";

interface ShiftBatchesProps {
  readonly batches: readonly ShiftBatchRow[];
  readonly now: number;
}

export function ShiftBatches({ batches, now }: ShiftBatchesProps) {
  return (
    <section class={`card ${panel["card"]}`} aria-label={text.batches}>
      <h2>{text.batches}</h2>
      {batches.length === 0 && <p class="muted">{text.noBatches}</p>}
      <ul>
        {batches.map((batch) => (
          <Batch key={batch.id} batch={batch} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Batch({ batch, now }: { readonly batch: ShiftBatchRow; readonly now: number }) {
  const [trial, setTrial] = useState<ShiftDoneAnswer | null>(null);
  const { id, name, source, cause, window, cases, reason, by, at, undone } = batch;
  return (
    <li class={panel["rule"]}>
      <div>
        <p>
          <strong>{name}</strong> <span class="muted">{text.kinds[source.kind]}</span>
        </p>
        <p>{text.batch(cases, text.cause(cause))}</p>
        {window && <p>{text.batchWindow(wallClock(window.from), wallClock(window.until))}</p>}
        <p class="muted">{text.by(by, momentText(at, now), reason)}</p>
        {undone && <p class="muted">{text.undone(undone.by, momentText(undone.at, now), undone.reason)}</p>}
        {trial && <p role="status">{text.undoSum(trial.cases, trial.skipped)}</p>}
        {undone === null && (
          <ShiftSteps
            id={id}
            begin={text.undo}
            label={text.undoNamed(name)}
            act={async (step) => await undoBatch(id, step)}
            tried={setTrial}
            apply={(done) => text.undoApply(done.cases)}
            done={(done) => say(text.undoDone(done.cases))}
          />
        )}
      </div>
    </li>
  );
}
