/** Fetches what the file of a call shows. */
import { callWorldFor, visibleCase } from "./calls.ts";
import type { Deps } from "./deps.ts";
import type { Call } from "./domain/call/call.ts";
import type { CallAnswer } from "./domain/call/callAnswers.ts";
import type { Caller } from "./domain/call/callScope.ts";
import { namesOfAccounts } from "./caseFile.ts";
import { callAnswer } from "./view/callAnswer.ts";

/** The whole answer for one person, history and names included. */
export async function showCall(call: Call, caller: Caller, deps: Deps): Promise<CallAnswer> {
  const [events, found, world] = await Promise.all([
    deps.store.calls.history(call.id),
    call.caseId === null ? null : visibleCase(call.caseId, caller.actor, deps),
    callWorldFor(deps),
  ]);
  const nameByAccount = await namesOfAccounts(
    events.map(({ actorId }) => actorId),
    deps,
  );
  return callAnswer({ call, events, case: found, nameByAccount }, caller, { world, names: deps.names });
}
