/** The thread that trains: gets a task, tells its progress, gives its answer, ends. */
import { parentPort, workerData } from "node:worker_threads";
import { runHere, type Task, type ThreadMessage } from "./renewal.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);
const onProgress = (done: number, total: number) => tell({ kind: "progress", done, total });
tell({ kind: "answer", answer: runHere(workerData as Task, onProgress) });
