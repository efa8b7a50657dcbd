/** Cases that belong together: asked for, and the two decisions a person makes about a pair. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { DuplicatesAnswer } from "../../server/domain/linking/answers.ts";
import { type Answer, ask, post, type Problem } from "../api.ts";
import { actionWords } from "../../server/domain/words.ts";
import type { Action } from "../../server/domain/workflow.ts";
import { linkingWords } from "../linkingWords.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { randomUUID } from "./ids.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";
import { type Undo, undoOf } from "./undo.ts";

export const duplicates = createResource<DuplicatesAnswer>(() => ask("/api/duplicates"));

interface Pair {
  readonly id: string;
  readonly number: string;
  /** Number of the lead, or of the other. */
  readonly into: string;
}

/** Merges one case into another, or says that they are two matters. @returns the problem; null when it is done. */
export async function decidePair(action: "merge" | "keepApart", pair: Pair): Promise<Problem | null> {
  const path = `/api/cases/${encodeURIComponent(pair.id)}`;
  const seen: Answer<CaseAnswer> = await ask(path);
  if (seen.kind === "problem") return seen;
  const { version } = seen.value;
  const sent = { action, version, commandId: randomUUID(), into: pair.into };
  const answer = await post<CaseAnswer>(`${path}/moves`, sent);
  if (answer.kind === "problem") return answer;
  const { duplicates: text } = linkingWords;
  const undo = undoOf(seen.value, { action, values: { into: pair.into } }, answer.value);
  say(
    action === "merge" ? text.merged(pair.number) : text.kept(pair.number),
    undo && { label: words.undo, run: () => void takeBack(path, answer.value, undo) },
  );
  return null;
}

async function takeBack(
  path: string,
  { version, number }: CaseAnswer,
  { action, values }: Undo,
): Promise<void> {
  const answer = await post(`${path}/moves`, { action, version, commandId: randomUUID(), ...values });
  if (answer.kind === "problem") return say(caseWords.notUndone(answer.detail));
  say(caseWords.done(actionWords[action as Action] ?? action, number));
  await duplicates.load();
}
