/**
 * What must be on the desks now: whoever signs in as a demo account finds something to do, green, amber and red.
 * Each scene is a case that got to its stage quickly and has been there for just so long.
 */
import { type Clock, type ClockKind, lampOf, startClock } from "../domain/clock.ts";
import type { Lamp } from "../domain/clock.ts";
import type { Calendar } from "../domain/calendar.ts";
import { policyFor } from "../domain/limits.ts";
import type { Reference } from "../domain/reference.ts";
import { rewind } from "../domain/turnClocks.ts";
import type { Item } from "../domain/taxonomy.ts";
import { DAY, dayNumber, dayOf, type Instant, MINUTE } from "../domain/time.ts";
import { type Stage, tellStory } from "./background.ts";
import { createChance } from "./chance.ts";
import type { Story, Turn } from "./story.ts";

type Rest = "reported" | "filed" | "dispatched" | "accepted" | "handled" | "checked" | "closed";

interface Scene {
  readonly rest: Rest;
  readonly lamp: Lamp;
  /** Cell prefixes; the county town's first six communities are wangge1's beat. */
  readonly within: readonly string[];
  readonly items: readonly string[];
  readonly isPlaced?: boolean;
}

const beat = ["001", "002", "003", "004", "005", "006"].map((community) => `371122001${community}`);
const town = ["371122001"];
const county = ["371122"];
/** Led by the road and lamp company (bumen1). */
const roads = ["020101", "020102", "020105"];
const tidy = ["010101", "010102", "010201", "020203", "060201"];
const any = [
  "010103",
  "020201",
  "030101",
  "030301",
  "040102",
  "040204",
  "050101",
  "070201",
  "080201",
  "090104",
];

const scenes: readonly Scene[] = [
  ...many(["green", "green", "green", "amber", "red"], { rest: "handled", within: beat, items: tidy }),
  ...many(["green", "green", "green", "amber", "red"], { rest: "reported", within: town, items: any }),
  ...many(["green", "green", "amber"], { rest: "filed", within: town, items: any }),
  ...many(["green", "green", "red"], { rest: "checked", within: town, items: tidy }),
  ...many(["green", "green", "amber"], { rest: "closed", within: town, items: tidy }),
  ...many(["green", "green", "amber"], { rest: "dispatched", within: town, items: roads }),
  ...many(["green", "green", "green", "amber", "red", "red", "severe"], {
    rest: "accepted",
    within: town,
    items: roads,
  }),
  ...many(["green", "green", "amber", "red"], {
    rest: "reported",
    within: county,
    items: any,
    isPlaced: false,
  }),
  ...many(["amber", "red", "red", "severe"], { rest: "accepted", within: county, items: any }),
  ...many(["red"], { rest: "dispatched", within: county, items: any }),
];

export function sceneStories(
  now: Instant,
  stage: Stage,
  { reference, calendar }: { readonly reference: Reference; readonly calendar: Calendar },
): readonly Story[] {
  return scenes.map((scene, index) => {
    const key = `${dayOf(dayNumber(now))}-now-${String(index).padStart(2, "0")}`;
    const chance = createChance(`huying ${key}`);
    const item = itemOf(chance.pick(scene.items), stage);
    const channel = scene.isPlaced === false || scene.rest === "closed" ? ("hotline" as const) : undefined;
    const { within, isPlaced = true } = scene;
    const begin = { key, chance, reportedAt: now, item, within, isPlaced, ...(channel && { channel }) };
    const story = tellStory(begin, stage);
    const condition = item.conditions.find(({ code }) => code === story.conditionCode);
    const { urgency } = condition ?? item;
    const clocked = { itemCode: item.code, conditionCode: story.conditionCode, urgency };
    const anchor = anchorOf(scene, now, (kind, at) =>
      startClock(
        { id: kind, caseId: key, kind, unit: null, policy: policyFor(kind, clocked, reference) },
        at,
        calendar,
      ),
    );
    const turns = turnsTo(scene.rest, anchor, now);
    const [first] = turns;
    const reportedAt = first?.at === undefined ? anchor : first.at - 12 * MINUTE;
    // No two in one millisecond: ids are given in order of time
    return { ...story, turns, reportedAt: reportedAt - index };
  });
}

function many(lamps: readonly Lamp[], scene: Omit<Scene, "lamp">): readonly Scene[] {
  return lamps.map((lamp) => ({ ...scene, lamp }));
}

/** Which clocks run while a case rests somewhere, and which act started them. */
const startOfRest: Record<
  Rest,
  { readonly by: Turn["action"] | "report"; readonly kinds: readonly ClockKind[] }
> = {
  reported: { by: "report", kinds: ["file"] },
  filed: { by: "file", kinds: ["dispatch"] },
  dispatched: { by: "dispatch", kinds: ["accept", "handle"] },
  accepted: { by: "dispatch", kinds: ["handle"] },
  handled: { by: "handle", kinds: ["check"] },
  checked: { by: "check", kinds: ["close"] },
  closed: { by: "close", kinds: ["followUp"] },
};

/** When the clocks must have started to show this lamp now; half an hour ago where the lamp cannot be had. */
function anchorOf(
  { rest, lamp }: Scene,
  now: Instant,
  start: (kind: ClockKind, at: Instant) => Clock,
): Instant {
  // Fine steps near now, where limits of minutes are, and coarse ones days ago
  for (let ago = 6 * MINUTE; ago < 28 * DAY; ago += Math.max(3 * MINUTE, ago * 0.02)) {
    const at = now - Math.round(ago);
    const clocks = startOfRest[rest].kinds.map((kind) => start(kind, at));
    if (lampOf(rewind(clocks), now) === lamp) return at;
  }
  return now - 30 * MINUTE;
}

const chain = ["file", "dispatch", "accept", "handle", "check", "close"] as const;
const lastOfRest: Record<Rest, Turn["action"] | null> = {
  reported: null,
  filed: "file",
  dispatched: "dispatch",
  accepted: "accept",
  handled: "handle",
  checked: "check",
  closed: "close",
};

/** Before the anchor one act every quarter of an hour, after it the same, but never in the future. */
function turnsTo(rest: Rest, anchor: Instant, now: Instant): readonly Turn[] {
  const last = lastOfRest[rest];
  if (last === null) return [];
  const acts = chain.slice(0, chain.findIndex((action) => action === last) + 1);
  const anchored = acts.findIndex((action) => action === startOfRest[rest].by);
  return acts.map((action, index) => {
    const at = anchor + (index - anchored) * 15 * MINUTE;
    return { action, pace: 0, at: Math.min(at, now - MINUTE) };
  });
}

function itemOf(code: string, { items }: Stage): Item {
  const item = items.find((row) => row.code === code);
  if (!item) throw new Error(`Got item ${code} when one of the taxonomy was expected`);
  return item;
}
