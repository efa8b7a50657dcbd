/** What analysis must find in the demo month: a lamp that fails again and again, and rubbish that heaps up in one corner. */
import type { Item } from "../domain/taxonomy.ts";
import { dayNumber, dayOf, HOUR, type Instant, startOfDay } from "../domain/time.ts";
import { type Begin, type Stage, tellStory } from "./background.ts";
import { createChance } from "./chance.ts";
import type { Story } from "./story.ts";

/** Days ago. The last one is still with the lighting office. */
const LAMP_FAILED = [27, 19, 10, 3];
const TOWN = "371122001004";

/** 桑园镇: two neighbouring villages; days ago of each report. */
const HEAP_AREA = ["371122119277002", "371122119277006"];
const HEAPED = [5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1];

export function troubleStories(now: Instant, stage: Stage): readonly Story[] {
  return [...lampStories(now, stage), ...heapStories(now, stage)];
}

function lampStories(now: Instant, stage: Stage): readonly Story[] {
  const item = itemOf("020101", stage);
  const component = stage.components.oneIn(TOWN, item.code);
  return LAMP_FAILED.map((daysAgo, at) => {
    const begin = beginOf(`lamp-${at}`, { now, daysAgo, item, within: [TOWN] });
    const story = tellStory(begin, stage);
    if (component === null) return story;
    const text = `${component.spot.words}又不亮了，上次修好没多久`;
    return { ...story, text, spot: component.spot, component: component.kept, isPlaced: true };
  });
}

function heapStories(now: Instant, stage: Stage): readonly Story[] {
  return HEAPED.map((daysAgo, at) => {
    const item = itemOf(at % 3 === 0 ? "010101" : "010102", stage);
    return tellStory(beginOf(`heap-${at}`, { now, daysAgo, item, within: HEAP_AREA }), stage);
  });
}

function beginOf(
  name: string,
  {
    now,
    daysAgo,
    ...told
  }: {
    readonly now: Instant;
    readonly daysAgo: number;
    readonly item: Item;
    readonly within: readonly string[];
  },
): Begin {
  const key = `${dayOf(dayNumber(now))}-${name}`;
  const chance = createChance(`huying ${key}`);
  const reportedAt = startOfDay(dayNumber(now) - daysAgo) + Math.floor(chance.between(8, 18) * HOUR);
  return { key, chance, reportedAt, isPlaced: true, ...told };
}

function itemOf(code: string, { items }: Stage): Item {
  const item = items.find((row) => row.code === code);
  if (!item) throw new Error(`Got item ${code} when one of the taxonomy was expected`);
  return item;
}
