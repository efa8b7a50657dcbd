/** Somebody who wants an answer: the same letter again until the house says something. */
import { MINUTE } from "../domain/time.ts";
import type { Answer, Letter } from "./post.ts";
import type { Stage } from "./stage.ts";

/** @param then called once, with the answer of a house that is up. */
export async function insist(
  letter: Letter,
  stage: Stage,
  then: (answer: Answer) => Promise<void>,
): Promise<void> {
  const { post, agenda, wall } = stage;
  const answer = await post.send(letter);
  if (answer !== null && answer.status < 500 && answer.status !== 429) return await then(answer);
  agenda.add(wall.truth() + 10 * MINUTE, "insist", () => insist(letter, stage, then));
}
