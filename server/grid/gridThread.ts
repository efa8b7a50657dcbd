/** The thread that reads and judges a grid: gets a task, gives its answer, ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { GridTask } from "./beside.ts";
import { workHere } from "./work.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
parentPort?.postMessage(workHere(workerData as GridTask));
