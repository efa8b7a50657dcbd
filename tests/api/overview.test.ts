import { describe, expect, it } from "vitest";
import type { CaseListAnswer, CountsAnswer } from "../../server/domain/listAnswers.ts";
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import type { EvaluationRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import type { WallAnswer } from "../../server/domain/wallAnswers.ts";
import { tilesOf } from "../../web/state/tiles.ts";
import { wallLinks } from "../../web/state/wallLinks.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

async function asked<T>(client: Client, path: string): Promise<T> {
  const answer = await client.get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Cases of two days: some late, some signed, one declined, one without a place. */
async function twoDays(): Promise<House> {
  const house = await openHouse();
  const lights = await house.as("lights");
  await sent(house);
  for (let n = 0; n < 2; n += 1) await moved(lights, await sent(house), { action: "accept" });
  const gridWorker = await house.as("gridWorker");
  await reported(gridWorker);
  const { id } = await reported(gridWorker);
  await moved(await house.as("township"), id, { action: "decline", declineReason: "repeat", note: "重复" });
  house.clock.advance(2 * DAY + 5 * HOUR);
  while ((await sweep(house.deps)) > 0);
  await sent(house);
  await reported(await house.as("gridWorker"));
  await reported(await house.as("gridWorker"), { text: "说不清的事", point: null });
  return house;
}

async function sent(house: House): Promise<string> {
  const { id } = await reported(await house.as("gridWorker"));
  const township = await house.as("township");
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

/** Number of rows behind the address of a page, asked as that page asks. */
async function listed(client: Client, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://county");
  searchParams.set("limit", "100");
  const path = `/api${pathname}?${searchParams.toString()}`;
  if (pathname === "/cases") {
    if (!searchParams.has("sort")) searchParams.set("sort", "due");
    return (await asked<CaseListAnswer>(client, `/api/cases?${searchParams.toString()}`)).rows.length;
  }
  const { rows, total } = await asked<EvaluationRowsAnswer>(client, path);
  expect(rows).toHaveLength(total);
  return total;
}

describe("every tile of the overview", () => {
  it("opens a list of as many cases as it counts", async () => {
    const house = await twoDays();
    const centre = await house.as("centre");
    const figures = await asked<OverviewAnswer>(centre, "/api/overview");
    const tiles = tilesOf(figures);
    expect(tiles.map(({ label }) => label)).toContain("今日上报");
    for (const { label, count, href } of tiles)
      expect([label, await listed(centre, href)]).toEqual([label, count]);
    const counted = Object.fromEntries(tiles.map(({ label, count }) => [label, count]));
    expect(counted).toMatchObject({ 今日上报: 3, 按时签收率: 3 });
  });
});

describe("the centre's wall", () => {
  it("leads from every need, point and bar to as many cases as it counts", async () => {
    const house = await twoDays();
    const id = await sent(house);
    await moved(await house.as("lights"), id, { action: "accept" });
    const asking = { action: "askExtension", note: "灯杆订货" };
    await moved(await house.as("lights"), id, asking);
    const centre = await house.as("centre");
    const links = wallLinks(await asked<WallAnswer>(centre, "/api/overview/wall"));
    for (const { name, count, href } of links)
      expect([name, await listed(centre, href)]).toEqual([name, count]);
    const counted = Object.fromEntries(links.map(({ name, count }) => [name, count]));
    expect(counted).toMatchObject({
      "request:extension": 1,
      "2026-03-10": 5,
      "2026-03-12": 4,
      "2026-03": 9,
      路灯不亮: 8,
    });
  });

  it("compares with the year before where there was one", async () => {
    const house = await twoDays();
    house.clock.advance(365 * DAY);
    const { days, months } = await asked<WallAnswer>(await house.as("centre"), "/api/overview/wall");
    expect(days.at(-1)).toEqual({ when: "2027-03-12", reported: 0, lastYear: 3 });
    expect(days.at(-4)).toMatchObject({ when: "2027-03-09", lastYear: null });
    expect(months.at(-1)).toEqual({ when: "2027-03", reported: 0, lastYear: null });
    expect(months).toHaveLength(12);
  });
});

describe("the tabs of the worklist", () => {
  it("count what is over and all there is", async () => {
    const house = await twoDays();
    const township = await house.as("township");
    for (const [tab, total] of [
      ["open", 6],
      ["done", 1],
      ["all", 7],
    ] as const) {
      const counts = await asked<CountsAnswer>(township, `/api/cases/counts?tab=${tab}`);
      expect([tab, counts.total, counts.more]).toEqual([tab, total, false]);
      const { rows } = await asked<CaseListAnswer>(township, `/api/cases?tab=${tab}&limit=100`);
      expect([tab, rows.length]).toEqual([tab, total]);
    }
    const today = await asked<CountsAnswer>(township, "/api/cases/counts?tab=all&reported=today");
    expect(today.total).toBe(2);
  });
});
