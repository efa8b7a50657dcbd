/** The thread that trains: gets a task, tells its progress, gives its answer, ends. */
import { parentPort, workerData } from "node:worker_threads";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { loadReference } from "../../fixtures/load.ts";
import { renew } from "../domain/learning/renew.ts";
import { answerOf, type Task, type ThreadMessage } from "./renewal.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);
const { cases, ...options } = workerData as Task;
const { taxonomy } = loadReference();
const onProgress = (done: number, total: number) => tell({ kind: "progress", done, total });
const renewal = renew(cases, { ...options, taxonomy, lexicon: loadLexicon(), onProgress });
tell({ kind: "answer", answer: answerOf(renewal) });
