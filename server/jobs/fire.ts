/** What both sweeps (巡检) do with what is due: read many at once, decide on each, have the decisions stored together. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { DueQueries } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { HOUR, MINUTE } from "../domain/time.ts";
import { factsOfError } from "../log.ts";

/** Taken together, and in memory at once. */
export const BATCH = 200;
/** Decided on without a pause: people's own requests go between them. */
const SLICE = 25;
/** What cannot be computed is not tried again at once for ever. */
const PUT_OFF = HOUR;

/** Cases or calls whose look has come. */
export interface Due<Found, Made> {
  readonly queue: Pick<DueQueries<Made>, "takeDue" | "putOff">;
  /** In no order; those that are gone are missing. */
  readonly many: (ids: readonly string[]) => Promise<readonly Found[]>;
  readonly one: (id: string) => Promise<Found | null>;
  readonly idOf: (found: Found) => string;
  /** Asked only when something is due. @returns what the core decides; null when nothing has rung. */
  readonly ringing: () => Promise<(found: Found) => Made | null>;
  readonly told: (made: Made, before: Found) => void;
}

/** One round. What cannot be read, decided or stored is put off and spoils none of the others. @returns how many were due. */
export async function fireDue<Found, Made>(due: Due<Found, Made>, deps: Deps): Promise<number> {
  const { clock, log } = deps;
  // After a jump of the clock that nobody has looked at, nothing rings by itself
  if (clock.mayRing?.() === false) return 0;
  const now = clock.now();
  let looked: Looked<Found, Made> = { taken: 0, made: [], faults: [], quiet: [] };
  const stored = await due.queue.takeDue(now, BATCH, async (ids) => {
    looked = await look(ids, due);
    return looked.made.map(({ decision }) => decision);
  });
  const { taken, made, faults, quiet } = looked;
  for (const [at, { found, decision }] of made.entries()) {
    const answer = stored[at];
    if (answer === "committed") due.told(decision, found);
    if (answer instanceof Error) faults.push({ id: due.idOf(found), error: answer });
  }
  for (const { id, error } of faults) {
    log("sweep.putOff", { id, ...factsOfError(error) });
    await due.queue.putOff(id, now + PUT_OFF);
  }
  for (const id of quiet) await due.queue.putOff(id, now + MINUTE);
  return taken;
}

interface Looked<Found, Made> {
  readonly taken: number;
  readonly made: readonly { readonly found: Found; readonly decision: Made }[];
  readonly faults: { readonly id: string; readonly error: unknown }[];
  /** Were due, but nothing rang. */
  readonly quiet: readonly string[];
}

async function look<Found, Made>(
  ids: readonly string[],
  due: Due<Found, Made>,
): Promise<Looked<Found, Made>> {
  const { found: all, faults } = await read(ids, due);
  const ring = await due.ringing();
  const made: { found: Found; decision: Made }[] = [];
  const quiet: string[] = [];
  for (const [at, found] of all.entries()) {
    if (at % SLICE === SLICE - 1) await nextTurn();
    try {
      const decision = ring(found);
      if (decision === null) quiet.push(due.idOf(found));
      else made.push({ found, decision });
    } catch (error) {
      faults.push({ id: due.idOf(found), error });
    }
  }
  return { taken: ids.length, made, faults, quiet };
}

/** Where one row is bent, the answer of all is lost: then each is read for itself. */
async function read<Found, Made>(ids: readonly string[], { many, one, idOf }: Due<Found, Made>) {
  const faults: { id: string; error: unknown }[] = [];
  try {
    const byId = new Map((await many(ids)).map((found) => [idOf(found), found]));
    return { found: ids.flatMap((id) => byId.get(id) ?? []), faults };
  } catch {
    const found: Found[] = [];
    for (const id of ids) {
      try {
        const read = await one(id);
        if (read !== null) found.push(read);
      } catch (error) {
        faults.push({ id, error });
      }
    }
    return { found, faults };
  }
}
