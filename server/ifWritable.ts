/** Small things that reading writes down by the way: a disk that is full must not keep anybody from reading. */
import { storageFaultOf } from "../db/storageFault.ts";
import type { Deps } from "./deps.ts";
import { factsOfError } from "./log.ts";

/** @returns false when it could not be written. @throws what is not the storage's fault. */
export async function ifWritable(work: () => Promise<unknown>, { log }: Pick<Deps, "log">): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (storageFaultOf(error) === null) throw error;
    log("storage.skipped", factsOfError(error));
    return false;
  }
}
