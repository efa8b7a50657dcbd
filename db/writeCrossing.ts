/**
 * How batches cross to the thread that writes them. As one text: decisions are plain values, those of statements texts, numbers
 * and null, and a text of them is made, copied and read many times faster than a structured clone. Statements cross once and are
 * named by number after.
 */
import type { Call, Outcome, Plan, Task } from "./batch.ts";
import { readDecision, rememberCases, type SentDecision, sentDecision } from "./decisionCrossing.ts";

type SentCall = readonly [statement: number, values: readonly unknown[], orElse?: Call["orElse"]];

interface SentBatch {
  readonly kind: "batch";
  /** Statements that were not sent before. */
  readonly texts: readonly (readonly [number, string])[];
  readonly tasks: readonly (SentPlan | SentDecision)[];
  readonly before: readonly SentCall[];
}

interface SentPlan {
  readonly together: boolean;
  readonly isAsked?: boolean | undefined;
  readonly calls: readonly SentCall[];
}

export type Crossing = SentBatch | { readonly kind: "clearTraces" } | { readonly kind: "close" };

/** Statements of changing length (`in (?, ?, …)`) come and go. */
const MOST_TEXTS = 2000;

/** @returns what writes batches as text; it remembers which statements the other side knows. */
export function createBatchText(): (tasks: readonly Task[], before: readonly Call[]) => string {
  const numbers = new Map<string, number>();
  const cases = rememberCases();
  let fresh: [number, string][] = [];

  function sent({ text, values, orElse }: Call): SentCall {
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
      fresh.push([number, text]);
    }
    return orElse === undefined ? [number, values] : [number, values, orElse];
  }

  const sentTask = (task: Task): SentPlan | SentDecision =>
    "decision" in task
      ? sentDecision(task.decision, cases)
      : { together: task.together, isAsked: task.isAsked, calls: task.calls.map(sent) };

  return (tasks, before) => {
    // Numbers begin again, and each statement is told again under its new one
    if (numbers.size > MOST_TEXTS) numbers.clear();
    fresh = [];
    const batch = {
      kind: "batch",
      before: before.map(sent),
      tasks: tasks.map(sentTask),
      texts: fresh,
    } satisfies SentBatch;
    return JSON.stringify(batch);
  };
}

/** @returns what reads the batches of one `createBatchText`, all of them and in their order. */
export function createBatchReader(): (batch: SentBatch) => { tasks: Task[]; before: Call[] } {
  const known = new Map<number, string>();
  const cases = rememberCases();
  const callOf = ([number, values, orElse]: SentCall): Call => ({
    text: known.get(number) ?? "",
    values,
    orElse,
  });
  const taskOf = (task: SentPlan | SentDecision): Task => {
    if ("decision" in task) return { decision: readDecision(task, cases) };
    const { calls, ...plan } = task;
    return { ...plan, calls: calls.map(callOf) } as Plan;
  };
  return ({ texts, tasks, before }) => {
    for (const [number, text] of texts) known.set(number, text);
    return { tasks: tasks.map(taskOf), before: before.map(callOf) };
  };
}

/** An error as it crosses: what the code of the storage is told by, and the sentence. */
interface SentFault {
  readonly message: string;
  readonly code?: unknown;
}

type Told = readonly (Exclude<Outcome, { fault: Error }> | { readonly fault: SentFault })[];

export function toText(outcomes: readonly Outcome[]): string {
  const told: Told = outcomes.map((outcome) =>
    "fault" in outcome ? { fault: sentFault(outcome.fault) } : outcome,
  );
  return JSON.stringify(told);
}

/** All of the batch failed. */
export function faultToText(error: unknown): string {
  return JSON.stringify({ fault: sentFault(error) });
}

export function fromText(text: string): readonly Outcome[] | Error {
  const told = JSON.parse(text) as Told | { readonly fault: SentFault };
  if (!isList(told)) return faultOf(told.fault);
  return told.map((outcome) => ("fault" in outcome ? { fault: faultOf(outcome.fault) } : outcome));
}

function isList(told: Told | { readonly fault: SentFault }): told is Told {
  return Array.isArray(told);
}

function sentFault(error: unknown): SentFault {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...("code" in error ? { code: error.code } : {}) };
}

function faultOf({ message, code }: SentFault): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
