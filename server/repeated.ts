import type { CaseFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import type { Command } from "./domain/workflow.ts";

/**
 * The case of a command that this very person sent before: it has acted once and is answered again, even when the act
 * took the case out of their hands (退单). null for a new command, and for a foreign one.
 */
export async function repeated(
  caseId: string,
  command: Pick<Command, "action" | "commandId">,
  actor: Actor,
  deps: Deps,
): Promise<CaseFile | null> {
  if (command.commandId === undefined) return null;
  const event = await deps.store.cases.eventByCommand(caseId, command.commandId);
  if (event?.actorId !== actor.id) return null;
  if (event.action !== command.action && !leftBehind[command.action]?.includes(event.action)) return null;
  return deps.store.cases.file(caseId);
}

/** What a command leaves on the case it came to when it acts on the lead or the parts (domain/linking/together.ts). */
const leftBehind: Readonly<Record<string, readonly string[] | undefined>> = { reopen: ["rejoin", "resplit"] };
