import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
let count = 0;

async function sentToLights(): Promise<string> {
  const township = await house.as("xiangzhen1");
  const taken = await township.request.post("/api/reports", {
    data: {
      id: `live-story-${(count += 1)}`,
      text: `实时故事第 ${count} 件：文化街路灯不亮`,
      channel: "township",
      itemCode: "020101",
      point: null,
      address: "城阳街道文化街",
    },
  });
  const { id } = (await taken.json()) as { id: string };
  await moved(id, { action: "file", itemCode: "020101" });
  await moved(id, { action: "dispatch", unit: "LD" });
  return id;
}

async function moved(id: string, command: Record<string, unknown>): Promise<void> {
  const centre = await house.as("xiaoneng1");
  const { version } = (await (await centre.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;
  const answer = await centre.request.post(`/api/cases/${id}/moves`, { data: { version, ...command } });
  expect(answer.status(), await answer.text()).toBe(200);
  await centre.context().close();
}

/** Lines that the tabs of a browser opened so far. */
function linesOf(context: BrowserContext): string[] {
  const lines: string[] = [];
  context.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === "/api/live") lines.push(search);
  });
  return lines;
}

const row = (page: Page, id: string) => page.locator(`[data-case-row][href="/cases/${id}"]`);

describe("two tabs of one browser", () => {
  it("share one line, both hear, and the second goes on where the first stopped", async () => {
    const id = await sentToLights();
    const first = await house.as("bumen1");
    const lines = linesOf(first.context());
    await first.goto("/cases?tab=open&q=实时故事");
    await row(first, id).waitFor();
    const second = await first.context().newPage();
    await second.goto("/cases?tab=open&q=实时故事");
    await row(second, id).waitFor();
    await moved(id, { action: "urge" });
    for (const tab of [first, second]) {
      await row(tab, id).getByText("有新变化").waitFor({ state: "attached" });
      await row(tab, id).getByText("催办 1 次").waitFor();
    }
    expect(lines).toEqual([""]);
    await picture(second, "live-news", false);
    expect(await violations(second)).toEqual([]);
    await first.close();
    await expect.poll(() => lines.length).toBe(2);
    expect(lines[1]).toMatch(/^\?since=/u);
    await moved(id, { action: "urge" });
    await row(second, id).getByText("催办 2 次").waitFor();
    // Looking at it takes the dot away
    await row(second, id).click();
    await second.waitForURL(/\/cases\/[^?]+$/u);
    await second.getByRole("group", { name: "可办理的操作" }).waitFor();
    await second.getByRole("link", { name: "返回列表" }).click();
    await expect.poll(() => second.url()).toMatch(/tab=open&q=/u);
    await row(second, id).waitFor();
    expect(await row(second, id).getByText("有新变化").count()).toBe(0);
    expect(await second.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(`/cases/${id}`);
    house.expectNoFault();
  });
});

describe("a broken line", () => {
  it("is said, and what happened meanwhile is there when it is back", async () => {
    const id = await sentToLights();
    const page = await house.as("bumen1");
    await page.goto("/cases?tab=open&q=实时故事");
    await row(page, id).waitFor();
    await page.route(/\/api\/live/u, (route) => route.abort());
    // What the line was for is refused from now on; a new visit of the page meets it
    await page.reload();
    await row(page, id).waitFor();
    await page.getByText("实时更新已断开").waitFor();
    await picture(page, "live-stale", false);
    expect(await violations(page)).toEqual([]);
    await moved(id, { action: "urge" });
    await page.unroute(/\/api\/live/u);
    await page.getByText("实时更新已断开").waitFor({ state: "detached" });
    await row(page, id).getByText("催办 1 次").waitFor();
    await page.context().close();
  });
});

describe("the map and its list", () => {
  it("are in step: a point under the pointer lights its row, and a place in the address is gone to", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/map");
    const rows = page.locator("main section ul li a");
    await rows.first().waitFor();
    const map = page.locator(".leaflet-container").first();
    const box = await map.boundingBox();
    if (!box) throw new Error("no map");
    const lit = () => page.locator("[data-pointed]").count();
    expect(await lit()).toBe(0);
    // Over the map in a raster of steps, as a hand would, until it meets a point
    search: for (let y = box.y + 20; y < box.y + box.height; y += 9)
      for (let x = box.x + 150; x < box.x + box.width - 60; x += 9) {
        await page.mouse.move(x, y);
        if ((await lit()) > 0) break search;
      }
    expect(await lit()).toBe(1);
    await picture(page, "map-pointed", false);
    await page.mouse.move(2, 2);
    await expect.poll(lit).toBe(0);
    await page.goto("/map?at=118.832,35.582");
    await rows.first().waitFor();
    await picture(page, "map-at", false);
    house.expectNoFault();
  });
});
