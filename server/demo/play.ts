/** Plays stories in order of time, through the real moves: the clocks are swept in between, as in a running house. */
import type { CaseFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import type { Actor, Case } from "../domain/case.ts";
import { decide } from "../domain/move.ts";
import type { Instant } from "../domain/time.ts";
import { createIds } from "../ids.ts";
import { takeIn } from "../intake.ts";
import { sweep } from "../jobs/sweep.ts";
import { worldFor } from "../world.ts";
import { type Cast, residentOf } from "./cast.ts";
import { type Chance, createChance } from "./chance.ts";
import { orderOf, type Props } from "./command.ts";
import { momentOf } from "./moment.ts";
import type { Story } from "./story.ts";
import { createTimetable } from "./timetable.ts";

export type Setting = Omit<Props, "chance"> & {
  readonly deps: Deps;
  readonly onProgress: (done: number, total: number) => void;
};

/** @returns the number of cases. What would happen after the clock of `deps` has not happened. */
export async function play(stories: readonly Story[], setting: Setting): Promise<number> {
  const { deps, onProgress } = setting;
  const end = deps.clock.now();
  const timetable = createTimetable<Scene>();
  for (const story of stories) {
    const chance = createChance(`acts ${story.key}`);
    timetable.put(story.reportedAt, { story, chance, caseId: null, turn: 0 });
  }
  let opened = 0;
  let last = 0;
  for (let next = timetable.take(); next !== null && next.at <= end; next = timetable.take()) {
    const { at, what } = next;
    // Two acts never share an instant, so that histories read in one order
    last = Math.max(at, last + 1);
    const then = atInstant(deps, last);
    await sweepUntil(then);
    const after = what.caseId === null ? await open(what, then, setting) : await act(what, then, setting);
    if (what.caseId === null) onProgress(++opened, stories.length);
    if (after) await schedule(after, last);
  }
  await sweepUntil(atInstant(deps, end));
  return opened;

  async function schedule(scene: Scene, now: Instant): Promise<void> {
    const turn = scene.story.turns[scene.turn];
    const file = scene.caseId === null ? null : await deps.store.cases.file(scene.caseId);
    if (!turn || !file) return;
    const at = momentOf(turn, { clocks: file.clocks, last: now }, { ...scene, calendar: deps.calendar });
    timetable.put(at, scene);
  }
}

interface Scene {
  readonly story: Story;
  readonly chance: Chance;
  readonly caseId: string | null;
  /** Index of the turn to come. */
  readonly turn: number;
}

/** The same house at another instant. */
function atInstant(deps: Deps, now: Instant): Deps {
  const clock = { now: () => now };
  return { ...deps, clock, ids: { ...deps.ids, caseId: createIds(clock.now).caseId } };
}

async function sweepUntil(deps: Deps): Promise<void> {
  const next = await deps.store.clocks.nextLook();
  if (next === null || next > deps.clock.now()) return;
  while ((await sweep(deps)) > 0);
}

async function open(scene: Scene, deps: Deps, { cast, photos }: Setting): Promise<Scene | null> {
  const { story, chance } = scene;
  const actor = senderOf(story, cast);
  const wantsPhoto = story.item.evidence.required.includes("photoBefore") && story.channel !== "hotline";
  const taken = await takeIn(
    {
      id: `demo-${story.key}`,
      text: story.text,
      channel: story.channel,
      confidential: false,
      point: story.isPlaced ? { ...story.spot.point, accuracy: story.accuracy } : null,
      address: story.isVague || (story.isPlaced && chance.happens(0.4)) ? null : story.spot.address,
      photos: wantsPhoto && chance.happens(0.8) ? [chance.pick(photos.before)] : [],
      itemCode: story.choosesItem ? story.item.code : null,
      reporter: story.reporter,
    },
    actor,
    deps,
  );
  // A case of an earlier telling that was cut off stays as it was
  return taken.kind === "refusal" || !taken.isNew ? null : { ...scene, caseId: taken.answer.id };
}

function senderOf({ channel, spot }: Story, cast: Cast): Actor {
  if (channel === "public") return residentOf();
  const own = channel === "gridWorker" ? cast.gridWorker(spot.cell) : null;
  const township = channel === "township" ? cast.unit(spot.cell.slice(0, 9)) : null;
  return own ?? township ?? cast.centre;
}

/** A turn that does not fit any more ends the story: the case stays where it is. */
async function act(scene: Scene, deps: Deps, setting: Setting): Promise<Scene | null> {
  const turn = scene.story.turns[scene.turn];
  const file = scene.caseId === null ? null : await deps.store.cases.file(scene.caseId);
  if (!turn || !file) return null;
  const order = orderOf(turn, file.case, scene.story, { ...setting, chance: scene.chance });
  if (!order) return null;
  const after = await commit(file, order, deps);
  return after && { ...scene, turn: scene.turn + 1 };
}

async function commit(
  file: CaseFile,
  { command, actor }: NonNullable<ReturnType<typeof orderOf>>,
  deps: Deps,
): Promise<Case | null> {
  const decision = decide(file, command, actor, worldFor(deps));
  if (decision.kind === "refusal") return null;
  const commitment = await deps.store.commit(decision);
  return commitment.kind === "committed" ? commitment.case : null;
}
