/** 说到的时间: the words of a report that say when, each with what it means. Nothing where none was said. */
import type { SaidTime } from "../../server/domain/times/times.ts";
import { saidTimeText } from "../state/saidTime.ts";
import { now } from "../state/serverTime.ts";
import { timeWords } from "../timeWords.ts";
import styles from "./SaidTimes.module.css";

export function SaidTimes({ times }: { readonly times: readonly SaidTime[] }) {
  return (
    <ul aria-label={timeWords.title}>
      {times.map((said) => (
        <li key={said.at}>{timeWords.quoted(said.words, saidTimeText(said, now.value))}</li>
      ))}
    </ul>
  );
}

/** The same under its own heading. */
export function SaidTimesRow(props: { readonly times: readonly SaidTime[] }) {
  return (
    <div class={styles["row"]}>
      <h3>{timeWords.title}</h3>
      <SaidTimes {...props} />
    </div>
  );
}
