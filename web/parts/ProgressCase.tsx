/** What a resident sees of their case: four steps, who works on it, what was promised, and what they may still say. */
import type { ProgressAnswer } from "../../server/domain/reportAnswers.ts";
import { scoreWords } from "../../server/domain/words.ts";
import { linkingWords } from "../linkingWords.ts";
import { deadlineText, momentText } from "../state/moment.ts";
import type { Progress } from "../state/progress.ts";
import { now } from "../state/serverTime.ts";
import { Hint } from "./Notice.tsx";
import styles from "./ProgressCase.module.css";
import { AddWords, RateCase, ReopenCase, WithdrawCase } from "./ProgressForms.tsx";
import { Steps } from "./Steps.tsx";
import { progressWords } from "../progressWords.ts";

interface ProgressCaseProps {
  readonly progress: Progress;
  readonly found: ProgressAnswer;
}

export function ProgressCase({ progress, found }: ProgressCaseProps) {
  const text = progressWords;
  const over = found.step === "done" || found.step === "declined" || found.step === "withdrawn";
  const late = found.promisedBy !== null && now.value > found.promisedBy && !over;
  return (
    <>
      <section class={`card ${styles["card"]}`}>
        <p class="muted">{found.number}</p>
        <p class={styles["text"]}>{found.text}</p>
        <Steps step={found.step} />
        <p class={styles["now"]}>{text.now[found.step](found.unit)}</p>
        {found.promisedBy !== null && !over && (
          <p>
            {text.promise} <strong>{deadlineText(found.promisedBy, now.value)}</strong>
          </p>
        )}
        {late && <Hint tone="warn">{text.late}</Hint>}
      </section>
      {found.parts.length > 0 && (
        <section class={`card ${styles["card"]}`} aria-label={linkingWords.parts.progress}>
          <h2>{linkingWords.parts.progress}</h2>
          <ol>
            {found.parts.map((part) => (
              <li key={part.text}>
                {part.text} <span class="muted">{text.now[part.step](part.unit)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section class={`card ${styles["card"]}`} aria-label={text.entries}>
        <h2>{text.entries}</h2>
        <ol>
          {[...found.entries].reverse().map((entry) => (
            <li key={`${entry.at}-${entry.action}`} class={styles["entry"]}>
              <time>{momentText(entry.at, now.value)}</time>
              <span>
                {text.entryOf(entry.action, entry.unit)}
                {entry.words !== null && <q>{entry.words}</q>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <p>
        <a class="button" href={progress.proofAddress()} download>
          {text.proof}
        </a>
      </p>
      <p class="muted">{text.proofHint}</p>
      {found.rating !== null && <Hint>{text.rated(scoreWords[found.rating - 1] ?? "")}</Hint>}
      {found.mayRate && <RateCase progress={progress} number={found.number} />}
      {found.mayReopen && <ReopenCase progress={progress} number={found.number} />}
      {found.mayAdd && <AddWords progress={progress} number={found.number} />}
      {found.mayWithdraw && <WithdrawCase progress={progress} number={found.number} />}
    </>
  );
}
