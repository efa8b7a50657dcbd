/**
 * The city simulator (县域推演): a county lives for some days in this process, through the real doors of the real server,
 * while judges hold every step against what was promised. The same seed lives the same days.
 */
import { createHash, type Hash } from "node:crypto";
import type { Point } from "../../geo/point.ts";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { createChance } from "../demo/chance.ts";
import { keepDemoPhotos } from "../demo/photos.ts";
import { noComponents, seedComponents } from "../demo/components.ts";
import { createSpots } from "../demo/spots.ts";
import { loadSentences } from "../demo/words.ts";
import { dayNumber, startOfDay } from "../domain/time.ts";
import { createLog } from "../log.ts";
import { createAgenda } from "./agenda.ts";
import { openCounty } from "./county.ts";
import { createFindings } from "./findings.ts";
import { gatherFolk } from "./folk.ts";
import { createBackJudge } from "./judge/back.ts";
import { createClockJudge } from "./judge/clocks.ts";
import { judgeDay, judgeEnd } from "./judge/day.ts";
import { judgeSecrets } from "./judge/secrets.ts";
import { planCalls, planCallTurn } from "./callTurns.ts";
import { planClosings } from "./closings.ts";
import { planLooks } from "./looks.ts";
import { createMachine, type Machine } from "./machine.ts";
import { createMirror } from "./mirror.ts";
import { createMishaps } from "./mishaps.ts";
import { planNews, planWeather } from "./news.ts";
import { planOffsets } from "./offsets.ts";
import { createPost } from "./post.ts";
import { createPromises } from "./promises.ts";
import { createSeen, tooSeldom } from "./seen.ts";
import type { Figures, Outcome, Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { planStrangers } from "./strangers.ts";
import { planTrouble } from "./trouble.ts";
import { planTurn } from "./turns.ts";
import { createWall } from "./wall.ts";

/**
 * Events for each report that is planned, for turning "events in a year" into reports in a day. A case collects some 18 in
 * its life; calls and cases that nobody planned add to them: a year asked for 100,000 at 15 a report made 134,646.
 */
const EVENTS_PER_CASE = 20;

export async function simulate(settings: Settings): Promise<Outcome> {
  const { days, seed, faults, start, plant = {} } = settings;
  const wall = createWall(start);
  const chance = createChance(`${seed} county`);
  const mishaps = createMishaps(faults ? createChance(`${seed} mishaps`) : null, settings.worse);
  const findings = createFindings();
  const seen = createSeen();
  const agenda = createAgenda();
  const told = createHash("sha256");
  const standing = new Map<string, Point>();
  const back = createBackJudge(findings, standing);
  let restarts = -1;
  const log = createLog((line) => judgeSecrets("log", line, findings), wall.now);
  const mirror = createMirror({
    inspector: () => county.rehearsal.inspector,
    findings,
    clocks: { judge: (...each) => clockJudge.judge(...each), checked: () => clockJudge.checked() },
    onChange(known, decision, before) {
      back.judge(before, known, decision);
      tell(told, decision.case.number, decision.events);
      planTurn(known, stage);
    },
    onCall: (call) => planCallTurn(call.id, stage),
    onEvent: (action) => seen.note(action),
  });
  const county = await openCounty({
    wall,
    mishaps,
    chance: createChance(`${seed} ids`),
    log: plant.log?.(log) ?? log,
    dataDir: settings.dataDir,
    wrap(store) {
      restarts += 1;
      const bent = plant.store?.(store) ?? store;
      return mirror.watch(bent);
    },
  });
  const clockJudge = createClockJudge(county.reference, findings);
  const promises = createPromises(findings);
  const post = createPost({
    county,
    mishaps,
    mirror,
    findings,
    chance: createChance(`${seed} post`),
    lost: faults ? 0.03 : 0,
    bend: plant.answer ?? ((_letter, text) => text),
  });
  const world = loadCounty();
  let commands = 0;
  const stage: Stage = {
    seed,
    wall,
    chance,
    agenda,
    county,
    folk: await gatherFolk(county.deps().store, seed),
    mirror,
    mishaps,
    post,
    promises,
    findings,
    seen,
    photos: Object.values(await keepDemoPhotos(county.deps())).flat(),
    register: await seedComponents(world, county.deps()),
    wrongPhones: new Set(),
    standing,
    stormy: new Set(),
    commandId: () => `sim-${seed}-${(commands += 1)}`,
    places: {
      items: county.reference.taxonomy.items,
      spots: createSpots(world, county.deps().locate),
      sentences: loadSentences(),
      townships: world.townships.map(({ code }) => code),
      components: noComponents,
    },
    faults,
  };
  const machine = createMachine(stage);
  machine.plan();

  const figures = (steps: number): Figures => ({
    seed,
    days,
    steps,
    ...countsOf(stage),
    dueInstantsChecked: clockJudge.checked(),
    restarts,
    ioFaults: mishaps.io(),
    faults: mishaps.counts(),
    seen: seen.all(),
    fingerprint: told.copy().digest("hex").slice(0, 16),
  });

  try {
    const broken = await live(settings, stage, machine);
    if (broken !== null) return { kind: "broken", seed, ...broken, figures: figures(broken.step) };
    if (settings.keep !== undefined) await county.deps().store.backupTo(settings.keep);
    const seldom = tooSeldom(seen, faults ? mishaps.counts() : null, days);
    return { kind: "whole", figures: figures(stage.seen.count("steps")), tooSeldom: seldom };
  } finally {
    county.close();
  }
}

type Broken = Omit<Extract<Outcome, { kind: "broken" }>, "kind" | "seed" | "figures">;

async function live(settings: Settings, stage: Stage, machine: Machine): Promise<Broken | null> {
  const { days, start, onDay } = settings;
  const first = dayNumber(start);
  let step = 0;
  const brokenIn = (during: string, day: number): Broken | null => {
    const finding = stage.findings.first();
    return finding === null ? null : { ...finding, during, day, step };
  };
  for (let day = first; day < first + days; day++) {
    planDay(day, settings, stage, machine);
    const end = startOfDay(day + 1) - 1;
    for (let due = stage.agenda.next(end); due !== null; due = stage.agenda.next(end)) {
      step += 1;
      stage.seen.note("steps");
      stage.wall.set(due.at);
      await machine.sweepAll();
      await due.run();
      const broken = brokenIn(due.what, day - first + 1);
      if (broken !== null) return broken;
    }
    await judgeDay(stage);
    const broken = brokenIn("the judges at midnight", day - first + 1);
    if (broken !== null) return broken;
    onDay?.(day - first + 1, days);
  }
  await judgeEnd(stage, machine);
  return brokenIn("the last judgement", days);
}

function planDay(day: number, { eventsPerYear, faults }: Settings, stage: Stage, machine: Machine): void {
  const reports = eventsPerYear / 365 / EVENTS_PER_CASE;
  planWeather(day, stage);
  planNews(day, reports, stage);
  planStrangers(day, Math.ceil(reports / 3), stage);
  planLooks(day, Math.ceil(reports / 2), stage);
  planCalls(day, reports / 40, stage);
  planOffsets(day, stage);
  planClosings(day, stage);
  if (faults) planTrouble(day, stage, machine);
}

function countsOf({ county, mirror, post, promises }: Stage) {
  return {
    cases: county.rehearsal.inspector.counts().cases,
    calls: mirror.calls().size,
    events: mirror.events(),
    requests: post.requests(),
    reportsAcknowledged: promises.taken(),
  };
}

function tell(
  told: Hash,
  number: string,
  events: readonly { action: string; at: number; to: string }[],
): void {
  for (const { action, at, to } of events) told.update(`${number} ${action} ${at} ${to}\n`);
}
