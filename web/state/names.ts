/** Learned names: who taught what, and taking it back. */
import { signal } from "@preact/signals";
import type { NameRow, NamesAnswer } from "../../server/domain/mapAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { nameWords as words } from "../nameWords.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

/** The server tells as many of the latest. */
export const MOST_NAMES = 200;

export const names = createResource<NamesAnswer>(() => ask("/api/names"));
/** What the server objected to. */
export const refused = signal<Problem | null>(null);

export const undo = ({ id, name }: NameRow): Promise<void> =>
  change(`/api/names/${encodeURIComponent(id)}/undo`, {}, words.done.undo(name));

/** Taught once more, by whoever does it now. */
export const teachAgain = ({ name, point: { lng, lat }, caseId }: NameRow): Promise<void> =>
  change("/api/names", { name, point: { lng, lat, datum: "wgs84" }, caseId }, words.done.again(name));

/** Names that hold the text, or whose cell or teacher does. */
export function matching(rows: readonly NameRow[], text: string): readonly NameRow[] {
  const sought = text.trim();
  return rows.filter(({ name, cell, by }) =>
    [name, cell?.name ?? "", by].some((one) => one.includes(sought)),
  );
}

async function change(path: string, body: unknown, done: string): Promise<void> {
  const answer = await post<NamesAnswer>(path, body);
  refused.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") return;
  names.put(answer.value);
  say(done);
}
