/** The ordinary month: what is reported in a county from day to day. */
import type { Channel } from "../domain/case.ts";
import type { Item } from "../domain/taxonomy.ts";
import { DAY, dayNumber, dayOf, HOUR, type Instant, startOfDay } from "../domain/time.ts";
import { type Chance, createChance } from "./chance.ts";
import type { DemoComponents } from "./components.ts";
import type { Spots } from "./spots.ts";
import { type Story, turnsOf } from "./story.ts";
import { reporterOf, reportText, type Sentences } from "./words.ts";

export interface Stage {
  readonly items: readonly Item[];
  readonly spots: Spots;
  readonly sentences: Sentences;
  /** Codes of the townships; the first is the county town. */
  readonly townships: readonly string[];
  readonly components: DemoComponents;
}

export const DAYS = 31;

/** Stories of the last month, told for a day: the same on every run of that day. */
export function backgroundStories(today: Instant, amount: number, stage: Stage): readonly Story[] {
  const lastMidnight = startOfDay(dayNumber(today));
  return Array.from({ length: amount }, (_, index) => {
    const key = `${dayOf(dayNumber(today))}-${String(index).padStart(4, "0")}`;
    const chance = createChance(`huying ${key}`);
    const midnight = lastMidnight - (DAYS - 1 - Math.floor((index * DAYS) / amount)) * DAY;
    return tellStory({ key, chance, reportedAt: midnight + timeOfDay(chance) }, stage);
  });
}

export interface Begin {
  readonly key: string;
  readonly chance: Chance;
  readonly reportedAt: Instant;
  readonly item?: Item;
  /** Prefixes of cell codes. */
  readonly within?: readonly string[];
  readonly isPlaced?: boolean;
  readonly channel?: Channel;
}

/** What callers say who think that everybody knows where they are. */
const vaguePlaces = ["我们村口", "家门口", "小区里", "路边"];

export function tellStory(begin: Begin, stage: Stage): Story {
  const { key, chance, reportedAt } = begin;
  const channel = begin.channel ?? channelOf(chance);
  const item = begin.item ?? chance.weighted(stage.items, (row) => weightOf(row, reportedAt));
  const within = begin.within ?? [townshipOf(chance, stage.townships)];
  const spot = stage.spots(chance, { within, isRural: isRural(item) });
  const isPlaced = begin.isPlaced ?? (channel === "gridWorker" || !chance.happens(0.12));
  const isVague = begin.isPlaced === false;
  const reporter = hasReporter(channel, chance) ? reporterOf(chance) : null;
  const shape = { isPlaced, isContactable: reporter !== null };
  return {
    key,
    reportedAt,
    channel,
    isPlaced,
    isVague,
    reporter,
    item,
    text: reportText(
      chance,
      { item, place: isVague ? chance.pick(vaguePlaces) : spot.words, channel },
      stage.sentences,
    ),
    accuracy: Math.round(chance.between(5, 18)),
    choosesItem: channel === "gridWorker" && chance.happens(0.7),
    conditionCode: conditionOf(item, chance),
    turns: turnsOf(chance, shape),
    ...namedComponent(channel, chance, { spot, item, isPlaced }, stage),
  };
}

/** Who reports through an account mostly picks the thing itself from the register. */
function namedComponent(
  channel: Channel,
  chance: Chance,
  told: Pick<Story, "spot" | "item" | "isPlaced">,
  { components }: Stage,
): Pick<Story, "component" | "spot"> {
  const { spot } = told;
  const picks = chance.happens(0.8) && channel !== "public" && told.isPlaced;
  const found = picks ? components.near(spot, told.item.code) : null;
  return found === null
    ? { component: null, spot }
    : { component: found.kept, spot: { ...spot, point: found.spot.point } };
}

/** Fields, hills, rivers and homes are in villages; everything else happens in streets too. */
const ruralClasses = ["030101", "0302", "0401", "040201", "0503", "0602", "07", "080202", "0901"];

function isRural({ code }: Item): boolean {
  return ruralClasses.some((prefix) => code.startsWith(prefix));
}

function channelOf(chance: Chance): Channel {
  const shares: Partial<Record<Channel, number>> = {
    gridWorker: 46,
    hotline: 27,
    public: 17,
    township: 6,
    centre: 2,
    leader: 2,
  };
  return chance.weighted(Object.keys(shares) as Channel[], (channel) => shares[channel] ?? 0);
}

function hasReporter(channel: Channel, chance: Chance): boolean {
  return channel === "hotline" || (channel === "public" && chance.happens(0.7));
}

/** A third of what happens, happens in the county town. */
function townshipOf(chance: Chance, townships: readonly string[]): string {
  const [town = "", ...others] = townships;
  return chance.happens(0.34) ? town : chance.pick(others);
}

/** Heating fails in winter, water floods in summer. */
function weightOf(item: Item, at: Instant): number {
  const month = Number(dayOf(dayNumber(at)).slice(5, 7));
  const isSeason = item.peakMonths.length === 0 || item.peakMonths.includes(month);
  return item.demoWeight * (isSeason ? 1 : 0.15);
}

function conditionOf({ conditions }: Item, chance: Chance): string {
  return chance.weighted(conditions, (row) => 1 / (1 + conditions.indexOf(row))).code;
}

/** Most is seen between breakfast and supper. */
function timeOfDay(chance: Chance): number {
  const [from, to] = chance.weighted(
    [
      [7, 8.5],
      [8.5, 12],
      [12, 14],
      [14, 18],
      [18, 22],
      [22, 24],
    ] as const,
    ([from]) => ({ 7: 8, 8.5: 36, 12: 10, 14: 32, 18: 12, 22: 2 })[from],
  );
  return Math.floor(chance.between(from, to) * HOUR);
}
