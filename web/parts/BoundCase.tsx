/** Another case in a line: number, state, what it says. */
import type { BoundRow } from "../../server/domain/linking/answers.ts";
import { linkingWords } from "../linkingWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import styles from "./BoundCase.module.css";
import { StateBadge } from "./StateBadge.tsx";

export function BoundCase({ row }: { readonly row: BoundRow }) {
  return (
    <div class={styles["case"]}>
      <p class={styles["head"]}>
        {row.visible ? <a href={`/cases/${row.id}`}>{row.number}</a> : <span>{row.number}</span>}
        <StateBadge state={row.state} />
        <span class="muted">{momentText(row.reportedAt, now.value)}</span>
      </p>
      <p class={styles["text"]}>{row.text ?? linkingWords.bonds.hiddenText}</p>
    </div>
  );
}
