/** 今日路线: the stops in the order one chose, with their photos, kept on the phone and on one sheet of paper. */
import { useEffect, useState } from "preact/hooks";
import { fieldWords } from "../fieldWords.ts";
import { keptPhoto } from "../state/fieldStore.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import type { NearTask, Tasks } from "../state/tasks.ts";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import { Empty, Hint } from "./Notice.tsx";
import { TaskCard } from "./TaskCard.tsx";
import { TaskMap } from "./TaskMap.tsx";
import styles from "./TaskRoute.module.css";

export function TaskRoute({ tasks }: { readonly tasks: Tasks }) {
  const stops = tasks.stops.value;
  if (stops.length === 0) return <Empty title={fieldWords.emptyRoute} hint={fieldWords.emptyRouteHint} />;
  const known = stops.filter((stop): stop is NearTask => typeof stop !== "string");
  return (
    <>
      <TaskMap rows={known} here={tasks.position.best.value} />
      <div class={styles["bar"]}>
        {tasks.position.best.value && (
          <button type="button" class="button" onClick={tasks.sortByDistance}>
            {fieldWords.byDistance}
          </button>
        )}
        <button type="button" class="button" onClick={() => print()}>
          {fieldWords.print}
        </button>
        <button type="button" class="button quiet" onClick={() => clear(tasks)}>
          {fieldWords.clear}
        </button>
      </div>
      <Kept tasks={tasks} />
      <ol class={styles["stops"]}>
        {stops.map((stop, at) => (
          <li key={typeof stop === "string" ? stop : stop.task.id} class={styles["stop"]}>
            <span class={styles["at"]}>{fieldWords.steps(at + 1, stops.length)}</span>
            {typeof stop === "string" ? (
              <Gone drop={() => tasks.star(stop)} />
            ) : (
              <TaskCard row={stop} apps={tasks.apps.value}>
                <Order tasks={tasks} stop={stop} at={at} last={stops.length - 1} />
                <Photos stop={stop} />
              </TaskCard>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function clear(tasks: Tasks): void {
  const before = tasks.route.peek();
  tasks.put([]);
  say(fieldWords.cleared, { label: words.undo, run: () => tasks.put(before) });
}

/** Whether one may walk into a valley with it. */
function Kept({ tasks }: { readonly tasks: Tasks }) {
  const at = tasks.kept.value?.at;
  if (tasks.keeping.value === "full") return <Hint tone="warn">{fieldWords.notKept}</Hint>;
  if (tasks.keeping.value !== "kept" || at === undefined) return null;
  return (
    <p class="muted" role="status">
      {fieldWords.kept(momentText(at, now.value))}
    </p>
  );
}

interface OrderProps {
  readonly tasks: Tasks;
  readonly stop: NearTask;
  readonly at: number;
  readonly last: number;
}

function Order({ tasks, stop: { task }, at, last }: OrderProps) {
  return (
    <span class={styles["order"]}>
      <button
        type="button"
        class="button"
        disabled={at === 0}
        aria-label={fieldWords.up(task.number)}
        onClick={() => tasks.move(task.id, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="button"
        disabled={at === last}
        aria-label={fieldWords.down(task.number)}
        onClick={() => tasks.move(task.id, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={fieldWords.unstar(task.number)}
        onClick={() => tasks.star(task.id)}
      >
        <Icon name="close" size={18} />
      </button>
    </span>
  );
}

function Gone({ drop }: { readonly drop: () => void }) {
  return (
    <p class={`card ${styles["gone"]}`}>
      {fieldWords.gone}
      <button type="button" class="button quiet" onClick={drop}>
        {words.close}
      </button>
    </p>
  );
}

/** From the phone where they are kept, else from the server. */
function Photos({ stop: { task } }: { readonly stop: NearTask }) {
  if (task.photos.length === 0) return null;
  return (
    <span class={styles["photos"]}>
      {task.photos.map((photo, index) => (
        <Photo
          key={photo.id}
          id={photo.id}
          alt={words.photo.ofStage(words.photo.stages[photo.stage], index + 1)}
        />
      ))}
    </span>
  );
}

function Photo({ id, alt }: { readonly id: string; readonly alt: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let alive = true;
    void keptPhoto(id)
      .catch(() => null)
      .then((blob) => {
        if (!alive) return;
        made = blob && URL.createObjectURL(blob);
        setAddress(made ?? `/api/photos/${id}`);
      });
    return () => {
      alive = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  return address === null ? null : <img src={address} alt={alt} />;
}
