/** What people taught the machine, latest first; each can be taken back. */
import { useState } from "preact/hooks";
import type { LessonRow } from "../../server/domain/learning/answers.ts";
import type { Instant } from "../../server/domain/time.ts";
import { marksWords } from "../marksWords.ts";
import { undoLesson } from "../state/marks.ts";
import { momentText } from "../state/moment.ts";
import { words as common } from "../words.ts";
import styles from "./Panel.module.css";

const words = marksWords.lessons;
const SHORT = 10;

interface LessonListProps {
  readonly lessons: readonly LessonRow[];
  readonly now: Instant;
}

export function LessonList({ lessons, now }: LessonListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lessons : lessons.slice(0, SHORT);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      {lessons.length === 0 && <p>{words.none}</p>}
      <ul>
        {shown.map((lesson) => (
          <li key={lesson.id} class={styles["rule"]}>
            <div>
              <b>{words.kinds[lesson.kind]}</b> {said(lesson)}
              <p class="muted">
                {lesson.caseId === null ? (
                  common.elsewhere
                ) : (
                  <a href={`/cases/${lesson.caseId}`}>{lesson.number}</a>
                )}{" "}
                {momentText(lesson.at, now)}
              </p>
            </div>
            {lesson.undoneAt === null ? (
              <button type="button" class="button quiet" onClick={() => void undoLesson(lesson.id)}>
                {words.undo}
                <span class="visuallyHidden">{lesson.number}</span>
              </button>
            ) : (
              <span class="muted">{words.undone}</span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < lessons.length && (
        <button type="button" class="button quiet" onClick={() => setWhole(true)}>
          {marksWords.more}
        </button>
      )}
    </section>
  );
}

function said({ label, rejected }: LessonRow): string {
  if (label === null) return words.isNot(rejected?.name ?? "");
  return rejected === null ? words.is(label.name) : words.instead(rejected.name, label.name);
}
