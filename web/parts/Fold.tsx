/** What stands back behind one line: a fold where there is room; on a phone a sheet from below that leaves the case's head to read. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import { openDialog } from "../state/formKeys.ts";
import { overPage } from "../state/overPage.ts";
import { isUpright } from "../state/upright.ts";
import styles from "./Fold.module.css";
import { Icon } from "./Icon.tsx";
import frame from "./MoveDialog.module.css";

interface FoldProps {
  readonly title: string;
  /** Whose case it is stands on the sheet. */
  readonly found: Pick<CaseAnswer, "item" | "number">;
  readonly class: string | undefined;
  readonly children: ComponentChildren;
}

export function Fold({ title, found, class: name, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isUpright.value)
    return (
      <details class={name}>
        <summary>{title}</summary>
        {children}
      </details>
    );
  return (
    <div class={name}>
      <button type="button" class={styles["opener"]} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {title}
      </button>
      {isOpen && (
        <Sheet title={title} found={found} close={() => setOpen(false)}>
          {children}
        </Sheet>
      )}
    </div>
  );
}

interface SheetProps extends Omit<FoldProps, "class"> {
  readonly close: () => void;
}

/** Closed by Esc, the cross, 返回, a tap beside it, and by the act that is pressed on it. */
function Sheet({ title, found, close, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => openDialog(dialog.current), []);
  useEffect(() => overPage(() => dialog.current?.close()), []);
  const isLeft = ({ target }: Event) =>
    target === dialog.current || (target instanceof Element && target.closest("button:enabled") !== null);
  return (
    <dialog
      ref={dialog}
      class={`${frame["dialog"]} ${styles["sheet"]}`}
      aria-label={title}
      onClose={close}
      onClick={(event) => isLeft(event) && dialog.current?.close()}
    >
      <header class={frame["head"]}>
        <h2>{title}</h2>
        <span class="muted">
          {found.item?.name ?? worklistWords.noItem} {found.number}
        </span>
        <button type="button" class={frame["close"]} aria-label={words.close}>
          <Icon name="close" />
        </button>
      </header>
      <div class={styles["body"]}>{children}</div>
    </dialog>
  );
}
