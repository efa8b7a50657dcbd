/**
 * What the rehearsal knows to be stored: every decision whose commit was answered, judged as it comes by. After a crash
 * the database is asked which of the unanswered ones are whole, and none may be half.
 */
import type { Commitment, Store } from "../../db/store.ts";
import type { Inspector } from "../../db/inspector.ts";
import type { Case, Decision } from "../domain/case.ts";
import type { Clock } from "../domain/clock.ts";
import type { CallDecision } from "../domain/call/call.ts";
import type { Findings } from "./findings.ts";
import type { ClockJudge } from "./judge/clocks.ts";
import { judgeHeld } from "./judge/held.ts";
import { judgeLawful } from "./judge/lawful.ts";
import { leavesOpen, watchDue } from "./watchDue.ts";

export interface Known {
  readonly case: Case;
  readonly clocks: ReadonlyMap<string, Clock>;
}

export interface Mirror {
  /** The store, with every commit seen. */
  watch(store: Store): Store;
  /** After a crash: which of the commits that were never answered are stored. */
  recover(): void;
  known(caseId: string): Known | undefined;
  all(): Iterable<Known>;
  /** The last hundred that were opened. */
  recent(): Iterable<Known>;
  /** Cases that changed since the last time it was asked. */
  takeChanged(): readonly Known[];
  events(): number;
  calls(): ReadonlyMap<string, CallDecision["call"]>;
}

interface Material {
  readonly inspector: () => Inspector;
  readonly findings: Findings;
  readonly clocks: ClockJudge;
  /** Somebody has something to do now. */
  readonly onChange: (known: Known, decision: Decision, before: Known | undefined) => void;
  readonly onCall: (call: CallDecision["call"]) => void;
  readonly onEvent: (action: string) => void;
}

export function createMirror({
  inspector,
  findings,
  clocks: clockJudge,
  onChange,
  onCall,
  onEvent,
}: Material): Mirror {
  const cases = new Map<string, Known>();
  const calls = new Map<string, CallDecision["call"]>();
  const changed = new Set<string>();
  let opened: string[] = [];
  const pending = new Set<readonly Decision[]>();
  const pendingCalls = new Set<CallDecision>();
  let events = 0;

  function keep(decision: Decision): void {
    const before = cases.get(decision.case.id);
    judgeLawful(before?.case ?? null, decision, findings);
    const clocks = new Map(before?.clocks);
    for (const clock of decision.clocks) {
      clockJudge.judge(clocks.get(clock.id), clock, decision);
      clocks.set(clock.id, clock);
    }
    judgeHeld(decision.case, clocks.values(), findings);
    const known = { case: decision.case, clocks };
    cases.set(decision.case.id, known);
    changed.add(decision.case.id);
    if (before === undefined) opened = [...opened.slice(-99), decision.case.id];
    events += decision.events.length;
    for (const { action } of decision.events) onEvent(action);
    onChange(known, decision, before);
  }

  function keepCall(decision: CallDecision): void {
    calls.set(decision.call.id, decision.call);
    events += decision.events.length;
    for (const { action } of decision.events) onEvent(`call.${action}`);
    onCall(decision.call);
  }

  async function committing<T>(
    decisions: readonly Decision[],
    work: () => Promise<T>,
    isDone: (answer: T) => boolean,
  ): Promise<T> {
    pending.add(decisions);
    const answer = await answered(work, () => pending.delete(decisions));
    if (isDone(answer)) for (const decision of decisions) keep(decision);
    return answer;
  }

  function pend(decision: Decision): () => void {
    const alone = [decision];
    pending.add(alone);
    return () => void pending.delete(alone);
  }

  function pendCall(decision: CallDecision): () => void {
    pendingCalls.add(decision);
    return () => void pendingCalls.delete(decision);
  }

  /** Whole, or nothing of it: the version of the row and the number of events speak for the rest. */
  function isStored({ case: after, events }: Decision): boolean {
    const row = inspector().caseById(after.id);
    const stored = new Map(
      inspector()
        .eventsOf(after.id)
        .map((event) => [event.seq, event]),
    );
    const there = events.filter(
      ({ seq, action, at }) => stored.get(seq)?.action === action && stored.get(seq)?.at === at,
    );
    const isRow = row !== null && row.version === after.version;
    if (there.length > 0 && !(isRow && there.length === events.length))
      findings.blame("allOrNothing", after.number, `${there.length} of ${events.length} events stored`);
    return isRow && there.length === events.length;
  }

  /** Of two that were sent in the same moment one is stored, and the other looks as if it were. */
  function isNext({ case: after, expects }: Decision): boolean {
    return (cases.get(after.id)?.case.version ?? 0) === (expects ?? 0);
  }

  return {
    watch: (store) => ({
      ...store,
      commit: async (decision) =>
        await committing(
          [decision],
          async () => await store.commit(decision),
          (answer: Commitment) => answer.kind === "committed",
        ),
      commitAll: async (decisions) =>
        await committing(
          decisions,
          async () => await store.commitAll(decisions),
          (answer) => answer === "committed",
        ),
      clocks: { ...store.clocks, ...watchDue(store.clocks, { pend, keep }) },
      calls: {
        ...store.calls,
        ...watchDue(store.calls, { pend: pendCall, keep: keepCall }),
        async commit(decision) {
          const answer = await answered(async () => await store.calls.commit(decision), pendCall(decision));
          if (answer.kind === "committed") keepCall(decision);
          return answer;
        },
      },
    }),
    recover() {
      for (const decisions of pending) {
        const stored = decisions.filter(isStored);
        if (stored.length > 0 && stored.length < decisions.length)
          findings.blame(
            "allOrNothing",
            stored[0]?.case.number ?? "",
            "one case of several that belong together",
          );
        for (const decision of stored.filter(isNext)) keep(decision);
      }
      for (const decision of pendingCalls)
        if (inspector().callVersion(decision.call.id) === decision.call.version) keepCall(decision);
      pending.clear();
      pendingCalls.clear();
    },
    known: (caseId) => cases.get(caseId),
    all: () => cases.values(),
    recent: () => opened.flatMap((id) => cases.get(id) ?? []),
    takeChanged() {
      const taken = [...changed].flatMap((id) => cases.get(id) ?? []);
      changed.clear();
      return taken;
    },
    events: () => events,
    calls: () => calls,
  };
}

async function answered<T>(work: () => Promise<T>, forget: () => void): Promise<T> {
  try {
    const answer = await work();
    forget();
    return answer;
  } catch (error) {
    if (!leavesOpen(error)) forget();
    throw error;
  }
}
