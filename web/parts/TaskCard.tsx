/** A task to walk to: what, how far, until when, the way there, and the act that it waits for. */
import type { ComponentChildren } from "preact";
import type { MapApp } from "../../server/domain/field.ts";
import { fieldWords } from "../fieldWords.ts";
import { waysTo } from "../state/navigate.ts";
import type { NearTask } from "../state/tasks.ts";
import { worklistWords } from "../worklistWords.ts";
import { Countdown } from "./Countdown.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./TaskCard.module.css";

interface TaskCardProps {
  readonly row: NearTask;
  readonly apps: readonly MapApp[];
  /** More to press, beside what every task has. */
  readonly children?: ComponentChildren;
}

export function TaskCard({ row: { task, metres }, apps, children }: TaskCardProps) {
  const name = task.item?.name ?? worklistWords.noItem;
  return (
    <article class={`card ${styles["card"]}`}>
      <header>
        <Countdown of={task} />
        <span class={styles["far"]}>
          {task.point === null ? fieldWords.noPoint : metres === null ? "" : fieldWords.metres(metres)}
        </span>
      </header>
      <h2>{name}</h2>
      <p class={styles["text"]}>{task.text}</p>
      <p class="muted">{[task.cell?.name, task.address, task.number].filter(Boolean).join(" · ")}</p>
      {task.confidential && (
        <p class={styles["secret"]}>
          <Icon name="lock" size={14} /> {fieldWords.confidential}
        </p>
      )}
      <div class={styles["acts"]}>
        <a class="button primary" href={`/cases/${task.id}?act=${actOf[task.state] ?? ""}`}>
          {wordOf[task.state] ?? fieldWords.open}
        </a>
        {task.point && apps.length > 0 && (
          <details class={styles["ways"]}>
            <summary class="button">{fieldWords.navigate}</summary>
            <div>
              <p class="muted">{fieldWords.navigateHint}</p>
              {waysTo(task.point, name, apps).map((way) => (
                <a key={way.code} class="button" href={way.address} target="_blank" rel="noreferrer">
                  {way.name}
                </a>
              ))}
            </div>
          </details>
        )}
        {children}
      </div>
    </article>
  );
}

/** What a task of this state waits for, and the form that opens with it. */
const wordOf: Readonly<Record<string, string>> = {
  verifying: fieldWords.verify,
  handled: fieldWords.check,
};
const actOf: Readonly<Record<string, string>> = { verifying: "verified", handled: "check" };
