/** 上报时选了并入: staff who look at places merge at once; what a resident says is shown to the desk, which decides. */
import { act } from "./act.ts";
import { openFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import type { Taken } from "./intake.ts";
import { reportAnswer } from "./view/reportAnswer.ts";

/** A lead that is over meanwhile, or not theirs, refuses: then the report stands for itself and is told as such. */
export async function joinLead(taken: Taken, leadId: string, actor: Actor, deps: Deps): Promise<Taken> {
  if (actor.role === "resident") return taken;
  const [file, lead] = await Promise.all([
    openFile(taken.answer.id, actor, deps),
    openFile(leadId, actor, deps),
  ]);
  if (!file || !lead) return taken;
  const command = { action: "merge", version: file.case.version, into: lead.case.number } as const;
  const merged = await act(file, command, actor, deps);
  return "kind" in merged
    ? taken
    : { ...taken, answer: reportAnswer(merged.case, taken.answer.recordHash, deps) };
}
