/** Stories, pictures and counters for a run. */
import sharp from "sharp";
import { loadCounty } from "../../fixtures/demo/county.ts";
import { loadReference } from "../../fixtures/load.ts";
import { buildGrid } from "../../geo/grid.ts";
import { createPlacer } from "../../geo/locate.ts";
import { backgroundStories } from "../../server/demo/background.ts";
import { createChance } from "../../server/demo/chance.ts";
import { noComponents } from "../../server/demo/components.ts";
import { createSpots } from "../../server/demo/spots.ts";
import { loadSentences } from "../../server/demo/words.ts";
import { ask, type Stage } from "./stage.ts";

const STORIES = 2000;
const PICTURES = 24;

export async function setStage(given: Pick<Stage, "client" | "people" | "tally">): Promise<Stage> {
  const run = Date.now().toString(36);
  const chance = createChance(`load ${run}`);
  const reference = loadReference();
  const county = loadCounty();
  const stories = backgroundStories(Date.now(), STORIES, {
    items: reference.taxonomy.items,
    spots: createSpots(county, createPlacer(buildGrid(county.cells, "load"))),
    sentences: loadSentences(),
    townships: county.townships.map(({ code }) => code),
    components: noComponents,
  });
  const pictures = await Promise.all(
    Array.from({ length: PICTURES }, async () => await picture(() => chance.next())),
  );
  const kept = new Map<string, Promise<string>>();
  let [told, shown, named] = [0, 0, 0];
  const stage: Stage = {
    ...given,
    chance,
    reference,
    inHand: [],
    closed: 0,
    sentAt: new Map(),
    photoOf: (person) => {
      const known = kept.get(person.cookie) ?? keptPicture(stage, person.cookie);
      kept.set(person.cookie, known);
      return known;
    },
    nextStory: () => nth(stories, told++),
    nextPhoto: () => nth(pictures, shown++),
    nextId: () => `load-${run}-${named++}`,
  };
  return stage;
}

/** @throws when it is not kept. */
async function keptPicture(stage: Stage, cookie: string): Promise<string> {
  const body = stage.nextPhoto();
  const { status, text } = await ask(stage, "photo", { method: "POST", path: "/api/photos", cookie, body });
  if (status >= 300 || status === 0) throw new Error(`A picture was answered with ${status}: ${text}`);
  return (JSON.parse(text) as { readonly id: string }).id;
}

/** As a phone sends it: 1280 x 960, some 100 kB. */
async function picture(next: () => number): Promise<Buffer> {
  const [width, height] = [1280, 960];
  const noise = Buffer.from(Array.from({ length: 160 * 120 * 3 }, () => Math.floor(next() * 256)));
  return await sharp(noise, { raw: { width: 160, height: 120, channels: 3 } })
    .resize(width, height)
    .jpeg({ quality: 80 })
    .toBuffer();
}

function nth<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error("Got an empty list.");
  return found;
}
