import { describe, expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import type { EvaluationRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { shownFigure } from "../../web/state/cockpitFigure.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

async function asked<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function lampOut(house: House): Promise<string> {
  const { id } = await reported(await house.as("gridWorker"));
  const township = await house.as("township");
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

/** A case of a week and a day ago that is late now, and three of today. */
async function twoWeeks(): Promise<{ readonly house: House; readonly late: string }> {
  const house = await openHouse();
  const late = await lampOut(house);
  house.clock.advance(8 * DAY + 2 * HOUR);
  while ((await sweep(house.deps)) > 0);
  for (let n = 0; n < 3; n += 1) await lampOut(house);
  return { house, late };
}

async function cases(client: Client, query: string): Promise<number> {
  return (await asked<CaseListAnswer>(client, `/api/cases?${query}&limit=100`)).rows.length;
}

describe("the cockpit", () => {
  it("counts today beside the same hours of a week ago", async () => {
    const { house } = await twoWeeks();
    const { figures } = await asked<CockpitAnswer>(await house.as("leader"), "/api/cockpit");
    expect(figures[0]).toMatchObject({ kind: "reported", value: 3, before: 0 });
  });

  it("shows townships, rising matters and shares that open lists of as many cases", async () => {
    const { house } = await twoWeeks();
    const leader = await house.as("leader");
    const told = await asked<CockpitAnswer>(leader, "/api/cockpit");
    expect(told.townships).toHaveLength(1);
    for (const { township, open, overdue, reported: count } of told.townships) {
      expect([open, overdue, count]).toEqual([4, 1, 3]);
      const of = `township=${township.code}`;
      expect(await cases(leader, `tab=open&${of}&sort=due`)).toBe(open);
      expect(await cases(leader, `tab=open&due=overdue&${of}&sort=due`)).toBe(overdue);
      expect(await cases(leader, `tab=all&reported=week&${of}&sort=newest`)).toBe(count);
    }
    expect(told.rising).toEqual([
      { item: expect.objectContaining({ code: "020101" }), reported: 3, before: 1 },
    ]);
    expect(await cases(leader, "tab=all&item=020101&reported=week&sort=newest")).toBe(3);
    for (const figure of told.figures.filter(({ kind }) => kind === "indicator")) {
      const { searchParams } = new URL(shownFigure(figure, told.month).href, "http://county");
      const rows = await asked<EvaluationRowsAnswer>(
        leader,
        `/api/evaluation/cases?${searchParams.toString()}`,
      );
      expect(rows.total).toBe(figure.counted?.of);
    }
  });

  it("names the late case with its reasons, and no unit that has too few to compare", async () => {
    const { house, late } = await twoWeeks();
    const { ask, worst } = await asked<CockpitAnswer>(await house.as("centre"), "/api/cockpit");
    expect(ask.map(({ row }) => row.id)).toEqual([late]);
    expect(ask[0]?.reasons.length).toBeGreaterThan(0);
    expect(worst).toMatchObject({ rows: [], small: 1 });
  });

  it("is for leaders and the centre, and says so to others", async () => {
    const house = await openHouse();
    const answer = await (await house.as("township")).get("/api/cockpit");
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      code: "noCockpit",
      detail: expect.stringContaining("驾驶舱"),
    });
  });
});
