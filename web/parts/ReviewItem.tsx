/** 复核: what somebody asks leave for, why, by when it is decided, and who may. */
import type { ReviewRow } from "../../server/domain/supervisionAnswers.ts";
import type { Action } from "../../server/domain/workflow.ts";
import { actionWords } from "../../server/domain/words.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { supervisionWords } from "../supervisionWords.ts";
import { words } from "../words.ts";
import { CaseLink } from "./CaseLink.tsx";
import styles from "./ReviewItem.module.css";

export function ReviewItem({ row }: { readonly row: ReviewRow }) {
  const text = supervisionWords.reviews;
  const { case: found } = row;
  return (
    <li class={styles["review"]}>
      <b class={styles["kind"]}>{text.kinds[row.kind]}</b>
      <CaseLink of={found} />
      <span class={styles["asked"]}>
        <span>{text.asked(row.by?.name ?? words.none, momentText(row.at, now.value))}</span>
        <small class={late(row) ? styles["late"] : ""}>{dueText(row)}</small>
      </span>
      <span class={styles["acts"]}>
        {row.moves.length === 0 && <small class="muted">{text.notYours}</small>}
        {row.moves.map((action) => (
          <a key={action} class={buttonOf(action)} href={`/cases/${found.id}?act=${action}`}>
            {actionWords[action]}
          </a>
        ))}
      </span>
      <q class={styles["words"]}>{row.words ?? text.noWords}</q>
      {row.until !== null && <p class={styles["words"]}>{text.until(row.until)}</p>}
      {row.first && (
        <p class={styles["words"]}>
          {text.first(row.first.name ?? words.none, row.first.words ?? text.noWords)}
          <b class={styles["second"]}>{text.waitsForSecond}</b>
        </p>
      )}
    </li>
  );
}

function late({ dueAt }: ReviewRow): boolean {
  return dueAt !== null && dueAt <= now.value;
}

function dueText(row: ReviewRow): string {
  const text = supervisionWords.reviews;
  if (row.dueAt === null) return words.none;
  const moment = momentText(row.dueAt, now.value);
  return late(row) ? text.pastDue(moment) : text.dueBy(moment);
}

function buttonOf(action: Action): string {
  return action === "dismiss" || action === "refuseRequest" ? "button quiet" : "button primary";
}
