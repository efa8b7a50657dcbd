import type { ComponentChildren } from "preact";
import styles from "./StepList.module.css";

interface StepListProps {
  /** What each step says, the first one first; each has a key. */
  readonly steps: readonly { readonly key: string; readonly told: ComponentChildren }[];
  /** The step that is under way; as many as there are steps when all are done. */
  readonly here: number;
}

/** Numbered steps in a row: those done, the one under way, those to come. */
export function StepList({ steps, here }: StepListProps) {
  return (
    <ol class={styles["steps"]}>
      {steps.map(({ key, told }, index) => (
        <li
          key={key}
          class={index < here ? styles["past"] : index === here ? styles["here"] : ""}
          aria-current={index === here ? "step" : undefined}
        >
          <span class={styles["mark"]}>{index + 1}</span>
          {told}
        </li>
      ))}
    </ol>
  );
}
