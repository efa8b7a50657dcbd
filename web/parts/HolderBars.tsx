/** In whose hands the overdue cases lie: a bar each, a link to exactly these. */
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import { momentText } from "../state/moment.ts";
import { holderAddress } from "../state/wallLinks.ts";
import { now } from "../state/serverTime.ts";
import { worklistWords } from "../worklistWords.ts";
import styles from "./HolderBars.module.css";
import { Empty } from "./Notice.tsx";
import { overviewWords } from "../overviewWords.ts";

const SHOWN = 10;

export function HolderBars({ holders }: { readonly holders: OverviewAnswer["holders"] }) {
  const late = holders.filter((row) => row.overdue > 0);
  const most = Math.max(1, ...late.map((row) => row.overdue));
  return (
    <section class={`card ${styles["card"]}`} aria-label={overviewWords.holders}>
      <h2>{overviewWords.holders}</h2>
      {late.length === 0 && <Empty title={worklistWords.empty.noneLate} />}
      <ul>
        {late.slice(0, SHOWN).map((row) => (
          <li key={row.holder.code}>
            <a class={styles["row"]} href={holderAddress(row.holder.code)}>
              <span class={styles["name"]}>{row.holder.name}</span>
              <span class={styles["count"]}>{overviewWords.lateAndSoon(row.overdue, row.warned)}</span>
              <span class={styles["track"]} aria-hidden="true">
                <span class={styles["bar"]} style={{ width: `${(row.overdue / most) * 100}%` }} />
              </span>
              {row.oldestDueAt !== null && (
                <small>{overviewWords.oldest(momentText(row.oldestDueAt, now.value))}</small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
