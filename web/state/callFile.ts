/** One call on the screen: asked for, kept live, moved on. The server alone says which acts there are. */
import { signal } from "@preact/signals";
import type { CallAnswer, CallMoveOffer } from "../../server/domain/call/callAnswers.ts";
import type { CallField } from "../../server/domain/call/callMoves.ts";
import { callActionWords } from "../../server/domain/call/callWords.ts";
import { type Answer, ask, type Problem, post } from "../api.ts";
import { callText } from "../callText.ts";
import { createActing } from "./acting.ts";
import { hearCalls, isAbout } from "./live.ts";
import { createResource } from "./resource.ts";
import { learnTime, loadTimed } from "./serverTime.ts";
import { say } from "./toast.ts";

export type CallValues = Readonly<Partial<Record<CallField, unknown>>>;

export type CallFileModel = ReturnType<typeof createCallFile>;

export function createCallFile(id: string) {
  const path = `/api/calls/${encodeURIComponent(id)}`;
  const found = createResource<CallAnswer>(() => ask(path));
  const moving = signal(false);
  const acting = createActing();

  async function load(): Promise<void> {
    await loadTimed(found);
  }

  /** @returns the problem, for the form to show at its field; null when the act is done. */
  function move(offer: Pick<CallMoveOffer, "action">, values: CallValues): Promise<Problem | null> {
    return acting(offer.action, (commandId) => moved(offer, values, commandId));
  }

  async function moved(
    { action }: Pick<CallMoveOffer, "action">,
    values: CallValues,
    commandId: string,
  ): Promise<Problem | null> {
    const seen = found.value.peek();
    if (!seen) return null;
    moving.value = true;
    const command = { action, version: seen.version, commandId, ...values };
    const answer: Answer<CallAnswer> = await post(`${path}/moves`, command);
    moving.value = false;
    if (answer.kind === "problem") {
      if (answer.status === 409) await load();
      return answer;
    }
    say(callText.file.done(callActionWords[action], seen.number));
    learnTime(answer.value.now);
    found.put(answer.value);
    return null;
  }

  /** Keeps the page live. @returns a function that ends it. */
  function follow(): () => void {
    return hearCalls((news) => {
      if (isAbout(news, id) && news.version !== found.value.peek()?.version) void load();
    });
  }

  return { found, moving, load, move, follow };
}

/** Acts without a field are done at once; the others open their form first. */
export function actsAtOnce({ needs, may }: CallMoveOffer): boolean {
  return needs.length === 0 && may.length === 0;
}

/** The first field that is still empty; null when the form may be sent. */
export function missingField({ needs }: CallMoveOffer, values: CallValues): CallField | null {
  return needs.find((name) => isEmpty(name, values[name])) ?? null;
}

/** Marks are complete when each of them is given. */
export const markNames = {
  department: ["signing", "arrival", "solution", "conduct"],
  townshipRating: ["necessity", "cooperation"],
} as const;

function isEmpty(name: CallField, value: unknown): boolean {
  if (name === "department" || name === "townshipRating") {
    const marks = (value ?? {}) as Readonly<Record<string, number>>;
    return markNames[name].some((mark) => marks[mark] === undefined);
  }
  return typeof value !== "string" || value.trim() === "";
}

/** Without the fields that were left empty. */
export function sentCallValues(values: CallValues): CallValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== "" && value !== undefined),
  );
}
