/** What is decided about rows that were taken, and how they are taken where one process works on the database. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Lock } from "./pgWriter.ts";
import { type Answer, asError, type Taking, type Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

/** One batch after the other, and nothing to lock. */
export function takingAlone(): Writer["runTaken"] {
  let last: Promise<unknown> = Promise.resolve();
  return async (taking, decide) => {
    const mine = last.then(async () => await takeAlone(taking, decide));
    last = mine.catch(() => undefined);
    return await mine;
  };
}

const takeAlone: Writer["runTaken"] = async ({ look, write }, decide) => {
  const ids = await look();
  if (ids.length === 0) return [];
  // Begun together, they share a transaction
  const ends = await Promise.allSettled((await decide(ids)).map(write));
  return ends.map((end) => (end.status === "fulfilled" ? end.value : asError(end.reason)));
};

/** Who is alone on the database looks, and locks nothing. */
export const noLock: Lock = async () => {
  throw new Error("Nothing is locked where one process works on the database.");
};

/** Planned without a pause: people's own requests go between them. */
const SLICE = 25;

/** Plans of decisions. One of which no plan can be made is a fault of its own. */
export async function planned<Made>(
  decisions: readonly Made[],
  stepsFor: Taking<Made>["stepsFor"],
): Promise<readonly (readonly Step[] | Error)[]> {
  const plans: (readonly Step[] | Error)[] = [];
  for (const decision of decisions) {
    try {
      plans.push(stepsFor(decision));
    } catch (error) {
      plans.push(asError(error));
    }
    if (plans.length % SLICE === 0) await nextTurn();
  }
  return plans;
}

export function isPlan(plan: readonly Step[] | Error): plan is readonly Step[] {
  return !(plan instanceof Error);
}

/** @param answers to those that could be planned, in their order. */
export function answeredAs(
  made: readonly (readonly Step[] | Error)[],
  answers: readonly (Answer | Error)[],
): readonly (Answer | Error)[] {
  const rest = answers.values();
  return made.map((plan) => (isPlan(plan) ? (rest.next().value ?? unanswered) : plan));
}

export const unanswered = new Error("A batch came back without an answer for each plan.");
