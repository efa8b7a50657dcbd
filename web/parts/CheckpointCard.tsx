/** The last checkpoint over all records, to be handed outside, and the earlier ones. */
import type { RecordAnswer } from "../../server/domain/recordAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import type { Problem } from "../api.ts";
import { protectWords } from "../protectWords.ts";
import { FactList } from "./FactList.tsx";
import { Empty, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

const words = protectWords.record;

interface CheckpointCardProps {
  readonly found: Pick<RecordAnswer, "checkpoints" | "entries" | "key">;
  /** Leaders look; others sign one now. */
  readonly mayMake: boolean;
  readonly problem: Problem | null;
  readonly make: () => void;
}

export function CheckpointCard({ found, mayMake, problem, make }: CheckpointCardProps) {
  const [last, ...earlier] = found.checkpoints;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.checkpoint}>
      <h2>{words.checkpoint}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {!last && <Empty title={words.none} hint={words.noneHint} icon="lock" />}
      {last && (
        <FactList
          facts={[
            { name: words.at, value: wallClock(last.at) },
            { name: words.size, value: words.sizeOf(last.size) },
            { name: words.entries, value: String(found.entries) },
            { name: words.algorithm, value: last.algorithm },
            { name: words.short, value: last.short, isCode: true },
            { name: words.root, value: last.root, isCode: true },
            { name: words.key, value: found.key ?? "—", isCode: true },
          ]}
        />
      )}
      {(mayMake || last) && (
        <p class={styles["acts"]}>
          {mayMake && (
            <button type="button" class="button primary" onClick={make}>
              {words.make}
            </button>
          )}
          {last && (
            <>
              <a class="button" href={fileOf(last.note)} download={`huying-checkpoint-${last.size}.txt`}>
                {words.download}
              </a>
              <a class="button" href="/print/record" target="_blank">
                {words.print}
              </a>
            </>
          )}
        </p>
      )}
      <p class="muted">{words.seal}</p>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <ul class={styles["list"]}>
            {earlier.map((one) => (
              <li key={`${one.size} ${one.algorithm}`}>
                {wallClock(one.at)} · {words.sizeOf(one.size)} · <code>{one.short}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A few lines of text that the page holds already. */
function fileOf(note: string): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(note)}`;
}
