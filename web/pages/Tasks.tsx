import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { TaskCard } from "../parts/TaskCard.tsx";
import { TaskMap } from "../parts/TaskMap.tsx";
import { TaskRoute } from "../parts/TaskRoute.tsx";
import { fieldWords } from "../fieldWords.ts";
import { hear } from "../state/live.ts";
import { momentText } from "../state/moment.ts";
import { accuracyWords } from "../state/position.ts";
import { now } from "../state/serverTime.ts";
import { createTasks, type Tasks as TasksState } from "../state/tasks.ts";
import styles from "./Tasks.module.css";

/** What one may walk to, on the map and by distance; and what one means to walk to today. */
export function Tasks() {
  const { query } = useLocation();
  const tasks = useMemo(createTasks, []);
  useEffect(() => {
    void tasks.start();
    const stop = hear(() => void tasks.load());
    return () => {
      stop();
      tasks.position.stop();
    };
  }, [tasks]);
  const tab = query["tab"] === "route" ? "route" : "near";
  const since = tasks.shownSince.value;
  return (
    <div class={styles["page"]}>
      <h1>{fieldWords.title}</h1>
      <nav class={styles["tabs"]} aria-label={fieldWords.tabsLabel}>
        {(["near", "route"] as const).map((name) => (
          <a key={name} href={`/tasks?tab=${name}`} aria-current={tab === name ? "page" : undefined}>
            {fieldWords.tabs[name]}{" "}
            <b>{name === "near" ? tasks.near.value.length : tasks.route.value.length}</b>
          </a>
        ))}
      </nav>
      {since !== null && <Hint tone="warn">{fieldWords.offline(momentText(since, now.value))}</Hint>}
      <Shown tasks={tasks} tab={tab} />
    </div>
  );
}

function Shown({ tasks, tab }: { readonly tasks: TasksState; readonly tab: "near" | "route" }) {
  const problem = tasks.answer.problem.value;
  if (tasks.rows.value === null)
    return problem ? <ProblemNotice problem={problem} retry={tasks.load} /> : <Loading />;
  return tab === "route" ? <TaskRoute tasks={tasks} /> : <Near tasks={tasks} />;
}

function Near({ tasks }: { readonly tasks: TasksState }) {
  const rows = tasks.near.value;
  if (rows.length === 0) return <Empty title={fieldWords.none} hint={fieldWords.noneHint} />;
  return (
    <>
      <TaskMap rows={rows} here={tasks.position.best.value} />
      <Here tasks={tasks} />
      <ul class={styles["list"]}>
        {rows.map((row) => (
          <li key={row.task.id}>
            <TaskCard row={row} apps={tasks.apps.value}>
              <button
                type="button"
                class="button"
                aria-pressed={tasks.route.value.includes(row.task.id)}
                aria-label={
                  tasks.route.value.includes(row.task.id)
                    ? fieldWords.isOn(row.task.number)
                    : fieldWords.star(row.task.number)
                }
                onClick={() => tasks.star(row.task.id)}
              >
                {tasks.route.value.includes(row.task.id) ? fieldWords.starred : fieldWords.toStar}
              </button>
            </TaskCard>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={tasks.starAll}>
        {fieldWords.all}
      </button>
    </>
  );
}

function Here({ tasks }: { readonly tasks: TasksState }) {
  const { state, best } = tasks.position;
  const fix = best.value;
  const { here } = fieldWords;
  const text = fix
    ? here.found(accuracyWords(fix.accuracy).text)
    : state.value === "searching"
      ? here.searching
      : here.none;
  return (
    <p class={styles["here"]} role="status">
      <span>
        {text}
        <small>{fieldWords.privacy}</small>
      </span>
      {state.value !== "searching" && (
        <button type="button" class="button quiet" onClick={tasks.position.start}>
          {here.again}
        </button>
      )}
    </p>
  );
}
