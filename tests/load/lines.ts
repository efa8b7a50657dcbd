/** Live pages: open lines that hear of changes, and how long after a report was sent they do. */
import type { Stage } from "./stage.ts";

export function openLines(stage: Stage, amount: number): { readonly messages: () => number } {
  const { client, people, tally, sentAt } = stage;
  let messages = 0;
  for (let index = 0; index < amount; index += 1) {
    // The centre hears of everything; of its lines one is timed
    const person = index === 0 ? people.centre : people.all[index % people.all.length];
    if (person === undefined) continue;
    client.listen(person.cookie, (event, data) => {
      if (event !== "case") return;
      messages += 1;
      if (index === 0) hear(data);
    });
  }
  return { messages: () => messages };

  function hear(data: string): void {
    const { id } = JSON.parse(data) as { readonly id: string };
    const sent = sentAt.get(id);
    // It is mostly heard of before the report is answered: then it is not known yet by its id
    if (sent === undefined) return;
    sentAt.delete(id);
    tally.note("live: a change is heard", performance.now() - sent, 200);
  }
}
