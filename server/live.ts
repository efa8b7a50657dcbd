/** Live pages: whoever may see a case or a call hears at once that it changed, and asks for it again. */
import type { Call } from "./domain/call/call.ts";
import { inCallScope } from "./domain/call/callScope.ts";
import type { Case } from "./domain/case.ts";
import { inScope, type Scope } from "./domain/permit.ts";

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

export interface Live {
  /** Tells every open page in whose scope the case is, or was before. */
  announce(after: Case, before: Case | null): void;
  announceCall(after: Call, before: Call | null): void;
  /** @returns a function that ends the listening. */
  listen(scope: Scope, hear: (message: LiveMessage) => void): () => void;
  /** Waits, but not past the closing of the house. */
  pause(ms: number): Promise<void>;
  isClosed(): boolean;
  /** Ends every open line, so that the server can stop. */
  close(): void;
}

export function createLive(): Live {
  const listeners = new Set<{ readonly scope: Scope; readonly hear: (message: LiveMessage) => void }>();
  const wakers = new Set<() => void>();
  let closed = false;

  function tell<Thing extends Case | Call>(
    about: LiveMessage["about"],
    after: Thing,
    before: Thing | null,
    isIn: (scope: Scope, thing: Thing) => boolean,
  ): void {
    for (const { scope, hear } of listeners) {
      const sees = isIn(scope, after);
      if (!sees && !(before && isIn(scope, before))) continue;
      hear({ about, id: after.id, version: after.version, state: sees ? after.state : null, gone: !sees });
    }
  }

  return {
    announce: (after, before) => tell("case", after, before, inScope),
    announceCall: (after, before) => tell("call", after, before, inCallScope),
    listen(scope, hear) {
      const listener = { scope, hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pause: (ms) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          wakers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        wakers.add(wake);
        if (closed) wake();
      }),
    isClosed: () => closed,
    close() {
      closed = true;
      for (const wake of wakers) wake();
    },
  };
}
