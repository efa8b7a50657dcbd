/** Pages of this process learn what other processes on the same database commit. */
import type { Deps } from "../deps.ts";
import type { Job } from "./loop.ts";

export async function followOthers({ store, live, log }: Pick<Deps, "store" | "live" | "log">): Promise<Job> {
  const stop = await store.others.follow(
    (change) => live.pass(change),
    () => {
      log("others.lost", {});
      live.beginAnew();
    },
  );
  return { stop };
}
