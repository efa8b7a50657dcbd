/** 改正这批 and its undo: every case decided alone, stored durably, and named in the batch before the first is moved. */
import { createPlacer, type Placer } from "../../geo/locate.ts";
import type { ShiftCause } from "../../geo/shift.ts";
import { allDone } from "../allDone.ts";
import type { CaseFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Actor, type Decision, type Refusal, refuse } from "../domain/case.ts";
import { pinOf } from "../domain/report.ts";
import type { ShiftDoneAnswer, ShiftedCase } from "../domain/shift/answers.ts";
import { type ShiftAct, shiftCase, unshiftCase } from "../domain/shiftCase.ts";
import type { ShiftSource } from "../domain/shift/source.ts";
import { isWithin, type WindowDays, windowOfDays } from "../domain/shift/window.ts";
import { heldVersion } from "../grid/ofVersion.ts";
import { worldFor } from "../world.ts";
import { foundIn } from "./answers.ts";
import { gatherSources } from "./gather.ts";

export interface CorrectionOrder {
  readonly source: ShiftSource;
  /** As the screen showed it: another finding meanwhile is another decision. */
  readonly cause: ShiftCause;
  /** Whole days instead of the window that was found. */
  readonly window?: WindowDays | undefined;
  readonly reason: string;
  readonly dryRun: boolean;
}

const SHOWN = 200;
/** So many share one durable transaction. */
const TOGETHER = 32;
const TRIES = 3;

export async function correctSource(
  order: CorrectionOrder,
  actor: Actor,
  deps: Deps,
): Promise<ShiftDoneAnswer | Refusal> {
  const { source, cause, reason, dryRun } = order;
  const now = deps.clock.now();
  const chosen =
    order.window && windowOfDays(order.window, { now, back: deps.reference.analysis.shift.days });
  if (chosen !== undefined && "kind" in chosen) return chosen;
  const views = await gatherSources(deps);
  const view = views.find((one) => one.source.kind === source.kind && one.source.key === source.key);
  const found = view && foundIn(view).find((one) => isSame(one.cause, cause));
  if (found === undefined) return refuse("stale", { field: "shift" });
  const batch = deps.ids.row();
  const window = chosen ?? found.window;
  const affected = found.movable.filter(({ reportedAt }) => isWithin(window, reportedAt));
  const ids = affected.map(({ id }) => id);
  if (!dryRun) {
    const { kind: sourceKind, key: sourceKey } = source;
    const { from: fromAt, until: untilAt } = window;
    const row = { id: batch, sourceKind, sourceKey, cause, fromAt, untilAt, reason, by: actor.id, at: now };
    await deps.store.shifts.begin(row, ids);
  }
  const decideOne = (file: CaseFile, act: ShiftAct) => shiftCase(file, { cause, window }, act);
  const done = await eachCase(ids, { batch, reason, dryRun, actor, decideOne }, deps);
  if (!dryRun) await gatherSources(deps);
  return { ...done, batch: dryRun ? null : batch, window, left: found.movable.length - affected.length };
}

/** Every case that still lies where the batch put it goes back; what somebody has moved since stays. */
export async function undoBatch(
  { id, reason, dryRun }: { readonly id: string; readonly reason: string; readonly dryRun: boolean },
  actor: Actor,
  deps: Deps,
): Promise<ShiftDoneAnswer | Refusal> {
  const batch = await deps.store.shifts.batch(id);
  if (batch === null) return refuse("notFound");
  if (batch.undoneAt !== null) return refuse("stale", { field: "shift" });
  const ids = await deps.store.shifts.casesOf(id);
  const done = await eachCase(ids, { batch: id, reason, dryRun, actor, decideOne: unshiftCase }, deps);
  if (!dryRun) {
    // Last, so that an undo that was cut off can be gone on with
    await deps.store.shifts.undo(id, { by: actor.id, at: deps.clock.now(), reason });
    await gatherSources(deps);
  }
  return { ...done, batch: dryRun ? null : id, window: null, left: 0 };
}

interface Doing {
  readonly batch: string;
  readonly reason: string;
  readonly dryRun: boolean;
  readonly actor: Actor;
  readonly decideOne: (file: CaseFile, act: ShiftAct) => Decision | null;
}

async function eachCase(
  ids: readonly string[],
  doing: Doing,
  deps: Deps,
): Promise<Omit<ShiftDoneAnswer, "batch" | "window" | "left">> {
  const placers = await placersFor(deps);
  const moved: ShiftedCase[] = [];
  let [cells, townships, skipped] = [0, 0, 0];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const chunk = ids.slice(from, from + TOGETHER);
    for (const pair of await allDone(chunk.map((id) => moveOne(id, doing, placers, deps)))) {
      if (pair === null) {
        skipped += 1;
        continue;
      }
      const [before, after] = pair;
      if (before.cellCode !== after.cellCode) cells += 1;
      if (before.townshipCode !== after.townshipCode) townships += 1;
      moved.push({
        id: after.id,
        number: after.number,
        was: pinOf(before.placement),
        becomes: pinOf(after.placement),
        from: deps.names.cell(before.cellCode),
        to: deps.names.cell(after.cellCode),
      });
    }
  }
  return { cases: moved.length, cells, townships, skipped, rows: moved.slice(0, SHOWN) };
}

type Placers = (version: string | undefined) => Placer;

async function moveOne(id: string, doing: Doing, placers: Placers, deps: Deps) {
  const { batch, reason, actor, decideOne, dryRun } = doing;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const file = await deps.store.cases.file(id);
    if (file === null) return null;
    const locate = placers(file.case.placement?.gridVersion);
    const decision = decideOne(file, { batch, reason, actor, world: worldFor(deps), locate });
    if (decision === null) return null;
    if (dryRun) return [file.case, decision.case] as const;
    if ((await deps.store.commit(decision)).kind !== "committed") continue;
    deps.live.announce(decision.case, file.case);
    return [file.case, decision.case] as const;
  }
  return null;
}

/** Each case by the version of its own day; a version that is not published any more by the one in force. */
async function placersFor(deps: Deps): Promise<Placers> {
  const versions = (await deps.store.grid.versions()).filter(({ layer }) => layer === "governance");
  const made = new Map<string, Placer>([[deps.gridVersion, deps.locate]]);
  for (const row of versions) {
    const key = String(row.version);
    if (made.has(key)) continue;
    made.set(key, createPlacer((await heldVersion(row, deps)).grid));
  }
  return (version) => made.get(version ?? "") ?? deps.locate;
}

function isSame(a: ShiftCause, b: ShiftCause): boolean {
  if (a.kind === "datum" && b.kind === "datum") return a.datum === b.datum;
  if (a.kind === "constant" && b.kind === "constant")
    return Math.hypot(a.east - b.east, a.north - b.north) < 1;
  return a.kind === b.kind;
}
