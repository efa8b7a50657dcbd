/** One case file on the screen: asked for, kept live, moved on. The server alone says which moves there are. */
import { signal } from "@preact/signals";
import type { CaseAnswer, MoveOffer } from "../../server/domain/caseAnswers.ts";
import type { RevealAnswer } from "../../server/domain/securityAnswers.ts";
import type { FieldName } from "../../server/domain/fields.ts";
import { actionWords } from "../../server/domain/words.ts";
import type { Action } from "../../server/domain/workflow.ts";
import { type Answer, ask, type Problem, post } from "../api.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { createActing } from "./acting.ts";
import { noteSeen } from "./fresh.ts";
import { hear, isAbout } from "./live.ts";
import { createResource } from "./resource.ts";
import { learnTime } from "./serverTime.ts";
import { say } from "./toast.ts";
import { type Undo, undoOf } from "./undo.ts";

export type MoveValues = Readonly<Partial<Record<FieldName, unknown>>>;

export type CaseFile = ReturnType<typeof createCaseFile>;

function doneText(action: string, { number }: CaseAnswer): string {
  return caseWords.done(actionWords[action as Action] ?? action, number);
}

export function createCaseFile(id: string) {
  const path = `/api/cases/${encodeURIComponent(id)}`;
  const found = createResource<CaseAnswer>(() => ask(path));
  const moving = signal(false);
  const revealed = signal<RevealAnswer | null>(null);
  /** Events up to this one were there when the page was opened; later ones are marked. */
  const seenVersion = signal<number | null>(null);
  const acting = createActing();

  async function load(): Promise<void> {
    await found.load();
    const value = found.value.value;
    if (!value) return;
    learnTime(value.now);
    seenVersion.value ??= value.version;
    noteSeen(id, value.version);
  }

  /** @returns the problem, for the form to show at its field; null when the move is done. */
  function move(offer: Pick<MoveOffer, "action">, values: MoveValues): Promise<Problem | null> {
    return acting(offer.action, (commandId) => moved(offer, values, commandId));
  }

  async function moved(
    offer: Pick<MoveOffer, "action">,
    values: MoveValues,
    commandId: string,
  ): Promise<Problem | null> {
    const before = found.value.peek();
    const problem = await act(offer.action, values, commandId);
    const after = found.value.peek();
    if (problem !== null || before === null || after === null) return problem;
    const undo = undoOf(before, { action: offer.action, values }, after);
    say(doneText(offer.action, before), undo && { label: words.undo, run: () => void takeBack(undo) });
    return null;
  }

  /** Of a press on 撤销, after ten seconds at most: whoever went on meanwhile is not overridden. */
  async function takeBack({ action, values }: Undo): Promise<void> {
    if (moving.peek()) return;
    const problem = await acting(action, (commandId) => act(action, values, commandId));
    const seen = found.value.peek();
    if (problem !== null) say(caseWords.notUndone(problem.detail));
    else if (seen) say(doneText(action, seen));
  }

  async function act(action: string, values: MoveValues, commandId: string): Promise<Problem | null> {
    const seen = found.value.peek();
    if (!seen) return null;
    moving.value = true;
    const answer: Answer<CaseAnswer> = await post(`${path}/moves`, {
      action,
      version: seen.version,
      commandId,
      ...values,
    });
    moving.value = false;
    if (answer.kind === "problem") return refused(answer);
    learnTime(answer.value.now);
    const isAsked = found.busy.peek();
    found.put(answer.value);
    // What was asked for before may be older than this, or newer: it is asked for again
    if (isAsked) void load();
    seenVersion.value = answer.value.version;
    noteSeen(id, answer.value.version);
    return null;
  }

  async function refused(problem: Problem): Promise<Problem> {
    if (problem.status === 409) await load();
    return problem;
  }

  async function reveal(reason: string): Promise<Problem | null> {
    const answer: Answer<RevealAnswer> = await post(`${path}/reveal`, { reason });
    if (answer.kind === "problem") return answer;
    revealed.value = answer.value;
    return null;
  }

  /** Keeps the page live. @returns a function that ends it. */
  function follow(): () => void {
    return hear((news) => {
      if (isAbout(news, id) && news.version !== found.value.peek()?.version) void load();
    });
  }

  return { found, moving, revealed, seenVersion, load, move, reveal, follow };
}
