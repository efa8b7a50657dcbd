/** How a figure was worked out: its formula, what was counted, what was left out and why, and whence the rule comes. */
import { useEffect, useRef } from "preact/hooks";
import type { FigureAnswer, GroupAnswer, IndicatorAnswer } from "../../server/domain/evaluate/answers.ts";
import { objectedWords } from "../../server/domain/evaluate/words.ts";
import { evaluationWords as words } from "../evaluationWords.ts";
import { type Asked, casesAddress, type CasesAsked, goesByCells } from "../state/evaluationAddress.ts";
import { figureText } from "../state/figureText.ts";
import { openDialog } from "../state/formKeys.ts";
import { account, unit } from "../state/session.ts";
import { words as common } from "../words.ts";
import styles from "./FigureDialog.module.css";
import { Icon } from "./Icon.tsx";
import frame from "./MoveDialog.module.css";

export interface Opened {
  readonly indicator: IndicatorAnswer;
  readonly figure: FigureAnswer;
  /** null: all groups together. */
  readonly group: GroupAnswer["group"] | null;
}

interface FigureDialogProps {
  readonly asked: Asked;
  readonly opened: Opened;
  readonly close: () => void;
}

export function FigureDialog({ asked, opened, close }: FigureDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => openDialog(dialog.current), []);
  const { indicator, figure, group } = opened;
  const { from, to, by, township, gridVersion } = asked;
  const list = (part: CasesAsked["part"], reason?: string) =>
    casesAddress({
      indicator: indicator.code,
      part,
      from,
      to,
      by,
      township,
      group: group?.code,
      reason,
      gridVersion: goesByCells(by) ? gridVersion : undefined,
    });
  return (
    <dialog ref={dialog} class={frame["dialog"]} onClose={close} aria-labelledby="figure-title">
      <header class={frame["head"]}>
        <h2 id="figure-title">{indicator.name}</h2>
        <span class="muted">{group?.name ?? words.total}</span>
        <button type="button" class={frame["close"]} aria-label={common.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class={`${frame["body"]} ${styles["body"]}`}>
        <p class={styles["value"]}>
          <strong>{figureText(figure, indicator)}</strong>
          <span class="muted">{words.figure.better[indicator.better]}</span>
        </p>
        <p>{indicator.formula}</p>
        <Parts opened={opened} list={list} />
        <dl class={styles["basis"]}>
          <dt>{words.figure.basis}</dt>
          <dd>{indicator.basis}</dd>
          {indicator.unconfirmed !== null && (
            <>
              <dt>{words.figure.unconfirmed}</dt>
              <dd>{indicator.unconfirmed}</dd>
            </>
          )}
        </dl>
        {isOwn(asked, group) && (
          <a class="button" href={list("of")}>
            {words.figure.object}
          </a>
        )}
      </div>
    </dialog>
  );
}

interface PartsProps {
  readonly opened: Opened;
  readonly list: (part: CasesAsked["part"], reason?: string) => string;
}

function Parts({ opened: { indicator, figure }, list }: PartsProps) {
  const { over, of, excluded } = figure;
  const isShare = indicator.kind === "share";
  return (
    <ul class={styles["parts"]}>
      <li>
        <span>{words.figure.over}</span>
        <a href={list("over")}>{isShare ? words.figure.cases(over) : words.figure.sum(over)}</a>
      </li>
      <li>
        <span>{words.figure.under}</span>
        <a href={list("of")}>{words.figure.cases(of)}</a>
      </li>
      {Object.entries(excluded).map(([code, n]) => {
        const reason = indicator.exclusions.find((row) => row.code === code);
        return (
          <li key={code}>
            <span>
              {words.cases.excludedBecause(reason?.name ?? objectedWords)}
              {reason && <small class="muted">{reason.basis}</small>}
            </span>
            <a href={list("excluded", code)}>{words.figure.cases(n)}</a>
          </li>
        );
      })}
      {Object.keys(excluded).length === 0 && (
        <li>
          <span class="muted">{words.figure.none}</span>
        </li>
      )}
    </ul>
  );
}

/** Units speak for their own figures, as they count: by the cells of the day. */
export function isOwn(
  { by, gridVersion }: Pick<Asked, "by" | "gridVersion">,
  group: { readonly code: string } | null,
): boolean {
  const role = account.value?.role;
  const isUnit = role === "department" || role === "township";
  const isOfDay = by === "unit" || (by === "township" && gridVersion === undefined);
  return isUnit && group !== null && group.code === unit.value?.code && isOfDay;
}
