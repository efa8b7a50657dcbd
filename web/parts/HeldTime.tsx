/** 时间账: a bar for each holder and lawful pause, and the same as a table whose parts add up. */
import type { HeldTimesAnswer } from "../../server/domain/clockAnswers.ts";
import { ruleBookWords } from "../ruleBookWords.ts";
import { officeText, spanText } from "../state/moment.ts";
import { words } from "../words.ts";
import { TableHead } from "./TableHead.tsx";
import side from "./CaseSide.module.css";
import styles from "./HeldTime.module.css";

type Part = HeldTimesAnswer["parts"][number];

export function HeldTime({ ledger }: { readonly ledger: HeldTimesAnswer }) {
  const { parts, total } = ledger;
  if (total === 0) return null;
  const columns = ruleBookWords.ledgerColumns;
  return (
    <section class={`card ${side["card"]}`} aria-label={ruleBookWords.ledger}>
      <h2>{ruleBookWords.ledger}</h2>
      <ul class={styles["bars"]} aria-hidden="true">
        {parts.map((part) => (
          <li key={keyOf(part)}>
            <span>{nameOf(part)}</span>
            <span class={styles["share"]}>{ruleBookWords.share(part.elapsed / total)}</span>
            <span class={styles["track"]}>
              <span
                class={part.pause === null ? styles["bar"] : styles["pause"]}
                style={{ width: `${(part.elapsed / total) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{ruleBookWords.ledgerTable}</summary>
        <table class={styles["table"]}>
          <TableHead names={Object.values(columns)} />
          <tbody>
            {parts.map((part) => (
              <tr key={keyOf(part)}>
                <th scope="row">{nameOf(part)}</th>
                <td>{spanText(part.elapsed)}</td>
                <td>{officeText(part.office)}</td>
                <td>{part.times}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{ruleBookWords.total}</th>
              <td>{spanText(total)}</td>
              <td>{words.none}</td>
              <td>{words.none}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </section>
  );
}

function keyOf({ holder, pause }: Part): string {
  return `${holder?.code ?? ""} ${pause ?? ""}`;
}

function nameOf({ holder, pause }: Part): string {
  return pause === null ? words.shortName(holder?.name ?? words.none) : ruleBookWords.pauses[pause];
}
