/** What a sweep had decided is stored or not, one by one; after a crash nobody was told. */
import { isSyncFault } from "../../db/storageFault.ts";
import type { DueQueries } from "../../db/store.ts";
import { Crash } from "./mishaps.ts";

interface Watching<Made> {
  /** Whether it is stored is open. @returns a function that says that it is known. */
  readonly pend: (decision: Made) => () => void;
  readonly keep: (decision: Made) => void;
}

export function watchDue<Made>(
  queue: DueQueries<Made>,
  { pend, keep }: Watching<Made>,
): Pick<DueQueries<Made>, "takeDue"> {
  return {
    async takeDue(now, limit, decide) {
      let open: readonly { readonly decision: Made; readonly forget: () => void }[] = [];
      try {
        const stored = await queue.takeDue(now, limit, async (ids) => {
          const made = await decide(ids);
          open = made.map((decision) => ({ decision, forget: pend(decision) }));
          return made;
        });
        for (const [at, { decision, forget }] of open.entries()) {
          if (!leavesOpen(stored[at])) forget();
          if (stored[at] === "committed") keep(decision);
        }
        return stored;
      } catch (error) {
        if (!leavesOpen(error)) for (const { forget } of open) forget();
        throw error;
      }
    },
  };
}

/** Whoever is told that it failed knows that it is not stored; only a crash or a failed sync leaves it open. */
export function leavesOpen(answer: unknown): boolean {
  const isCrash = answer instanceof Crash || (answer instanceof Error && answer.cause instanceof Crash);
  return isCrash || isSyncFault(answer);
}
