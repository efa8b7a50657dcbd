/**
 * 系统偏移 in the rehearsal: each month another grid worker's phone sends GCJ-02 for WGS-84 for some weeks, until the
 * centre looks, corrects the batch, and every second time takes it back, only to find and correct it again a month later.
 */
import { fromWgs84 } from "../../geo/datum.ts";
import { createChance } from "../demo/chance.ts";
import type { ShiftDoneAnswer, ShiftsAnswer } from "../domain/shift/answers.ts";
import { DAY, dayNumber, HOUR, startOfDay } from "../domain/time.ts";
import type { Person } from "./folk.ts";
import { insist } from "./insist.ts";
import { hand, reportLetter } from "./news.ts";
import type { Stage } from "./stage.ts";

/** Days of the month. */
const BREAKS = 6;
const MENDED = 22;
const LOOKED_AT = 24;

export function planOffsets(day: number, stage: Stage): void {
  const date = new Date(startOfDay(day) + DAY / 2);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const workers = stage.folk.role("gridWorker");
  const worker = workers[month % workers.length];
  const { agenda, wrongPhones } = stage;
  if (worker === undefined) return;
  const sometime = (hour: number) => startOfDay(day) + hour * HOUR;
  if (date.getUTCDate() === BREAKS) {
    agenda.add(sometime(6), "phone breaks", async () => void wrongPhones.add(worker.account.id));
    planRound(day, worker, stage);
  }
  if (date.getUTCDate() === MENDED)
    agenda.add(sometime(5), "phone mended", async () => void wrongPhones.delete(worker.account.id));
  if (date.getUTCDate() === LOOKED_AT)
    agenda.add(sometime(10), "offsets", () => lookAtOffsets(month % 2 === 0, stage));
}

/** The round of the landmarks of a township: what is reported there can be held against where they stand. */
function planRound(day: number, worker: Person, stage: Stage): void {
  const chance = createChance(`${stage.seed} round ${day}`);
  const { gazetteer } = stage.county.deps().grid.current();
  const marks = gazetteer.places.filter(
    ({ kind, townshipCode }) => kind === "landmark" && townshipCode === worker.account.unit,
  );
  for (const [index, { name, point }] of marks.entries()) {
    const at =
      startOfDay(day + Math.floor(chance.between(1, MENDED - BREAKS))) + chance.between(8, 18) * HOUR;
    stage.agenda.add(at, "round", async () => {
      const key = `round-${stage.seed}-${day}-${index}`;
      const id = `sim-${key}`;
      const { body } = reportLetter(key, stage, worker);
      const seenAt = { ...fromWgs84(point, "gcj02"), accuracy: 8, source: "satellite" };
      stage.promises.sent(id);
      stage.standing.set(id, point);
      const letter = { method: "POST", path: "/api/reports", from: worker } as const;
      await hand({ ...letter, body: { ...body, point: seenAt, address: name } }, id, stage);
    });
  }
}

/** @param doubts whether what is corrected is taken back some days later. */
async function lookAtOffsets(doubts: boolean, stage: Stage): Promise<void> {
  const [from = null] = stage.folk.role("centre");
  await insist({ method: "GET", path: "/api/shifts", from }, stage, async ({ body }) => {
    for (const { source, shift } of (body as ShiftsAnswer).rows) {
      if (shift === null || source.kind !== "device") continue;
      const order = { source, cause: shift.cause, reason: "手机坐标系设置错误，统一换算" };
      await correct({ ...order, dryRun: false }, doubts, stage);
    }
  });
}

async function correct(order: object, doubts: boolean, stage: Stage): Promise<void> {
  const [from = null] = stage.folk.role("centre");
  const letter = { method: "POST", path: "/api/shifts", body: order, from } as const;
  await insist(letter, stage, async ({ status, body }) => {
    stage.seen.note(`offset corrected ${status}`);
    // Cut off and sent again, the rest is another finding, or none
    const { batch = null } = body as Partial<ShiftDoneAnswer>;
    if (status !== 200 || batch === null || !doubts) return;
    const at = startOfDay(dayNumber(stage.wall.truth()) + 2) + 9 * HOUR;
    stage.agenda.add(at, "offset undone", () => takeBack(batch, stage));
  });
}

async function takeBack(batch: string, stage: Stage): Promise<void> {
  const [from = null] = stage.folk.role("centre");
  const body = { reason: "换算依据有疑问，先退回", dryRun: false };
  await insist({ method: "POST", path: `/api/shifts/${batch}/undo`, body, from }, stage, async ({ status }) =>
    stage.seen.note(`offset undone ${status}`),
  );
}
