/** Acts of one page, sent one at a time. */
import type { Problem } from "../api.ts";
import { randomUUID } from "./ids.ts";

type Sent = Promise<Problem | null>;

/**
 * @returns what sends an act, and the problem for its form; null when it is done. A second press of the same act meanwhile
 * is told what the first is told: a form that were told of success would close before its words have arrived. Another
 * act waits for its turn.
 */
export function createActing(): (action: string, send: (commandId: string) => Sent) => Sent {
  let underWay: { readonly action: string; readonly told: Sent } | null = null;
  // Kept until the act is answered, so that one that is sent again after a cut line acts once
  let unanswered: { readonly action: string; readonly commandId: string } | null = null;

  async function sent(action: string, send: (commandId: string) => Sent): Sent {
    if (unanswered?.action !== action) unanswered = { action, commandId: randomUUID() };
    const problem = await send(unanswered.commandId);
    if (problem?.status !== 0) unanswered = null;
    return problem;
  }

  return async function acted(action, send) {
    while (underWay !== null && underWay.action !== action) await underWay.told;
    underWay ??= { action, told: sent(action, send).finally(() => (underWay = null)) };
    return await underWay.told;
  };
}
