import { describe, expect, it } from "vitest";
import type {
  ReviewsAnswer,
  SignsAnswer,
  SupervisionAnswer,
  SupervisionListName,
} from "../../server/domain/supervisionAnswers.ts";
import { DAY, HOUR, MINUTE } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

async function dispatched(house: House): Promise<string> {
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

const deskOf = async (house: House) =>
  [await house.as("township"), await house.as("lights"), await house.as("gridWorker")] as const;

/** Handled after its limit, checked and closed. */
async function closedLate(house: House): Promise<string> {
  let [township, lights, gridWorker] = await deskOf(house);
  const id = await dispatched(house);
  await moved(lights, id, { action: "accept" });
  house.clock.advance(4 * DAY);
  // Half a day without a request ends a session
  [township, lights, gridWorker] = await deskOf(house);
  await moved(lights, id, { action: "admit", unsolvedReason: "noFunds", result: "无资金" });
  await moved(gridWorker, id, { action: "check" });
  await moved(township, id, { action: "closeUnsolved", note: "如实告知" });
  return id;
}

const supervisionOf = async (client: Client) =>
  (await (await client.get("/api/supervision")).json()) as SupervisionAnswer;
const reviewsOf = async (client: Client) =>
  (await (await client.get("/api/supervision/reviews")).json()) as ReviewsAnswer;
const signsOf = async (client: Client) =>
  (await (await client.get("/api/supervision/signs")).json()) as SignsAnswer;
const listOf = (answer: SupervisionAnswer, name: SupervisionListName) => {
  const list = answer.lists.find((row) => row.name === name);
  if (!list) throw new Error(`No list ${name}`);
  return list;
};

describe("the supervision page 督办台", () => {
  it("shows each case on its step, what waits for an answer, and what nobody has heard of with the reason", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    house.clock.advance(2 * DAY + 10 * HOUR);
    await sweep(house.deps);
    const centre = await house.as("centre");
    const answer = await supervisionOf(centre);
    expect(listOf(answer, "supervise")).toMatchObject({
      count: 1,
      rows: [{ case: { id }, standing: [{ unit: { code: "LD" } }] }],
    });
    expect(listOf(answer, "urge").count).toBe(0);
    expect(listOf(answer, "answer").rows).toMatchObject([
      { standing: [{ order: "supervise" }], answerBy: expect.any(Number) },
    ]);
    expect(listOf(answer, "unheard").rows[0]?.standing.map(({ order, lacking }) => [order, lacking])).toEqual(
      [
        ["urge", ["liaison"]],
        ["supervise", ["deputy"]],
      ],
    );
    // Every number opens: the worklist under the same mark has the same case
    const rows = (await (await centre.get("/api/cases?mark=ladder:supervise")).json()) as { rows: unknown[] };
    expect(rows.rows).toMatchObject([{ id, marks: ["ladder:supervise", "answer", "unheard"] }]);
  });

  it("keeps a leader's note until it is answered, and tells of answers that came late", async () => {
    const house = await openHouse();
    const leader = await house.as("leader");
    const id = await dispatched(house);
    await moved(leader, id, { action: "instruct", note: "三天内办好，报我" });
    expect(listOf(await supervisionOf(leader), "note").rows).toMatchObject([
      {
        case: { id },
        words: "三天内办好，报我",
        standing: [{ order: "instruct", unit: { name: "路灯所" } }],
      },
    ]);
    house.clock.advance(4 * DAY);
    await moved(await house.as("lights"), id, { action: "explain", note: "已排班" });
    const after = await supervisionOf(await house.as("leader"));
    expect(listOf(after, "note").count).toBe(0);
    expect(listOf(after, "late").rows).toMatchObject([{ case: { id }, answeredAt: house.clock.now() }]);
  });

  it("is for those who supervise", async () => {
    const house = await openHouse();
    for (const path of ["/api/supervision", "/api/supervision/reviews", "/api/supervision/signs"]) {
      expect((await house.nobody.get(path)).status).toBe(401);
      for (const person of ["gridWorker", "township", "lights", "admin"] as const)
        expect((await (await house.as(person)).get(path)).status).toBe(403);
    }
  });
});

describe("the review desk 复核台", () => {
  it("lists an appeal with its words until two persons have agreed, each offered only what is theirs", async () => {
    const house = await openHouse();
    const id = await closedLate(house);
    const [centre, second, lights] = [
      await house.as("centre"),
      await house.as("secondCentre"),
      await house.as("lights"),
    ];
    await moved(lights, id, { action: "appeal", note: "全线停电" });
    expect((await reviewsOf(centre)).rows).toMatchObject([
      {
        case: { id },
        kind: "overdue",
        words: "全线停电",
        by: { name: "路灯所" },
        moves: ["support", "dismiss"],
      },
    ]);
    await moved(centre, id, { action: "support", note: "有停电通知" });
    expect((await reviewsOf(centre)).rows).toMatchObject([{ moves: [], first: { words: "有停电通知" } }]);
    expect((await reviewsOf(second)).rows).toMatchObject([{ moves: ["confirm", "dismiss"] }]);
    await moved(second, id, { action: "confirm", note: "属实" });
    expect((await reviewsOf(centre)).rows).toEqual([]);
    const file = (await (await centre.get(`/api/cases/${id}`)).json()) as { marks: string[]; missed: number };
    expect(file.marks).toEqual(["exempt:overdue"]);
    expect(file.missed).toBeGreaterThan(0);
  });

  it("lists what a unit asks for under way", async () => {
    const house = await openHouse();
    const [centre, lights] = [await house.as("centre"), await house.as("lights")];
    const id = await dispatched(house);
    await moved(lights, id, { action: "accept" });
    await moved(lights, id, { action: "askSuspension", until: "2026-06-01", note: "等开春" });
    expect((await reviewsOf(centre)).rows).toMatchObject([
      {
        kind: "suspension",
        until: "2026-06-01",
        words: "等开春",
        moves: ["grantSuspension", "refuseRequest"],
      },
    ]);
    expect((await supervisionOf(centre)).reviews).toBe(1);
  });
});

describe("signs of gaming 疑似迹象", () => {
  it("tell the rule with its figures and the case behind it, and count nobody", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    await moved(await house.as("lights"), id, { action: "accept" });
    // Reported at 9:00 on a Tuesday; the two workdays end on Thursday at 18:00
    house.clock.advance(2 * DAY + 9 * HOUR - 20 * MINUTE);
    const [, lights, gridWorker] = await deskOf(house);
    await moved(lights, id, { action: "admit", unsolvedReason: "noFunds", result: "无资金" });
    house.clock.advance(30 * MINUTE);
    await moved(gridWorker, id, { action: "rework", reworkReason: "notFixed" });
    const { signs } = await signsOf(await house.as("centre"));
    expect(signs.map(({ code }) => code)).toEqual([
      "reopenedSoon",
      "itemChanged",
      "returnedLate",
      "returnedBack",
      "manyAtOnce",
    ]);
    expect(signs[0]?.rows).toMatchObject([{ unit: { name: "路灯所" }, cases: [{ id }] }]);
    expect(signs.slice(1).flatMap(({ rows }) => rows)).toEqual([]);
    expect(JSON.stringify(signs)).not.toContain("王");
  });

  it("show many cases finished together as one finding", async () => {
    const house = await openHouse();
    const [lights, centre] = [await house.as("lights"), await house.as("centre")];
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      const id = await dispatched(house);
      await moved(lights, id, { action: "accept" });
      ids.push(id);
    }
    for (const id of ids) {
      house.clock.advance(10_000);
      await moved(lights, id, { action: "admit", unsolvedReason: "noFunds", result: "无资金" });
    }
    const together = (await signsOf(centre)).signs.find(({ code }) => code === "manyAtOnce");
    expect(together?.rows.map(({ cases }) => cases.map(({ id }) => id))).toEqual([ids]);
  });
});
