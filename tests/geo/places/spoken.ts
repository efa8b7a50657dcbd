import { shortNameOf } from "../../../fixtures/demo/aliases.ts";
import { loadCounty } from "../../../fixtures/demo/county.ts";
import { gazetteerOf } from "../../../fixtures/demo/gazetteer.ts";
import { buildGrid } from "../../../geo/grid.ts";
import { createPlacer } from "../../../geo/locate.ts";
import { createPlaceFinder, type PlaceFinder } from "../../../geo/places/finder.ts";
import type { Place, PlaceGuess } from "../../../geo/places/place.ts";
import { SYLLABLES } from "../../../geo/places/syllables.ts";

export const county = loadCounty();
export const gazetteer = gazetteerOf(county);
export const find: PlaceFinder = createPlaceFinder(gazetteer, createPlacer(buildGrid(county.cells, "demo")));

/** Ways of writing where a village is; each is tried on every village of the county. */
export const WAYS = {
  "township and village": (village) =>
    `${townshipOf(village)}${shortOf(village)}${pick(["村委会对面", "东头", "卫生室北侧30米", "小学门口"])}`,
  "former township": (village) =>
    `${townshipOf(village).replace(/(街道|镇|乡)$/u, "")}${pick(["镇", "乡"])}${shortOf(village)}西侧`,
  "village alone": (village) => `${shortOf(village)}${pick(["东头桥边", "路口", "文化广场旁"])}`,
  "village without 村": (village) => `${bareOf(village)}${pick(["东头", "路口垃圾堆"])}`,
  "township and village with a typo": (village) => `${townshipOf(village)}${mistype(bareOf(village))}村路口`,
  "village with a typo": (village) => `${mistype(bareOf(village))}村路口`,
  "township with a typo and village": (village) =>
    `${mistype(townshipOf(village).slice(0, 2))}${townshipOf(village).slice(2)}${shortOf(village)}路口`,
} as const satisfies Record<string, (village: Place) => string>;

export type Way = keyof typeof WAYS;

export interface Score {
  /** Share of texts whose first guess is the place meant. */
  readonly first: number;
  /** Share of texts with the place among the three guesses. */
  readonly amongThree: number;
  /** Share of texts that may be placed in a cell or community without asking. */
  readonly settled: number;
  /** Texts for which the settled code is not the place's own. */
  readonly wrong: readonly string[];
}

/** Asks the finder for every village of the county, written in one way. */
export function scoreOf(way: Way): Score {
  seed = 9;
  const villages = gazetteer.places.filter((place) => place.kind === "village");
  const asked = villages.map((place) => {
    const text = WAYS[way](place);
    return { text, place, guesses: find(text) };
  });
  const share = (count: number) => count / asked.length;
  return {
    first: share(asked.filter(({ place, guesses }) => means(guesses[0], place)).length),
    amongThree: share(
      asked.filter(({ place, guesses }) => guesses.some((guess) => means(guess, place))).length,
    ),
    settled: share(asked.filter(({ guesses }) => (guesses[0]?.settled.length ?? 0) > 9).length),
    wrong: asked
      .filter(({ place, guesses }) => !codeOf(place).startsWith(guesses[0]?.settled ?? ""))
      .map(({ text, place, guesses }) => `${text}: ${guesses[0]?.name}, not ${place.name} ${codeOf(place)}`),
  };
}

function means(guess: PlaceGuess | undefined, place: Place): boolean {
  return guess?.precision === "village" && guess.point === place.point;
}

function codeOf({ cellCode, communityCode, townshipCode }: Place): string {
  return cellCode ?? communityCode ?? townshipCode;
}

function townshipOf(village: Place): string {
  return county.townships.find(({ code }) => code === village.townshipCode)?.name ?? "";
}

function shortOf(village: Place): string {
  return shortNameOf(village.name);
}

function bareOf(village: Place): string {
  return village.aliases[0] ?? village.name;
}

/** Replaces one character by another that sounds the same, out of the 6,763 that people may type. */
function mistype(name: string): string {
  const characters = Array.from(name);
  const at = Math.floor(random() * characters.length);
  const right = characters[at] ?? "";
  const line = lines.find((line) => line.includes(right)) ?? "";
  const others = Array.from(line).filter((other) => other !== right);
  return characters.with(at, pick(others) ?? right).join("");
}

const lines = SYLLABLES.trim()
  .split("\n")
  .map((line) => line.slice(line.indexOf(" ") + 1));

let seed = 9;

function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
}

function pick<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}
