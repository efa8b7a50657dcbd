/**
 * The writing connection in a thread of its own: a sync to disk, a checkpoint or a long transaction there keeps no reader
 * here waiting. One task is under way at a time (sqliteWriter.ts sends one batch after the other).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Outcome } from "./batch.ts";
import type { Commit } from "./sqliteWriter.ts";
import { isSyncFault } from "./storageFault.ts";
import { createBatchText, type Crossing, fromText } from "./writeCrossing.ts";

export interface WriteThread {
  readonly commit: Commit;
  /** Overwrites what was erased (secrets/reseal.ts). */
  clearTraces(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when a sync has failed there, or when the thread is gone: what is on disk is not known. */
  readonly unsure: Promise<Error>;
  readonly isUnsure: () => boolean;
}

/** The built server has the program beside it; run from its sources, the house writes in its own thread: null. */
export function builtWriteThread(): string | null {
  const path = join(import.meta.dirname, "writeThread.js");
  return existsSync(path) ? path : null;
}

/** Whose file is written, and where the keys lie that seal what goes into it. */
export interface ThreadData {
  readonly file: string;
  readonly keyFile: string;
}

/** @param program the path of the thread's program. */
export function startWriteThread(data: ThreadData, program: string): WriteThread {
  const thread = new Worker(program, { workerData: data });
  const batchText = createBatchText();
  let waiting: ((result: readonly Outcome[] | Error) => void) | null = null;
  let gone: Error | null = null;
  let isClosing = false;
  let fault: Error | null = null;
  let tell: (fault: Error) => void = () => undefined;
  const unsure = new Promise<Error>((resolve) => (tell = resolve));

  function answer(result: readonly Outcome[] | Error): void {
    const sync = result instanceof Error && isSyncFault(result) ? result : null;
    if (sync) tell((fault ??= sync));
    const settle = waiting;
    waiting = null;
    // An idle thread keeps no process alive
    thread.unref();
    settle?.(result);
  }

  function lose(error: Error): void {
    gone ??= error;
    if (!isClosing) tell((fault ??= gone));
    answer(gone);
  }

  function send(text: string, done: (result: readonly Outcome[] | Error) => void): void {
    if (gone) {
      done(gone);
      return;
    }
    waiting = done;
    thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
    thread.postMessage(text);
  }

  const task = async (crossing: Exclude<Crossing, { readonly kind: "batch" }>): Promise<void> =>
    await new Promise((resolve, reject) => {
      send(JSON.stringify(crossing), (result) => (result instanceof Error ? reject(result) : resolve()));
    });

  thread.unref();
  thread.on("message", (text: string) => answer(fromText(text)));
  thread.on("error", lose);
  thread.on("exit", (code) => lose(new Error(`The thread that writes left with ${code}.`)));

  return {
    commit: (batch, before, done) => send(batchText(batch, before), done),
    clearTraces: async () => await task({ kind: "clearTraces" }),
    async close() {
      if (gone) return;
      isClosing = true;
      await task({ kind: "close" });
      await thread.terminate();
    },
    unsure,
    isUnsure: () => fault !== null,
  };
}
