/** 地名别名: a name that was taught, by whom and where, with its way back. */
import { useState } from "preact/hooks";
import type { NameRow } from "../../server/domain/mapAnswers.ts";
import { nameWords as words } from "../nameWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import panel from "./Panel.module.css";

interface NameItemProps {
  readonly row: NameRow;
  readonly show: () => void;
  readonly isShown: boolean;
  readonly undo: (row: NameRow) => Promise<void>;
  readonly teachAgain: (row: NameRow) => Promise<void>;
  /** Nobody taught the name once more since it was taken back. */
  readonly mayTeach: boolean;
}

export function NameItem({ row, show, isShown, undo, teachAgain, mayTeach }: NameItemProps) {
  const [busy, setBusy] = useState(false);
  const { name, cell, by, at, caseId, undone, mayUndo } = row;
  const act = async (what: (row: NameRow) => Promise<void>) => {
    setBusy(true);
    await what(row);
    setBusy(false);
  };
  return (
    <li class={panel["rule"]}>
      <div>
        <p>{undone === null ? <strong>{name}</strong> : <s>{name}</s>}</p>
        <p>{cell?.name ?? words.noCell}</p>
        <p class="muted">
          {words.taught(by, momentText(at, now.value))}{" "}
          {caseId !== null && <a href={`/cases/${caseId}`}>{words.fromCase}</a>}
        </p>
        {undone && <p class="muted">{words.undone(undone.by, momentText(undone.at, now.value))}</p>}
      </div>
      <div class={panel["acts"]}>
        <button
          type="button"
          class="button"
          aria-pressed={isShown}
          aria-label={words.show(name)}
          onClick={show}
        >
          {words.showShort}
        </button>
        {undone === null && mayUndo && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={words.undoName(name)}
            onClick={() => void act(undo)}
          >
            {words.undo}
          </button>
        )}
        {undone !== null && mayTeach && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={words.againName(name)}
            onClick={() => void act(teachAgain)}
          >
            {words.again}
          </button>
        )}
      </div>
    </li>
  );
}
