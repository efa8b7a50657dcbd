/** One move, from command to disk: decide with the cases it belongs to, commit together, announce. */
import type { CaseFile } from "./caseFile.ts";
import { componentNamed } from "./components/named.ts";
import type { Deps } from "./deps.ts";
import { type Actor, type Decision, type Refusal, refuse } from "./domain/case.ts";
import type { Clock } from "./domain/clock.ts";
import { afterwards, decideTogether } from "./domain/linking/together.ts";
import type { Command } from "./domain/workflow.ts";
import { kinOf } from "./kin.ts";
import { photoNames } from "./domain/photoRights.ts";
import { photosForbid } from "./photoRights.ts";
import { receiversOf } from "./receivers.ts";
import { repeated } from "./repeated.ts";
import { worldFor } from "./world.ts";

/** How often a decision is taken again when somebody else's commit came first. */
const TRIES = 3;

/** @returns the case file after the move; a command that came before acts no second time. */
export async function act(
  file: CaseFile,
  sent: Command,
  actor: Actor,
  deps: Deps,
): Promise<CaseFile | Refusal> {
  const command = withoutKeys(sent);
  const receivers = await receiversOf(deps);
  const component = "componentCode" in command ? await componentNamed(command.componentCode, deps) : null;
  let found = file;
  for (let tries = 0; tries < TRIES; tries++) {
    // Asked after the case was read: its twin, sent in the same moment, is seen here or makes the commit stale
    const known = await repeated(found.case.id, command, actor, deps);
    if (known) return known;
    const kin = await kinOf(found, command, deps);
    const world = { ...worldFor(deps, receivers), componentAt: () => component };
    const decisions = decideTogether(command, { found, actor, world, kin });
    if ("kind" in decisions) return decisions;
    const unknown =
      (await photosForbid(photosOf(sent), { actor }, deps)) ?? (await notOfUnit(command, actor, deps));
    if (unknown !== null) return unknown;
    const kept = await keep(decisions, found, deps);
    if (kept !== null) {
      deps.heldFiles.put(kept);
      const before = new Map(
        [found, ...kin.bound, ...(kin.named ? [kin.named] : [])].map((row) => [row.case.id, row.case]),
      );
      for (const { case: after } of decisions) deps.live.announce(after, before.get(after.id) ?? null);
      deps.learner.teach(
        decisions.flatMap(({ lessons = [], case: { text } }) =>
          lessons.map((lesson) => ({ ...lesson, text })),
        ),
      );
      return kept;
    }
    const fresh = await deps.store.cases.file(found.case.id);
    if (!fresh) return refuse("notFound");
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

/** @returns the case in hand as it stands now; null when one of the cases had moved on: nothing was stored. */
async function keep(
  decisions: readonly Decision[],
  found: CaseFile,
  { store }: Deps,
): Promise<CaseFile | null> {
  const { id } = found.case;
  const [only, ...others] = decisions;
  if (only?.case.id !== id || others.length > 0)
    return (await store.commitAll(decisions)) === "committed" ? await store.cases.file(id) : null;
  const commitment = await store.commit(only);
  if (commitment.kind !== "committed") return null;
  // What was decided is what was stored: nobody need read it again
  const clocks = afterwards(found, only).clocks.toSorted(byStart);
  return { case: commitment.case, clocks };
}

/** As the store answers them. */
function byStart(a: Clock, b: Clock): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}

const photoFields = ["photosAfter", "photosCheck", "photosMore"] as const;

type PhotoFields = { readonly [name in (typeof photoFields)[number]]?: readonly string[] };

function photosOf(sent: Command): readonly string[] {
  return photoFields.flatMap((name) => (sent as PhotoFields)[name] ?? []);
}

/** The keys show whose the photos are; what is kept, and what everybody may read, are their names. */
function withoutKeys(sent: Command): Command {
  const given = sent as PhotoFields;
  const named = photoFields
    .filter((name) => given[name] !== undefined)
    .map((name) => [name, photoNames(given[name])]);
  return { ...sent, ...Object.fromEntries(named) } as Command;
}
