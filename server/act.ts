/** One move on one case, from command to disk: decide, commit, announce. */
import type { CaseFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import { type Actor, type Refusal, refuse } from "./domain/case.ts";
import { decide } from "./domain/move.ts";
import type { Command } from "./domain/workflow.ts";
import { unknownPhoto } from "./photos.ts";
import { receiversOf } from "./receivers.ts";
import { repeated } from "./repeated.ts";
import { worldFor } from "./world.ts";

/** How often a decision is taken again when somebody else's commit came first. */
const TRIES = 3;

/** @returns the case file after the move; a command that came before acts no second time. */
export async function act(
  file: CaseFile,
  command: Command,
  actor: Actor,
  deps: Deps,
): Promise<CaseFile | Refusal> {
  const photo = await unknownPhoto(photosOf(command), deps);
  if (photo !== null)
    return refuse("badValue", { field: "photos", given: photo, expected: "已上传的照片编号" });
  const stranger = await notOfUnit(command, actor, deps);
  if (stranger !== null) return stranger;
  const receivers = await receiversOf(deps);
  let found = file;
  for (let tries = 0; tries < TRIES; tries++) {
    // Asked after the case was read: its twin, sent in the same moment, is seen here or makes the commit stale
    const before = await repeated(found.case.id, command, actor, deps);
    if (before) return before;
    const decision = decide(found, command, actor, worldFor(deps, receivers));
    if (decision.kind === "refusal") return decision;
    const commitment = await deps.store.commit(decision);
    const fresh = await deps.store.cases.file(found.case.id);
    if (!fresh) return refuse("notFound");
    if (commitment.kind === "committed") {
      deps.live.announce(decision.case, found.case);
      if (decision.lessons !== undefined) await deps.learner.refresh();
      return fresh;
    }
    found = fresh;
  }
  return refuse("stale");
}

/** 内部交办 stays inside the unit: to somebody of it who has an account that is not closed. */
async function notOfUnit(command: Command, actor: Actor, deps: Deps): Promise<Refusal | null> {
  if (command.action !== "handOver") return null;
  const account = await deps.store.people.byId(command.handler);
  const isColleague = account !== null && !account.disabled && account.unit === actor.unit;
  return isColleague && account.role === actor.role
    ? null
    : refuse("badValue", { field: "handler", given: command.handler, expected: "colleague" });
}

function photosOf(command: Command): readonly string[] {
  const { photosAfter = [], photosCheck = [] } = command as {
    photosAfter?: string[];
    photosCheck?: string[];
  };
  return [...photosAfter, ...photosCheck];
}
