/** Cases that belong together: asked for, and the two decisions a person makes about a pair. */
import type { CaseAnswer } from "../../server/domain/answers.ts";
import type { DuplicatesAnswer } from "../../server/domain/linking/answers.ts";
import { type Answer, ask, post, type Problem } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { randomUUID } from "./ids.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";

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
  const answer = await post(`${path}/moves`, sent);
  if (answer.kind === "problem") return answer;
  const { duplicates: text } = linkingWords;
  say(action === "merge" ? text.merged(pair.number) : text.kept(pair.number));
  return null;
}
