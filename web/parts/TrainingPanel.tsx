/** Training in the background with its progress, and the versions that came of it. */
import { useEffect } from "preact/hooks";
import type { LearningAnswer } from "../../server/domain/learning/answers.ts";
import { marksWords } from "../marksWords.ts";
import { learning, marks, startTraining, useModel } from "../state/marks.ts";
import { momentText } from "../state/moment.ts";
import { words as common } from "../words.ts";
import styles from "./Panel.module.css";
import { Hint } from "./Notice.tsx";

const words = marksWords.training;
const LOOK_AGAIN = 1000;

export function TrainingPanel({ found }: { readonly found: LearningAnswer }) {
  const { training } = found;
  const isRunning = training.kind === "running";
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void learning.load(), LOOK_AGAIN);
    return () => {
      clearInterval(timer);
      void marks.load();
    };
  }, [isRunning]);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      <div>
        <button type="button" class="button" disabled={isRunning} onClick={() => void startTraining()}>
          {words.start}
        </button>
      </div>
      <div role="status">
        <TrainingState training={training} />
      </div>
      <ul>
        <Version isInUse={found.modelInUse === 0} version={0} name={words.builtIn} />
        {found.models.map((row) => (
          <Version
            key={row.version}
            isInUse={found.modelInUse === row.version}
            version={row.kept ? row.version : null}
            name={words.version(row.version)}
          >
            <p>{words.compared(common.percent(row.fresh.accuracy), common.percent(row.inUse.accuracy))}</p>
            <p class="muted">
              {words.from(row.rows, row.heldBack)} {momentText(row.createdAt, found.now)}
            </p>
            {!row.kept && <p class="muted">{words.worse}</p>}
            {row.doubtful.length > 0 && (
              <details>
                <summary>{words.doubtful}</summary>
                <ul>
                  {row.doubtful.map(({ number, given, likelier }, index) => (
                    <li key={number ?? index}>
                      {words.doubt(number ?? common.elsewhere, given.name, likelier.name)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Version>
        ))}
      </ul>
    </section>
  );
}

function TrainingState({ training }: Pick<LearningAnswer, "training">) {
  switch (training.kind) {
    case "idle":
      return null;
    case "running": {
      const share = training.total === 0 ? 0 : training.done / training.total;
      return (
        <>
          <p>{words.running(common.percent(share))}</p>
          <progress max={1} value={share} aria-label={words.title} />
        </>
      );
    }
    case "done":
      return <Hint>{words.done(training.version, training.replaced)}</Hint>;
    case "tooFew":
      return <Hint tone="warn">{words.tooFew(training.rows, training.needed)}</Hint>;
    case "failed":
      return <Hint tone="danger">{words.failed}</Hint>;
  }
}

interface VersionProps {
  readonly name: string;
  readonly isInUse: boolean;
  /** null for one that was never kept. */
  readonly version: number | null;
  readonly children?: preact.ComponentChildren;
}

function Version({ name, isInUse, version, children }: VersionProps) {
  return (
    <li class={styles["rule"]}>
      <div>
        <b>{name}</b> {isInUse && words.inUse}
        {children}
      </div>
      {version !== null && !isInUse && (
        <button type="button" class="button" onClick={() => void useModel(version)}>
          {words.use}
          <span class="visuallyHidden">{name}</span>
        </button>
      )}
    </li>
  );
}
