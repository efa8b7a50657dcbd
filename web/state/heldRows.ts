/** The cases behind a bar of held time, page by page. */
import { signal } from "@preact/signals";
import type { HeldRowAnswer, HeldRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import { ask, queryOf } from "../api.ts";
import type { HeldAsked } from "./evaluationAddress.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

export function createHeldList(asked: HeldAsked) {
  const further = signal<readonly HeldRowAnswer[]>([]);
  const next = signal<string | null>(null);
  const page = (after: string | null) =>
    ask<HeldRowsAnswer>(`/api/evaluation/held/cases${queryOf({ ...asked, after })}`);
  const first = createResource<HeldRowsAnswer>(() => page(null));

  async function load(): Promise<void> {
    await first.load();
    further.value = [];
    next.value = first.value.peek()?.next ?? null;
  }

  async function more(): Promise<void> {
    const answer = await page(next.peek());
    if (answer.kind === "problem") return say(answer.detail);
    further.value = [...further.peek(), ...answer.value.rows];
    next.value = answer.value.next;
  }

  return { first, further, next, load, more };
}
