import type { ProgressAnswer } from "../../server/domain/answers.ts";
import { words } from "../words.ts";
import styles from "./Steps.module.css";

const steps = ["received", "sent", "working", "done"] as const;

/** Four steps only; a declined case stands at the first. */
export function Steps({ step }: { readonly step: ProgressAnswer["step"] }) {
  const here = step === "declined" ? 0 : steps.indexOf(step);
  return (
    <ol class={styles["steps"]}>
      {steps.map((name, index) => (
        <li
          key={name}
          class={index < here ? styles["past"] : index === here ? styles["here"] : ""}
          aria-current={index === here ? "step" : undefined}
        >
          <span class={styles["mark"]}>{index + 1}</span>
          {words.progress.steps[name]}
        </li>
      ))}
    </ol>
  );
}
