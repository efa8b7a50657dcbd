/** The work of the grid thread itself. */
import type { GridTask, GridTaskAnswer } from "./beside.ts";
import { judgeDraft } from "./judge.ts";
import { readUpload } from "./readUpload.ts";

export function workHere(task: GridTask): GridTaskAnswer {
  return task.kind === "read" ? readUpload(task.bytes, task.options) : judgeDraft(task.body, task.options);
}
