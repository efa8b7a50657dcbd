import { describe, expect, it } from "vitest";
import type { CaseListAnswer, CountsAnswer } from "../../server/domain/listAnswers.ts";
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import type {
  EvaluationRowsAnswer,
  HeldAnswer,
  HeldRowsAnswer,
} from "../../server/domain/evaluate/answers.ts";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import type { WallAnswer } from "../../server/domain/wallAnswers.ts";
import { tilesOf } from "../../web/state/tiles.ts";
import { unitCells } from "../../web/state/unitCells.ts";
import { heldLinks, holderAddress, wallLinks } from "../../web/state/wallLinks.ts";
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
  if (pathname === "/evaluation/held") return await heldListed(client, searchParams.toString());
  const { rows, total } = await asked<EvaluationRowsAnswer>(client, path);
  expect(rows).toHaveLength(total);
  return total;
}

async function heldListed(client: Client, query: string): Promise<number> {
  const { rows, total } = await asked<HeldRowsAnswer>(client, `/api/evaluation/held/cases?${query}`);
  expect(rows).toHaveLength(total);
  return total;
}

describe("every cell of the table of units", () => {
  it("opens a list of as many cases as it counts, column by column", async () => {
    const house = await twoDays();
    const centre = await house.as("centre");
    const figures = await asked<OverviewAnswer>(centre, "/api/overview");
    expect(figures.units.map(({ unit }) => unit.code)).toContain("LD");
    const counted: Record<string, number> = {};
    for (const row of figures.units)
      for (const { column, count, href } of unitCells(row, figures)) {
        const name = `${row.unit.code} ${column}`;
        expect([name, await listed(centre, href)]).toEqual([name, count]);
        counted[name] = count;
      }
    expect(counted).toMatchObject({ "LD 交办": 4, "LD 在办": 4, "LD 超期": 1 });
  });
});

describe("every bar of who holds what is late", () => {
  it("opens exactly these cases", async () => {
    const house = await twoDays();
    const centre = await house.as("centre");
    const { holders, overdue } = await asked<OverviewAnswer>(centre, "/api/overview");
    const late = holders.filter((row) => row.overdue > 0);
    for (const { holder, overdue: count } of late)
      expect([holder.code, await listed(centre, holderAddress(holder.code))]).toEqual([holder.code, count]);
    expect(late.reduce((all, row) => all + row.overdue, 0)).toBe(overdue);
    expect(overdue).toBeGreaterThan(0);
  });
});

describe("every bar of where time is lost", () => {
  it("opens the cases it was summed from, with just its hours", async () => {
    const house = await twoDays();
    for (const who of ["centre", "lights", "township"] as const) {
      const client = await house.as(who);
      const held = await asked<HeldAnswer>(client, "/api/evaluation/held");
      const links = heldLinks(held);
      expect(links.length).toBeGreaterThan(1);
      for (const { name, count, href } of links)
        expect([who, name, await listed(client, href)]).toEqual([who, name, count]);
      for (const { state, held: hours } of held.byState) {
        const { rows, held: told } = await asked<HeldRowsAnswer>(
          client,
          `/api/evaluation/held/cases?state=${state}`,
        );
        const summed = rows.reduce((all, row) => all + row.held, 0);
        expect([state, summed, told]).toEqual([state, hours, hours]);
        expect(rows.map((row) => row.held)).toEqual(rows.map((row) => row.held).toSorted((a, b) => b - a));
      }
    }
  });

  it("goes on page by page as of the moment of the first", async () => {
    const house = await twoDays();
    const client = await house.as("centre");
    const path = "/api/evaluation/held/cases?limit=3";
    const first = await asked<HeldRowsAnswer>(client, path);
    const whole = await asked<HeldRowsAnswer>(client, "/api/evaluation/held/cases?limit=100");
    house.clock.advance(HOUR);
    const seen = [...first.rows];
    for (let after = first.next; after !== null;) {
      const page = await asked<HeldRowsAnswer>(client, `${path}&after=${after}`);
      seen.push(...page.rows);
      after = page.next;
    }
    expect(seen).toEqual(whole.rows);
    expect(seen.length).toBeGreaterThan(3);
  });

  it("says what is wrong with an address that was bent", async () => {
    const client = await (await openHouse()).as("centre");
    for (const bent of ["after=abc", "state=lost", "limit=0"])
      expect([bent, (await client.get(`/api/evaluation/held/cases?${bent}`)).status]).toEqual([bent, 422]);
  });
});

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
