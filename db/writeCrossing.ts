/**
 * How batches cross to the thread that writes them. As one text: decisions are plain values, those of statements texts, numbers
 * and null, and a text of them is made, copied and read many times faster than a structured clone. Statements cross once and
 * are named by number after; of the case before a decision crosses only what the decision changed.
 */
import type { Case, Decision } from "../server/domain/case.ts";
import type { Call, Outcome, Plan, Task } from "./batch.ts";

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

interface SentDecision {
  readonly decision: Omit<Decision, "before">;
  /** What the case before had otherwise; null where it is not known. */
  readonly was: Readonly<Record<string, unknown>> | null;
  /** Members that the case before had not. */
  readonly fresh?: readonly string[];
}

export type Crossing = SentBatch | { readonly kind: "clearTraces" } | { readonly kind: "close" };

/** Statements of changing length (`in (?, ?, …)`) come and go. */
const MOST_TEXTS = 2000;

/** @returns what writes batches as text; it remembers which statements the other side knows. */
export function createBatchText(): (tasks: readonly Task[], before: readonly Call[]) => string {
  const numbers = new Map<string, number>();
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
      ? sentDecision(task.decision)
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

export function readBatch({ texts, tasks, before }: SentBatch, known: Map<number, string>) {
  for (const [number, text] of texts) known.set(number, text);
  const callOf = ([number, values, orElse]: SentCall): Call => ({
    text: known.get(number) ?? "",
    values,
    orElse,
  });
  return {
    tasks: tasks.map((task): Task => {
      if ("decision" in task) return { decision: readDecision(task) };
      const { calls, ...plan } = task;
      return { ...plan, calls: calls.map(callOf) } as Plan;
    }),
    before: before.map(callOf),
  };
}

/**
 * What a decision left as it was is known by its being the same value (`changedColumns`): sent twice, it would arrive as
 * two that are alike.
 */
function sentDecision({ before, ...decision }: Decision): SentDecision {
  if (before === null) return { decision, was: null };
  const was: Record<string, unknown> = {};
  const fresh: string[] = [];
  for (const [name, value] of entriesOf(decision.case)) {
    if (before[name] === value) continue;
    if (before[name] === undefined) fresh.push(name);
    else was[name] = before[name];
  }
  for (const [name, value] of entriesOf(before)) if (!(name in decision.case)) was[name] = value;
  return fresh.length === 0 ? { decision, was } : { decision, was, fresh };
}

function entriesOf(found: Case) {
  return Object.entries(found) as readonly (readonly [keyof Case, unknown])[];
}

function readDecision({ decision, was, fresh = [] }: SentDecision): Decision {
  if (was === null) return { ...decision, before: null };
  const kept = Object.entries(decision.case).filter(([name]) => !fresh.includes(name));
  return { ...decision, before: { ...Object.fromEntries(kept), ...was } as unknown as Case };
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
