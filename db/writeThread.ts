/** The thread of the writing connection: takes batches, plans and writes each durably, answers. Values cross as text. */
import { parentPort, workerData } from "node:worker_threads";
import { createBatchRunner } from "./batch.ts";
import { connect } from "./connect.ts";
import { createPlanner } from "./planner.ts";
import { ringFor } from "./secrets/keep.ts";
import { sqliteBase } from "./sqliteBase.ts";
import { watchSyncs } from "./syncWatch.ts";
import type { ThreadData } from "./writeAway.ts";
import { createBatchReader, type Crossing, faultToText, toText } from "./writeCrossing.ts";

const { file, keyFile } = workerData as ThreadData;
const bare = connect(file);
const { sqlite } = watchSyncs(bare);
const base = sqliteBase(sqlite, (samples) => ringFor(keyFile, samples));
const run = createBatchRunner(sqlite, createPlanner(base));
const read = createBatchReader();

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
const tell = (answer: string) => parentPort?.postMessage(answer);

parentPort?.on("message", (message: string) => {
  const task = JSON.parse(message) as Crossing;
  try {
    tell(toText(work(task)));
  } catch (error) {
    tell(faultToText(error));
  }
  if (task.kind === "close") parentPort?.close();
});

function work(task: Crossing) {
  switch (task.kind) {
    case "batch": {
      const { tasks, before } = read(task);
      return run(tasks, before);
    }
    case "clearTraces":
      // The whole file is written anew, and the log cut to nothing
      bare.exec("VACUUM");
      bare.pragma("wal_checkpoint(TRUNCATE)");
      return [];
    case "close":
      bare.close();
      return [];
  }
}
