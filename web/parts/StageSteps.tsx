/** 先围护、后修复、再恢复: the stages of the case as steps, each with its end or its limit. */
import type { CaseAnswer } from "../../server/domain/answers.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import { Countdown } from "./Countdown.tsx";
import styles from "./StageSteps.module.css";

export function StageSteps({ found }: { readonly found: CaseAnswer }) {
  const { stages } = found;
  if (stages.length === 0) return null;
  const current = stages.findIndex(({ doneAt }) => doneAt === null);
  const clock = found.clocks.findLast(({ kind, running }) => kind === "stage" && running);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.stages.title}>
      <h2>{words.stages.title}</h2>
      <ol class={styles["steps"]}>
        {stages.map((stage, index) => (
          <li
            key={stage.code}
            class={stage.doneAt !== null ? styles["past"] : index === current ? styles["here"] : ""}
            aria-current={index === current ? "step" : undefined}
          >
            <span class={styles["mark"]}>{index + 1}</span>
            <strong>{stage.name}</strong>
            {stage.doneAt !== null && <span>{words.stages.done(momentText(stage.doneAt, now.value))}</span>}
            {index === current && clock && <Countdown of={clock} />}
            {stage.doneAt === null && (index !== current || !clock) && (
              <span class="muted">{words.caseFile.limit(stage.budget)}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
