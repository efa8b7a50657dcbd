/** 移交接续单位 and its undo: every case and call decided alone and stored durably; cut off in between, it is begun again. */
import { allDone } from "../allDone.ts";
import { callWorldFor } from "../calls.ts";
import type { Deps } from "../deps.ts";
import { type Actor, type Decision, type Refusal, refuse } from "../domain/case.ts";
import { isClosed, successionOf } from "../domain/departments.ts";
import type { Found } from "../domain/move.ts";
import type { SuccessionDone } from "../domain/succession/answers.ts";
import { succeedCall } from "../domain/succession/succeedCall.ts";
import { notBack, type SuccessionAct, succeedCase, unsucceedCase } from "../domain/succession/succeedCase.ts";
import type { Bequest } from "../domain/succession/succession.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { worldFor } from "../world.ts";

export interface SuccessionOrder {
  readonly unit: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** So many share one durable transaction. */
const TOGETHER = 32;
const TRIES = 3;

export async function succeedUnit(
  { unit, reason, dryRun }: SuccessionOrder,
  actor: Actor,
  deps: Deps,
): Promise<SuccessionDone | Refusal> {
  const found = deps.reference.unitsByCode.get(unit);
  if (found === undefined) return refuse("notFound");
  const today = dayOf(dayNumber(deps.clock.now()));
  const succession = successionOf(unit, deps.reference.unitsByCode, today);
  if (succession === null)
    return refuse("wrongState", { field: "unit", rule: "unitOpen", given: found.name });
  const { heir } = succession;
  if (heir === null) return refuse("wrongState", { field: "unit", rule: "noHeir", given: found.name });
  const bequest = { from: unit, to: heir };
  const cases = await deps.store.successions.casesOf(unit);
  const doing = { reason, dryRun, actor, batch: deps.ids.row() };
  const ids = cases.map(({ id }) => id);
  const done = await eachCase(ids, doing, (file, act) => succeedCase(file, bequest, act), deps);
  return { ...done, calls: await eachCall(bequest, doing, deps) };
}

/** Calls stay with the heir: their parts and ratings are one by now. */
export async function giveBack(
  { unit, heir, reason, dryRun }: SuccessionOrder & { readonly heir: string },
  actor: Actor,
  deps: Deps,
): Promise<SuccessionDone | Refusal> {
  const found = deps.reference.unitsByCode.get(unit);
  if (found === undefined) return refuse("notFound");
  if (isClosed(found, dayOf(dayNumber(deps.clock.now()))))
    return refuse("wrongState", { field: "unit", rule: "stillClosed", given: found.name });
  const bequest = { from: unit, to: heir };
  const moved = await deps.store.successions.moved();
  const ids = moved
    .filter(({ succeeded }) => succeeded.from === unit && succeeded.to === heir)
    .map(({ id }) => id);
  if (ids.length === 0) return refuse("notFound");
  const doing = { reason, dryRun, actor, batch: deps.ids.row() };
  const done = await eachCase(
    ids,
    doing,
    (file, act) => notBackOf(file, bequest) ?? unsucceedCase(file, bequest, act),
    deps,
  );
  return { ...done, calls: 0 };
}

type Kept = keyof SuccessionDone["kept"];

function notBackOf(file: Found, bequest: Bequest): Kept | null {
  const why = notBack(file, bequest);
  return why === "notMoved" ? null : why;
}

interface Doing {
  readonly batch: string;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly actor: Actor;
}

/** A decision, why it is kept where it is, or null where there is nothing to move any more. */
type DecideOne = (file: Found, act: SuccessionAct) => Decision | Kept | null;

async function eachCase(
  ids: readonly string[],
  doing: Doing,
  decideOne: DecideOne,
  deps: Deps,
): Promise<Pick<SuccessionDone, "cases" | "kept">> {
  const kept = { busy: 0, actedSince: 0, joined: 0 };
  let cases = 0;
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const chunk = ids.slice(from, from + TOGETHER);
    for (const done of await allDone(chunk.map((id) => moveOne(id, doing, decideOne, deps)))) {
      if (done === "moved") cases += 1;
      else if (done !== null) kept[done] += 1;
    }
  }
  return { cases, kept };
}

async function moveOne(
  id: string,
  { dryRun, ...act }: Doing,
  decideOne: DecideOne,
  deps: Deps,
): Promise<"moved" | Kept | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const file = await deps.store.cases.file(id);
    if (file === null) return null;
    const decision = decideOne(file, { ...act, world: worldFor(deps) });
    if (decision === null || typeof decision === "string") return decision;
    if (dryRun) return "moved";
    if ((await deps.store.commit(decision)).kind !== "committed") continue;
    deps.live.announce(decision.case, file.case);
    return "moved";
  }
  return "busy";
}

/** @returns how many were moved; one that somebody acts on in this moment is found again by the next try. */
async function eachCall(bequest: Bequest, { dryRun, ...act }: Doing, deps: Deps): Promise<number> {
  const world = await callWorldFor(deps);
  let calls = 0;
  for (const id of await deps.store.successions.callsOf(bequest.from)) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const call = await deps.store.calls.byId(id);
      const decision = call && succeedCall(call, bequest, { ...act, world });
      if (!decision) break;
      const commitment = dryRun ? null : await deps.store.calls.commit(decision);
      if (commitment !== null && commitment.kind !== "committed") continue;
      if (commitment !== null) deps.live.announceCall(commitment.call, call);
      calls += 1;
      break;
    }
  }
  return calls;
}
