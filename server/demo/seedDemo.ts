/** Fills the demo county with a month of cases in all states, told from a fixed seed relative to today. */
import { loadCounty } from "../../fixtures/demo/county.ts";
import type { Deps } from "../deps.ts";
import { backgroundStories, type Stage } from "./background.ts";
import { tellCalls } from "./calls.ts";
import { castOf } from "./cast.ts";
import { keepDemoPhotos } from "./photos.ts";
import { play } from "./play.ts";
import { sceneStories } from "./scenes.ts";
import { seedComponents } from "./components.ts";
import { createSpots } from "./spots.ts";
import { troubleStories } from "./troubles.ts";
import { loadSentences } from "./words.ts";

/** Besides the scenes of today. */
const BACKGROUND = 360;

/**
 * Accounts, reference data and cells must be there already.
 * @param onProgress cases told so far, of all.
 * @returns the number of cases.
 */
export async function seedDemo(
  deps: Deps,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const { reference, calendar, locate, store } = deps;
  const now = deps.clock.now();
  const county = loadCounty();
  const stage: Stage = {
    items: reference.taxonomy.items,
    spots: createSpots(county, locate),
    sentences: loadSentences(),
    townships: county.townships.map(({ code }) => code),
    components: await seedComponents(county, deps),
  };
  const cast = castOf(await store.people.list(), reference.deskUnit);
  const photos = await keepDemoPhotos(deps);
  const stories = [
    ...backgroundStories(now, BACKGROUND, stage),
    ...troubleStories(now, stage),
    ...sceneStories(now, stage, { reference, calendar }),
  ];
  const told = await play(stories, {
    deps,
    cast,
    reference,
    calendar,
    catalogue: deps.catalogue.current(),
    photos,
    onProgress,
  });
  await tellCalls(deps);
  return told;
}
