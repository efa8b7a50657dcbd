/**
 * `npm run bench:place`: words to places, over every village of the demo county: how often the first guess is the one
 * meant, how many are settled without a person, how many of these are wrong, and what one text takes.
 */
import { WAYS, type Way, find, gazetteer, scoreOf } from "../geo/places/spoken.ts";
import { measure, quantile } from "./rounds.ts";

const ROUNDS = 9;
const CROSSING = "县城振兴路与莒州路交叉口东50米";

const villages = gazetteer.places.filter((place) => place.kind === "village");
const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (share: number) => (share * 100).toFixed(1).padStart(6);

say(`${villages.length} villages; processor time of one text, median of ${ROUNDS} rounds`);
say(`${"".padEnd(34)} first %  of 3 %  settled %  wrong     µs`);
for (const way of Object.keys(WAYS) as Way[]) {
  const { first, amongThree, settled, wrong } = scoreOf(way);
  const figures = `${percent(first)}  ${percent(amongThree)}     ${percent(settled)}  ${String(wrong.length).padStart(5)}`;
  say(`${way.padEnd(34)}  ${figures}  ${await microseconds(villages.map((village) => WAYS[way](village)))}`);
}
const crossings = villages.map(() => CROSSING);
say(`${"crossing with direction and metres".padEnd(34)} ${" ".repeat(36)} ${await microseconds(crossings)}`);

async function microseconds(texts: readonly string[]): Promise<string> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { cpu } = await measure(texts.length, () => {
      for (const text of texts) find(text);
    });
    rounds.push(cpu);
  }
  return quantile(rounds, 0.5).toFixed(0).padStart(5);
}
