/** What every act of a load run works with: people, chance, the cases in hand, and the counting of answers. */
import type { Chance } from "../../server/demo/chance.ts";
import type { Reference } from "../../server/domain/reference.ts";
import type { Story } from "../../server/demo/story.ts";
import type { Answer, Asking, Client } from "./client.ts";
import type { Known } from "./lives.ts";
import type { Person, People } from "./people.ts";
import type { Tally } from "./tally.ts";

export interface Stage {
  readonly client: Client;
  readonly people: People;
  readonly chance: Chance;
  readonly reference: Reference;
  readonly tally: Tally;
  /** Reports to come, told again from the beginning when all are told. */
  readonly nextStory: () => Story;
  /** Cases that this run reported and that are under way, the one that waited longest first. */
  readonly inHand: Known[];
  /** Cases that were closed. */
  closed: number;
  /** When a report was sent, by the id of its case: until a live page hears of it. */
  readonly sentAt: Map<string, number>;
  /** A picture of work done, sent by them once. */
  readonly photoOf: (person: Person) => Promise<string>;
  /** A fresh picture for a report. */
  readonly nextPhoto: () => Buffer;
  /** Names this run's reports and commands apart from those of every other. */
  readonly nextId: () => string;
}

/** Asks and notes how long it took. @param due when it should have been sent; now if nothing held it up. */
export async function ask(
  { client, tally }: Stage,
  act: string,
  asking: Asking & { readonly due?: number },
): Promise<Answer> {
  const start = asking.due ?? performance.now();
  const answer = await client.ask(asking);
  tally.note(act, performance.now() - start, answer.status);
  return answer;
}

/** Somebody who reads lists: desks more than grid workers. */
export function reader({ people, chance }: Stage): Person {
  return chance.happens(0.3) ? chance.pick(people.gridWorkers) : chance.pick(people.all);
}
