/** Live pages: whoever may see a case or a call hears at once that it changed, and asks for it again. */
import { randomUUID } from "node:crypto";
import type { OtherChange } from "../db/store.ts";
import type { Call } from "./domain/call/call.ts";
import { inCallScope } from "./domain/call/callScope.ts";
import type { Case } from "./domain/case.ts";
import { createMarks } from "./liveMarks.ts";
import { inScope, type Scope, standsIn } from "./domain/permit.ts";

/** One message of `GET /api/live`: what changed is asked for again, so nothing personal travels here. */
export interface LiveMessage {
  readonly about: "case" | "call";
  readonly id: string;
  readonly version: number;
  /** null when it is gone: what becomes of it elsewhere is not told. */
  readonly state: Case["state"] | Call["state"] | null;
  /** It has left this person's area or unit. */
  readonly gone: boolean;
}

/** A message with its place in the order of all messages (liveMarks.ts). */
export interface MarkedMessage {
  readonly mark: string;
  readonly message: LiveMessage;
}

export interface Live {
  /** Tells every open page in whose scope the case is, or was before. */
  announce(after: Case, before: Case | null): void;
  announceCall(after: Call, before: Call | null): void;
  /** Tells what another process on the same database has committed. */
  pass(change: OtherChange): void;
  /** Not all was heard: every line ends, and whoever comes back learns that anything may have changed. */
  beginAnew(): void;
  /** @returns a function that ends the listening. */
  listen(scope: Scope, hear: (message: LiveMessage, mark: string) => void): () => void;
  /** The mark of the newest message. */
  mark(): string;
  /**
   * What somebody missed whose line broke after `mark`, the oldest first; null when that is not known any more, or was
   * another run of this house: then everything may have changed.
   */
  missed(scope: Scope, mark: string): readonly MarkedMessage[] | null;
  /** Names the run that a line belongs to; it is over when this is another one. */
  run(): string;
  /** Waits, but not past the closing of the house, nor past the going of whoever is waited for. */
  pause(ms: number, gone?: AbortSignal): Promise<void>;
  isClosed(): boolean;
  /** Ends every open line, so that the server can stop. */
  close(): void;
}

/** A minute of a busy county; who was away for longer asks for everything again. */
const MOST_KEPT = 2000;

interface Told<Thing> {
  readonly after: Thing;
  readonly before: Thing | null;
  readonly isIn: (scope: Scope, thing: Thing) => boolean;
}

interface Kept {
  readonly serial: number;
  /** null for whoever may not know of it. */
  readonly messageFor: (scope: Scope) => LiveMessage | null;
}

/** @param first names this run of the house: marks of another one say nothing here. */
export function createLive(first: string = newEpoch()): Live {
  let epoch = first;
  let marks = createMarks(epoch);
  const listeners = new Set<{
    readonly scope: Scope;
    readonly hear: (message: LiveMessage, mark: string) => void;
  }>();
  const wakers = new Set<() => void>();
  const kept: Kept[] = [];
  let serial = 0;
  let closed = false;

  function tell<Thing>(
    { about, id, version, state }: Omit<LiveMessage, "gone">,
    { after, before, isIn }: Told<Thing>,
  ): void {
    const messageFor = (scope: Scope): LiveMessage | null => {
      const sees = isIn(scope, after);
      if (!sees && !(before && isIn(scope, before))) return null;
      return { about, id, version, state: sees ? state : null, gone: !sees };
    };
    serial += 1;
    kept.push({ serial, messageFor });
    if (kept.length > MOST_KEPT) kept.shift();
    let mark: string | undefined;
    for (const { scope, hear } of listeners) {
      const message = messageFor(scope);
      if (message !== null) hear(message, (mark ??= marks.of(serial)));
    }
  }

  function missed(scope: Scope, mark: string): readonly MarkedMessage[] | null {
    const number = marks.read(mark);
    const oldest = kept[0]?.serial ?? serial + 1;
    if (number === null || number < oldest - 1) return null;
    return kept
      .filter((entry) => entry.serial > number)
      .flatMap((entry) => {
        const message = entry.messageFor(scope);
        return message === null ? [] : [{ mark: marks.of(entry.serial), message }];
      });
  }

  return {
    announce: (after, before) => tell({ ...after, about: "case" }, { after, before, isIn: inScope }),
    announceCall: (after, before) => tell({ ...after, about: "call" }, { after, before, isIn: inCallScope }),
    pass(change) {
      if (change.about === "case") tell(change, { ...change, isIn: standsIn });
      else tell(change, { ...change, isIn: inCallScope });
    },
    beginAnew() {
      epoch = newEpoch();
      marks = createMarks(epoch);
      kept.length = 0;
      for (const wake of wakers) wake();
    },
    run: () => epoch,
    mark: () => marks.of(serial),
    missed,
    listen(scope, hear) {
      const listener = { scope, hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pause: (ms, gone) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          wakers.delete(wake);
          gone?.removeEventListener("abort", wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        wakers.add(wake);
        gone?.addEventListener("abort", wake);
        if (closed || gone?.aborted === true) wake();
      }),
    isClosed: () => closed,
    close() {
      closed = true;
      for (const wake of wakers) wake();
    },
  };
}

function newEpoch(): string {
  return randomUUID().slice(0, 8);
}
