/** What happens in the county from day to day, and how it is reported: at once, twice, hours later, or until an answer comes. */
import { fromWgs84 } from "../../geo/datum.ts";
import { tellStory } from "../demo/background.ts";
import { createChance } from "../demo/chance.ts";
import type { Story } from "../demo/story.ts";
import { DAY, HOUR, type Instant, MINUTE, startOfDay } from "../domain/time.ts";
import type { Person } from "./folk.ts";
import { timeOfReport } from "./habits.ts";
import { canaryOf } from "./judge/secrets.ts";
import type { Letter } from "./post.ts";
import type { Stage } from "./stage.ts";

/** Puts the reports of a day on the agenda. @param amount how many on an ordinary day. */
export function planNews(day: number, amount: number, stage: Stage): void {
  const chance = createChance(`${stage.seed} news ${day}`);
  const isQuiet = stage.county.deps().calendar.day(day).total === 0;
  const isStorm = stage.stormy.has(day);
  const share = (isQuiet ? 0.6 : 1) * (isStorm ? 3 : 1);
  const count = Math.floor(amount * share * chance.between(0.8, 1.2) + chance.next());
  for (let index = 0; index < count; index++) {
    const at = timeOfReport(day, chance);
    stage.agenda.add(at, "report", () => report(`${stage.seed}-${day}-${index}`, stage));
  }
}

async function report(key: string, stage: Stage): Promise<void> {
  const { wall, agenda, promises, mishaps, faults } = stage;
  const letter = reportLetter(key, stage);
  const { id } = letter.body;
  promises.sent(id);
  const chance = createChance(`post ${key}`);
  if (faults && chance.happens(0.08)) {
    // The phone had no network: it comes when the grid worker is back
    mishaps.note("sentLate");
    agenda.add(wall.truth() + chance.between(1, 60) * HOUR, "late report", () => hand(letter, id, stage));
  } else await hand(letter, id, stage, faults && chance.happens(0.05));
}

/** Sends until somebody answers: the same report under the same id. */
export async function hand(letter: Letter, id: string, stage: Stage, twice = false): Promise<void> {
  const { post, promises, agenda, wall, chance, seen } = stage;
  const answers = twice ? await post.sendTwice(letter) : [await post.send(letter)];
  for (const answer of answers) {
    if (answer === null || answer.status >= 500 || answer.status === 429) continue;
    if (answer.status === 201 || answer.status === 200)
      promises.reportTaken(id, (answer.body as { readonly id: string }).id);
    else promises.reportRefused(id);
    seen.note(`report ${answer.status}`);
  }
  if (answers.every((answer) => answer === null || answer.status >= 500 || answer.status === 429))
    agenda.add(wall.truth() + chance.between(1, 40) * MINUTE, "resend", () => hand(letter, id, stage));
}

/** @param sender who reports; without one, whoever would. */
export function reportLetter(key: string, stage: Stage, sender?: Person) {
  const { places, wall, folk, photos } = stage;
  const chance = createChance(`story ${key}`);
  const told = { key, chance, reportedAt: wall.truth() };
  const story = tellStory(sender ? { ...told, channel: "gridWorker" } : told, places);
  const by = { gridWorker: folk.cell(story.spot.cell), township: folk.unit(story.spot.cell.slice(0, 9)) };
  const people = {
    ...by,
    hotline: folk.unit("CMD"),
    centre: folk.role("centre"),
    leader: folk.role("leader"),
  };
  const from =
    sender ??
    (story.channel === "public" ? null : (people[story.channel as keyof typeof people]?.[0] ?? null));
  const reporter = story.reporter === null ? null : canaryOf(chance);
  const wantsPhoto = story.item.evidence.required.includes("photoBefore") && chance.happens(0.7);
  const body = {
    id: `sim-${key}`,
    text: story.text,
    channel: from === null ? "public" : story.channel,
    point: story.isPlaced ? pointSent(story, from, stage) : null,
    address: story.isPlaced && chance.happens(0.6) ? null : story.spot.address,
    photos: wantsPhoto && photos.length > 0 ? [chance.pick(photos)] : [],
    itemCode: story.choosesItem && from !== null ? story.item.code : null,
    reporter: reporter && { ...reporter, confidential: chance.happens(0.12) },
    ...(from?.account.role === "gridWorker" && chance.happens(0.1)
      ? { solvedOnSpot: { result: "已当场清理", photosAfter: photos.slice(0, 1) }, itemCode: story.item.code }
      : {}),
  };
  return { method: "POST", path: "/api/reports", body, from } as const;
}

/** As the phone gives it: in WGS-84, or in what its map shows where it is set wrongly. */
function pointSent({ spot, accuracy }: Story, from: Person | null, { wrongPhones }: Stage) {
  const isWrong = from !== null && wrongPhones.has(from.account.id);
  return { ...(isWrong ? fromWgs84(spot.point, "gcj02") : spot.point), accuracy };
}

/** Storms of the summer, and now and then another: the centre switches an area and ends it some days later. */
export function planWeather(day: number, stage: Stage): void {
  const chance = createChance(`${stage.seed} weather ${day}`);
  const month = new Date(startOfDay(day) + DAY / 2).getUTCMonth() + 1;
  if (!chance.happens(month >= 6 && month <= 8 ? 0.1 : 0.012)) return;
  const days = 1 + Math.floor(chance.next() * 3);
  for (let each = 0; each <= days; each++) stage.stormy.add(day + each);
  const area = chance.happens(0.4) ? [] : [chance.pick(stage.places.townships)];
  const from = startOfDay(day) + chance.between(2, 20) * HOUR;
  stage.agenda.add(from, "storm", () => storm(area, from + days * DAY, stage));
}

async function storm(area: readonly string[], until: Instant, stage: Stage): Promise<void> {
  const { post, folk, agenda, seen } = stage;
  const [from = null] = folk.role("centre");
  const answer = await post.send({
    method: "POST",
    path: "/api/emergencies",
    body: { area, reason: "暴雨红色预警" },
    from,
  });
  if (answer?.status === 201) seen.note("storm");
  agenda.add(until, "storm ends", () => endStorm(stage));
}

async function endStorm(stage: Stage): Promise<void> {
  const { post, folk, county, agenda, wall } = stage;
  const [from = null] = folk.role("centre");
  for (const { id } of county.deps().emergencies.current()) {
    const answer = await post.send({
      method: "POST",
      path: `/api/emergencies/${id}/end`,
      body: { reason: "险情解除" },
      from,
    });
    if (answer === null || answer.status >= 500)
      agenda.add(wall.truth() + HOUR, "storm ends", () => endStorm(stage));
  }
}
