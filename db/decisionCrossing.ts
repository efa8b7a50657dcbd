/**
 * How a decision crosses to the thread that writes it: of a case that crossed before, and of the case before the decision, only
 * what is different. What stayed is the very same value on both sides: by that `changedColumns` knows what a decision left as it
 * was.
 */
import type { Case, Decision } from "../server/domain/case.ts";

export interface SentDecision {
  readonly decision: Omit<Decision, "before" | "case">;
  /** Whole, or from the case of this id as it was sent last. */
  readonly case: Case | (Difference & { readonly id: string });
  /** The case before, from the one above; null where it is not known. */
  readonly before: Difference | null;
}

/** Acts on a case come close together. */
const MOST_CASES = 2000;

type Cases = ReturnType<typeof rememberCases>;

/** Both sides remember the same ones, since both see the same decisions in the same order. */
export function rememberCases() {
  const cases = new Map<string, Case>();
  return {
    last: (id: string): Case | undefined => cases.get(id),
    remember(found: Case): void {
      cases.delete(found.id);
      cases.set(found.id, found);
      if (cases.size > MOST_CASES) cases.delete(cases.keys().next().value ?? "");
    },
  };
}

export function sentDecision({ before, case: after, ...decision }: Decision, cases: Cases): SentDecision {
  const last = cases.last(after.id);
  cases.remember(after);
  return {
    decision,
    case: last === undefined ? after : { id: after.id, ...difference(last, after) },
    before: before === null ? null : difference(after, before),
  };
}

export function readDecision({ decision, case: sent, before }: SentDecision, cases: Cases): Decision {
  const after = "now" in sent ? changed(cases.last(sent.id), sent) : sent;
  cases.remember(after);
  return { ...decision, case: after, before: before === null ? null : changed(after, before) };
}

/** From one standing of a case to another. */
interface Difference {
  readonly now: Readonly<Record<string, unknown>>;
  /** Members that are no more. */
  readonly gone?: readonly string[];
}

type Name = keyof Case;

function difference(from: Case, to: Case): Difference {
  const now: Record<string, unknown> = {};
  for (const name of Object.keys(to) as Name[]) if (to[name] !== from[name]) now[name] = to[name];
  const gone = (Object.keys(from) as Name[]).filter(
    (name) => from[name] !== undefined && to[name] === undefined,
  );
  return gone.length === 0 ? { now } : { now, gone };
}

/** @throws when a case was sent in parts that is not remembered here: the two sides no longer agree. */
function changed(from: Case | undefined, { now, gone }: Difference): Case {
  if (from === undefined) throw new Error("A case arrived in parts of which the first is not known.");
  const members: Record<string, unknown> = { ...from, ...now };
  for (const name of gone ?? []) delete members[name];
  return members as unknown as Case;
}
