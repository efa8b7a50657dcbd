/** What checking a file of components found: other ways to read it, each taken and taken back by one tap, and its faults. */
import type { ComponentImportAnswer } from "../../server/domain/component/answers.ts";
import { componentWords } from "../componentWords.ts";
import type { ImportReading } from "../state/components.ts";
import { Hint } from "./Notice.tsx";
import styles from "./Panel.module.css";

const { import: text } = componentWords;

interface CheckedProps {
  readonly checked: ComponentImportAnswer;
  readonly reading: ImportReading;
  /** The reading that the last accepted offer replaced. */
  readonly before: ImportReading | null;
  readonly busy: boolean;
  readonly accept: (reading: ImportReading) => unknown;
  readonly undo: () => unknown;
  readonly store: () => unknown;
}

export function ComponentChecked({ checked, store, ...way }: CheckedProps) {
  const { rows, added, changed, same, unused, offset } = checked;
  const count = added + changed;
  return (
    <>
      <p>{text.sum(rows, added, changed, same)}</p>
      {unused.length > 0 && <p class="muted">{text.unused(unused)}</p>}
      <Taken checked={checked} {...way} />
      <Offers checked={checked} {...way} />
      <Faults checked={checked} />
      {offset === null && (
        <button
          type="button"
          class="button primary"
          disabled={way.busy || count === 0}
          onClick={() => void store()}
        >
          {count === 0 ? text.nothing : text.store(count)}
        </button>
      )}
    </>
  );
}

type WayProps = Omit<CheckedProps, "store">;

/** An offer that was accepted, and the way back. */
function Taken({ checked, reading, before, busy, undo }: WayProps) {
  if (before === null) return null;
  const isTurned = reading.swap && !before.swap;
  return (
    <Hint>
      {checked.turned > 0 && <p>{text.turned(checked.turned)}</p>}
      <button type="button" class="button" disabled={busy} onClick={() => void undo()}>
        {isTurned ? text.undoSwap : text.undoDatum(text.datums[before.datum])}
      </button>
    </Hint>
  );
}

function Offers({ checked: { offset, offers }, reading, busy, accept }: WayProps) {
  const shifted = offset === null ? [] : [{ kind: "datum" as const, ...offset }];
  return (
    <>
      {[...offers, ...shifted].map(({ kind, message, datum }) => (
        <Hint key={message} tone="warn">
          <p>{message}</p>
          {kind === "swapped" ? (
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => void accept({ ...reading, swap: true })}
            >
              {text.swap}
            </button>
          ) : (
            datum !== null && (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => void accept({ ...reading, datum })}
              >
                {text.rereadAs(text.datums[datum])}
              </button>
            )
          )}
        </Hint>
      ))}
    </>
  );
}

function Faults({ checked: { faults, faultCount } }: Pick<CheckedProps, "checked">) {
  if (faultCount === 0) return null;
  return (
    <>
      <p class={styles["grave"]}>{text.faults(faultCount)}</p>
      <ul class={`${styles["list"]} ${styles["changes"]}`} tabIndex={0} aria-label={text.faults(faultCount)}>
        {faults.map((fault) => (
          <li key={fault.message}>{fault.message}</li>
        ))}
        {faultCount > faults.length && <li class="muted">{text.moreFaults(faultCount - faults.length)}</li>}
      </ul>
    </>
  );
}
