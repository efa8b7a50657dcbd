/** One 疑似迹象: its rule in words and the cases behind it. Cases and units, never persons. */
import type { SignRow, SignsAnswer } from "../../server/domain/supervisionAnswers.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { supervisionWords } from "../supervisionWords.ts";
import styles from "./SignCard.module.css";

type Sign = SignsAnswer["signs"][number];

export function SignCard({ sign }: { readonly sign: Sign }) {
  const text = supervisionWords.signs;
  return (
    <section class={`card ${styles["sign"]}`} aria-label={sign.name}>
      <header>
        <h2>{sign.name}</h2>
        <span>{sign.rows.length === 0 ? text.none : text.count(sign.rows.length)}</span>
        <p class="muted">{text.rule(sign.rule)}</p>
      </header>
      <ul>
        {sign.rows.map((row) => (
          <Row key={`${row.at} ${row.cases[0]?.id ?? ""}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: SignRow }) {
  const text = supervisionWords.signs;
  const [first, ...others] = row.cases;
  return (
    <li class={styles["row"]}>
      <span class={styles["when"]}>
        <span>{momentText(row.at, now.value)}</span>
        <small>{row.unit?.name ?? supervisionWords.noUnit}</small>
      </span>
      {others.length === 0 ? (
        first && <CaseLink found={first} />
      ) : (
        <details class={styles["many"]}>
          <summary>{text.together(row.cases.length)}</summary>
          {row.cases.map((found) => (
            <CaseLink key={found.id} found={found} />
          ))}
        </details>
      )}
    </li>
  );
}

function CaseLink({ found }: { readonly found: SignRow["cases"][number] }) {
  return (
    <a class={styles["case"]} href={`/cases/${found.id}`}>
      <span>{found.text}</span>
      <small>
        {found.number} · {found.item?.name ?? supervisionWords.signs.noItem}
      </small>
    </a>
  );
}
