/** 近处任务 and 今日路线: tasks with where they are, how far they are from here, and what is taken along. */
import { computed, signal } from "@preact/signals";
import { metresBetween } from "../../geo/near.ts";
import type { FieldRule, FieldTask, FieldTasksAnswer, MapApp } from "../../server/domain/field.ts";
import type { Instant } from "../../server/domain/time.ts";
import { ask, askBytes } from "../api.ts";
import { byDistance, moved, type Route, starred, withAll } from "./dayRoute.ts";
import { type KeptRoute, keepMap, keepPhoto, keepRoute, keptPhoto, keptRoute } from "./fieldStore.ts";
import { createPosition } from "./position.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { account } from "./session.ts";

export type Tasks = ReturnType<typeof createTasks>;

/** A task with how far it is from here in metres; null where either place is unknown. */
export interface NearTask {
  readonly task: FieldTask;
  readonly metres: number | null;
}

export function createTasks() {
  const answer = createResource<FieldTasksAnswer>(() => ask("/api/field/tasks"));
  const rules = createResource<FieldRule>(() => ask("/api/field"));
  /** Listens while the page is open and tells nobody. */
  const position = createPosition();
  const route = signal<Route>([]);
  const kept = signal<KeptRoute | null>(null);
  const keeping = signal<"unknown" | "kept" | "full">("unknown");

  const rows = computed<readonly FieldTask[] | null>(
    () => answer.value.value?.rows ?? (answer.problem.value && isKept() ? (kept.value?.rows ?? null) : null),
  );
  const apps = computed<readonly MapApp[]>(() => rules.value.value?.mapApps ?? kept.value?.apps ?? []);
  /** When what is shown was kept; null while it comes from the server. */
  const shownSince = computed<Instant | null>(() =>
    answer.value.value === null && answer.problem.value ? (kept.value?.at ?? null) : null,
  );

  /** An empty route tells nothing of what there is. */
  function isKept(): boolean {
    return (kept.value?.rows.length ?? 0) > 0;
  }

  /** The nearest first; without a place of one's own in the order of the limits. */
  const near = computed<readonly NearTask[]>(() => {
    const here = position.best.value;
    const told = (rows.value ?? []).map((task) => ({ task, metres: metresTo(task, here) }));
    return here === null ? told : told.toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity));
  });

  /** The stops in their order; a task that has left one's hands meanwhile has no row any more. */
  const stops = computed<readonly (NearTask | string)[]>(() => {
    const byId = new Map(near.value.map((row) => [row.task.id, row]));
    return route.value.map((id) => byId.get(id) ?? id);
  });

  async function start(): Promise<void> {
    position.start();
    kept.value = await keptRoute(by()).catch(() => null);
    route.value = kept.value?.route ?? [];
    await Promise.all([load(), rules.load()]);
  }

  async function load(): Promise<void> {
    await loadTimed(answer);
    await keep();
  }

  function change(next: Route): void {
    route.value = next;
    void keep();
  }

  /** Photos are fetched once and stay as long as their case is on the route. */
  async function keep(): Promise<void> {
    if (answer.value.peek() === null && kept.peek() === null) return;
    const rows = (answer.value.peek()?.rows ?? kept.peek()?.rows ?? []).filter(({ id }) =>
      route.peek().includes(id),
    );
    const at = answer.value.peek()?.now ?? kept.peek()?.at ?? Date.now();
    const next = { by: by(), route: route.peek(), rows, apps: apps.peek(), at };
    try {
      await keepRoute(next);
      for (const { id } of rows.flatMap(({ photos }) => photos)) await fetchPhoto(id);
      if (rows.length > 0) await keepMap();
      kept.value = next;
      keeping.value = "kept";
    } catch {
      keeping.value = "full";
    }
  }

  function sortByDistance(): void {
    const here = position.best.peek();
    const known = new Map(near.peek().map(({ task }) => [task.id, task.point]));
    if (here)
      change(
        byDistance(
          route.peek().map((id) => ({ id, point: known.get(id) ?? null })),
          here,
        ),
      );
  }

  return {
    answer,
    position,
    rows,
    apps,
    near,
    stops,
    route,
    keeping,
    kept,
    shownSince,
    start,
    load,
    star: (id: string) => change(starred(route.peek(), id)),
    starAll: () =>
      change(
        withAll(
          route.peek(),
          near.peek().map(({ task }) => task.id),
        ),
      ),
    move: (id: string, step: -1 | 1) => change(moved(route.peek(), id, step)),
    put: change,
    sortByDistance,
  };
}

async function fetchPhoto(id: string): Promise<void> {
  if ((await keptPhoto(id)) !== null) return;
  const bytes = await askBytes(`/api/photos/${id}`);
  if (bytes) await keepPhoto(id, new Blob([bytes as BlobPart], { type: "image/jpeg" }));
}

function metresTo({ point }: FieldTask, here: { readonly lng: number; readonly lat: number } | null) {
  return point && here ? metresBetween(point, here) : null;
}

function by(): string {
  return account.peek()?.id ?? "";
}
