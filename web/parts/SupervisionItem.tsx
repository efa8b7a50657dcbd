/** One case on a list of the supervision page: lamp, words, whom it is about, what may be done from here. */
import { useState } from "preact/hooks";
import type { SupervisionListName, SupervisionRow } from "../../server/domain/supervisionAnswers.ts";
import { momentText } from "../state/moment.ts";
import { loadTimed, now } from "../state/serverTime.ts";
import { ladder } from "../state/supervision.ts";
import { mayUrge, urgeCase } from "../state/urge.ts";
import { supervisionWords } from "../supervisionWords.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import { CaseLink } from "./CaseLink.tsx";
import { Countdown } from "./Countdown.tsx";
import styles from "./SupervisionItem.module.css";

interface ItemProps {
  readonly row: SupervisionRow;
  readonly of: SupervisionListName;
}

export function SupervisionItem({ row, of }: ItemProps) {
  const text = supervisionWords;
  const { case: found } = row;
  return (
    <li class={styles["item"]}>
      <Countdown of={found} idle={worklistWords.noClock[found.state] ?? words.none} />
      <CaseLink of={found} />
      <span class={styles["unit"]}>
        {row.standing.map((standing) => (
          <span key={`${standing.unit?.code ?? ""} ${standing.order}`} class={styles["standing"]}>
            <span>{standing.unit?.name ?? text.noUnit}</span>
            <small>{detailOf(row, standing, of)}</small>
          </span>
        ))}
      </span>
      <span class={styles["acts"]}>
        {of === "unheard" && mayUrge(found) && <UrgeAgain row={row} />}
        {row.standing.map(({ order }) => (
          <a
            key={order}
            class="button quiet"
            href={`/print/cases/${found.id}/orders/${order}`}
            target="_blank"
            aria-label={text.printCase(found.number, words.supervision.print(order))}
          >
            {words.supervision.print(order)}
          </a>
        ))}
      </span>
      {of === "unheard" &&
        row.standing.map(({ unit, order, lacking }) => (
          <p key={order} class={styles["why"]}>
            {text.lacking(unit?.name ?? text.noUnit, order, lacking)}
          </p>
        ))}
      {row.words !== null && row.words !== "" && <q class={styles["words"]}>{row.words}</q>}
    </li>
  );
}

type Standing = SupervisionRow["standing"][number];

function detailOf(
  { answerBy, answeredAt }: SupervisionRow,
  { order, at }: Standing,
  of: SupervisionListName,
): string {
  const text = supervisionWords;
  const said = (instant: number) => momentText(instant, now.value);
  if (answerBy !== null && answeredAt !== null) return text.answered(said(answerBy), said(answeredAt));
  if (of === "late" && answerBy !== null) return text.neverAnswered(said(answerBy), said(at));
  if (answerBy === null) return text.since(order, said(at));
  return answerBy <= now.value ? text.overdueAnswer(said(answerBy)) : text.answerBy(said(answerBy));
}

/** The next order also reaches those who have been named since. */
function UrgeAgain({ row }: { readonly row: SupervisionRow }) {
  const [busy, setBusy] = useState(false);

  async function press(): Promise<void> {
    setBusy(true);
    await urgeCase(row.case);
    await loadTimed(ladder);
    setBusy(false);
  }

  return (
    <button
      type="button"
      class="button"
      disabled={busy}
      aria-label={supervisionWords.urgeAgainOf(row.case.number)}
      onClick={() => void press()}
    >
      {supervisionWords.urgeAgain}
    </button>
  );
}
