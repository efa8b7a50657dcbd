/** Something asked from the server: the last good value stays while a newer one is on its way (fade, don't blank). */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Answer, Problem } from "../api.ts";

export interface Resource<T> {
  readonly value: ReadonlySignal<T | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly busy: ReadonlySignal<boolean>;
  /** Asks again; of several answers under way only the newest counts. */
  readonly load: () => Promise<void>;
  /** Puts a value that came by another way, e.g. with the answer to a move. */
  readonly put: (value: T | null) => void;
}

export function createResource<T>(ask: () => Promise<Answer<T>>): Resource<T> {
  const value = signal<T | null>(null);
  const problem = signal<Problem | null>(null);
  const busy = signal(false);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = ++turn;
    busy.value = true;
    const answer = await ask();
    if (mine !== turn) return;
    busy.value = false;
    if (answer.kind === "answer") put(answer.value);
    else problem.value = answer;
  }

  function put(next: T | null): void {
    value.value = next;
    problem.value = null;
  }

  return { value, problem, busy, load, put };
}

/** Asks for what does not change during a visit, and again only where it did not come. */
export function createNeed({ load, value }: Pick<Resource<unknown>, "load" | "value">): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    void load().then(() => (asked = value.peek() !== null));
  };
}
