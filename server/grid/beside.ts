/** Reading and judging a county's grid takes seconds: the built server does it beside, so that nobody waits for it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckedGrid } from "../../geo/check/check.ts";
import type { DraftBody } from "../domain/gridVersion.ts";
import type { JudgeOptions } from "./judge.ts";
import type { UploadOptions, UploadRead } from "./readUpload.ts";
import type { Unreadable } from "./shapefile.ts";

export type GridTask =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly options: UploadOptions }
  | { readonly kind: "judge"; readonly body: DraftBody; readonly options: JudgeOptions };

export async function readBeside(
  bytes: Uint8Array,
  options: UploadOptions,
): Promise<UploadRead | Unreadable> {
  const answer = await beside({ kind: "read", bytes, options });
  if ("cells" in answer) throw new Error("A file that was read came back as a grid that was judged.");
  return answer;
}

export async function judgeBeside(body: DraftBody, options: JudgeOptions): Promise<CheckedGrid> {
  const answer = await beside({ kind: "judge", body, options });
  if ("kind" in answer) throw new Error("A grid that was judged came back as a file that was read.");
  return answer;
}

export type GridTaskAnswer = UploadRead | Unreadable | CheckedGrid;

/** The built server has the thread's program beside it; run from its sources, the house waits. */
async function beside(task: GridTask): Promise<GridTaskAnswer> {
  const program = join(import.meta.dirname, "gridThread.js");
  if (existsSync(program)) return await inThread(program, task);
  const { workHere } = await import("./work.ts");
  return workHere(task);
}

function inThread(program: string, task: GridTask): Promise<GridTaskAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: task });
    thread.on("message", (answer: GridTaskAnswer) => resolve(answer));
    thread.on("error", reject);
    thread.on("exit", (code) => reject(new Error(`The grid thread left with ${code}`)));
  });
}
