/** A file on its way to the server: how much has gone, and what came back. */
import { signal } from "@preact/signals";
import type { GridDraftAnswer } from "../../server/domain/gridAnswers.ts";
import type { Datum } from "../../geo/point.ts";
import { type Answer, type Problem, queryOf } from "../api.ts";
import { gridWords as words } from "../gridWords.ts";
import { grid, layer, revision, take } from "./grid.ts";
import { say } from "./toast.ts";

const MEGABYTE = 1024 * 1024;
const MOST = 100 * MEGABYTE;

/** Share of the file that has gone, in percent; null while nothing is under way. */
export const sent = signal<number | null>(null);
export const refusal = signal<Problem | null>(null);

export interface ImportWishes {
  readonly datum: Datum | "";
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** @returns whether the draft is the file's now. */
export async function importFile(file: File, wishes: ImportWishes): Promise<boolean> {
  refusal.value = null;
  if (file.size > MOST) {
    refusal.value = told(words.import.tooLarge(Math.round(file.size / MEGABYTE)));
    return false;
  }
  sent.value = 0;
  const query = queryOf({ layer: layer.peek(), file: file.name, revision: revision(), ...wishes });
  const answer = await upload(`/api/grid/import${query}`, file);
  sent.value = null;
  if (answer.kind === "problem") {
    refusal.value = answer;
    return false;
  }
  take(answer);
  void grid.load();
  say(words.import.done);
  return true;
}

/** `fetch` does not tell how far an upload is. */
function upload(path: string, file: File): Promise<Answer<GridDraftAnswer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      sent.value = total === 0 ? 0 : Math.round((100 * loaded) / total);
    });
    request.addEventListener("load", () => resolve(answerOf(request)));
    request.addEventListener("error", () => resolve(told(words.import.broken)));
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<GridDraftAnswer> {
  try {
    const json = JSON.parse(responseText) as GridDraftAnswer & {
      readonly code?: string;
      readonly detail?: string;
    };
    if (status === 200) return { kind: "answer", value: json, status };
    return { ...told(json.detail ?? words.import.broken), status, code: json.code ?? "failed" };
  } catch {
    return told(words.import.broken);
  }
}

function told(detail: string): Problem {
  return { kind: "problem", status: 0, code: "unreadableGrid", detail, field: "file" };
}
