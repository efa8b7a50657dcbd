/** Plays stories in order of time, through the real moves: the clocks are swept in between, as in a running house. */
import type { ReportedPoint } from "../../geo/point.ts";
import type { CaseFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";
import type { Clock } from "../domain/clock.ts";
import { chanceOf } from "../domain/closing/recheck.ts";
import { decide } from "../domain/move.ts";
import { HOUR, type Instant } from "../domain/time.ts";
import { createIds } from "../ids.ts";
import { takeIn } from "../intake.ts";
import { receiversOf } from "../receivers.ts";
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

/** Acts of one hour share a transaction: they are on different cases, and each is made at its own instant. */
const TOGETHER = HOUR;

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
  for (;;) {
    const entries = timetable.takeWithin(TOGETHER, end);
    const [first] = entries;
    if (!first) break;
    await sweepUntil(atInstant(deps, first.at));
    const played = await Promise.all(entries.map(({ at, what }) => playOne(what, at, setting)));
    for (const next of played) if (next !== null) timetable.put(next.at, next.what);
    opened += entries.filter(({ what }) => what.caseId === null).length;
    onProgress(opened, stories.length);
  }
  await sweepUntil(atInstant(deps, end));
  return opened;
}

interface Scene {
  readonly story: Story;
  readonly chance: Chance;
  readonly caseId: string | null;
  /** Index of the turn to come. */
  readonly turn: number;
}

interface Played {
  readonly caseId: string;
  readonly clocks: readonly Clock[];
  /** The turn to come: the same again while others owe their part, or a stage is not finished. */
  readonly turn: number;
}

/** @returns when the story goes on; null when it is told. */
async function playOne(
  scene: Scene,
  at: Instant,
  setting: Setting,
): Promise<{ readonly at: Instant; readonly what: Scene } | null> {
  const then = atInstant(setting.deps, at);
  const isNew = scene.caseId === null;
  const played = isNew ? await open(scene, then, setting) : await act(scene, then, setting);
  if (played === null) return null;
  const next = { ...scene, caseId: played.caseId, turn: played.turn };
  const turn = scene.story.turns[next.turn];
  if (!turn) return null;
  const around = { clocks: played.clocks, last: at };
  return { at: momentOf(turn, around, { ...scene, calendar: then.calendar }), what: next };
}

/** The same house at another instant; in whole milliseconds, as PostgreSQL keeps no parts of them. */
export function atInstant(deps: Deps, at: Instant): Deps {
  const now = Math.floor(at);
  const clock = { now: () => now };
  return { ...deps, clock, ids: { ...deps.ids, ...createIds(clock.now) } };
}

async function sweepUntil(deps: Deps): Promise<void> {
  const next = await deps.store.clocks.nextLook();
  if (next === null || next > deps.clock.now()) return;
  while ((await sweep(deps)) > 0);
}

async function open(scene: Scene, deps: Deps, { cast, photos }: Setting): Promise<Played | null> {
  const { story, chance } = scene;
  const actor = senderOf(story, cast);
  const wantsPhoto = story.item.evidence.required.includes("photoBefore") && story.channel !== "hotline";
  const taken = await takeIn(
    {
      id: `demo-${story.key}`,
      text: story.text,
      channel: story.channel,
      confidential: false,
      point: story.isPlaced ? { ...story.spot.point, accuracy: story.accuracy, ...sourceOf(story) } : null,
      address: story.isVague || (story.isPlaced && chance.happens(0.4)) ? null : story.spot.address,
      photos: wantsPhoto && chance.happens(0.8) ? [chance.pick(photos.before)] : [],
      itemCode: story.choosesItem ? story.item.code : null,
      reporter: story.reporter,
      ...(story.component === null ? {} : { component: story.component }),
    },
    actor,
    deps,
  );
  // A case of an earlier telling that was cut off stays as it was
  if (taken.kind === "refusal" || !taken.isNew) return null;
  const file = await deps.store.cases.file(taken.answer.id);
  return file && { caseId: file.case.id, clocks: file.clocks, turn: 0 };
}

function senderOf({ channel, spot }: Story, cast: Cast): Actor {
  if (channel === "public") return residentOf();
  const own = channel === "gridWorker" ? cast.gridWorker(spot.cell) : null;
  const township = channel === "township" ? cast.unit(spot.cell.slice(0, 9)) : null;
  return own ?? township ?? cast.centre;
}

/** 随机复查 is done by the time the desk closes; one time in twenty the second look finds it undone. */
async function lookedAgain(file: CaseFile, deps: Deps, { cast }: Setting): Promise<CaseFile> {
  const { recheck } = rulesOf(file.case);
  if (recheck === null || recheck.solved !== null) return file;
  const solved = chanceOf(`${file.case.number}:found`) > 0.05;
  const command = { action: "recheck", version: file.case.version, solved } as const;
  const world = worldFor(deps, await receiversOf(deps));
  // Where the neighbour is who looked first, the centre goes
  const actors = [cast.gridWorker(recheck.unit), cast.centre].filter((actor) => actor !== null);
  const decisions = actors.map((actor) => decide(file, command, actor, world));
  const decision = decisions.find((answer) => answer.kind === "decision");
  if (decision?.kind !== "decision") return file;
  await deps.store.commit(decision);
  return (await deps.store.cases.file(file.case.id)) ?? file;
}

/** A turn that does not fit any more ends the story: the case stays where it is. */
async function act(scene: Scene, deps: Deps, setting: Setting): Promise<Played | null> {
  const turn = scene.story.turns[scene.turn];
  const found = scene.caseId === null ? null : await deps.store.cases.file(scene.caseId);
  if (!turn || !found) return null;
  const file = turn.action === "close" ? await lookedAgain(found, deps, setting) : found;
  const order = orderOf(turn, file.case, scene.story, { ...setting, chance: scene.chance });
  const decision = order && decide(file, order.command, order.actor, worldFor(deps, await receiversOf(deps)));
  if (decision?.kind !== "decision") return null;
  const commitment = await deps.store.commit(decision);
  if (commitment.kind !== "committed") return null;
  const changed = new Set(decision.clocks.map(({ id }) => id));
  const clocks = [...file.clocks.filter(({ id }) => !changed.has(id)), ...decision.clocks];
  const isDone = order?.command.action === turn.action;
  return { caseId: file.case.id, clocks, turn: isDone ? scene.turn + 1 : scene.turn };
}

/** Who stands there is found by satellite; who calls says where it is. */
function sourceOf({ channel }: Pick<Story, "channel">): Pick<ReportedPoint, "source"> {
  return { source: channel === "gridWorker" || channel === "public" ? "satellite" : "words" };
}
