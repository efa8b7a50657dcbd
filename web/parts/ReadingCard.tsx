/** How the text was read: candidates with their certainty, and on demand the words that counted (为什么). */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { deskWords } from "../../server/domain/words.ts";
import { readingWords } from "../readingWords.ts";
import { words } from "../words.ts";
import { SaidTimesRow } from "./laterParts.tsx";
import { Hint } from "./Notice.tsx";
import styles from "./ReadingCard.module.css";
import { ReadingReasons } from "./ReadingReasons.tsx";

export function ReadingCard({ found }: { readonly found: CaseAnswer }) {
  const { reading, suggestions } = found;
  const open = found.state === "reported";
  return (
    <section class={`card ${styles["card"]}`} aria-label={readingWords.title}>
      <h2>{readingWords.title}</h2>
      {open && found.desk.length > 0 && (
        <Hint tone="warn">{found.desk.map((reason) => deskWords[reason]).join(words.semicolon)}</Hint>
      )}
      {suggestions.length === 0 && <p class="muted">{readingWords.nothing}</p>}
      <ol class={styles["list"]}>
        {suggestions.map((row) => (
          <li key={row.code}>
            <span class={styles["name"]}>
              {row.name}
              {row.code === found.item?.code && <b>{readingWords.chosen}</b>}
            </span>
            <meter
              class={styles["meter"]}
              min={0}
              max={1}
              value={row.probability}
              aria-label={readingWords.certainty}
            />
            <span class={styles["share"]}>{words.percent(row.probability)}</span>
          </li>
        ))}
      </ol>
      {found.times.length > 0 && <SaidTimesRow times={found.times} />}
      {reading.why && <p class="muted">{readingWords.unsure[reading.why]}</p>}
      <ReadingReasons caseId={found.id} />
    </section>
  );
}
