import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Two tasks of the grid worker at least: reports of the same cell that a desk wants verified. */
async function asked(texts: readonly string[]): Promise<void> {
  const worker = await house.as("wangge1");
  const centre = await house.as("xiaoneng1");
  const own = (await (await worker.request.get("/api/field/tasks")).json()) as {
    rows: { point: { lng: number; lat: number } | null; state: string }[];
  };
  const place = own.rows.find(({ point }) => point !== null)?.point ?? { lng: 118.832, lat: 35.582 };
  for (const [at, text] of texts.entries()) {
    const told = await worker.request.post("/api/reports", {
      data: {
        id: `field-story-${at}-${Date.now()}`,
        text,
        channel: "gridWorker",
        point: { lng: place.lng + at * 0.00004, lat: place.lat, accuracy: 4 },
      },
    });
    expect(told.status(), await told.text()).toBe(201);
    const { id } = (await told.json()) as { id: string };
    const { version } = (await (await centre.request.get(`/api/cases/${id}`)).json()) as { version: number };
    const sent = await centre.request.post(`/api/cases/${id}/moves`, {
      data: { version, action: "askVerify" },
    });
    expect(sent.status(), await sent.text()).toBe(200);
  }
}

describe("a grid worker on the way", () => {
  it("sees tasks by distance on map and list, hands over to a map app, and asks no other host", async () => {
    await asked(["路线一：振兴路路灯不亮", "路线二：振兴路井盖松动"]);
    const { page, strangers } = await house.visitAs("wangge1", "phone");
    const told: string[] = [];
    page.on("request", (request) => told.push(`${request.url()} ${request.postData() ?? ""}`));
    await page.goto("/home");
    await page.getByRole("link", { name: "近处 · 今日路线" }).click();
    await page.getByText(/按远近排列/).waitFor();
    const cards = page.getByRole("article");
    await cards.filter({ hasText: "路线一" }).waitFor();
    await page.getByRole("region", { name: "任务地图" }).locator("canvas").first().waitFor();
    expect(await cards.first().textContent()).toMatch(/\d (米|公里)/);
    await picture(page, "tasks-near-phone");
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);

    await cards.first().getByText("导航").click();
    const amap = cards.first().getByRole("link", { name: "高德地图" });
    expect(await amap.getAttribute("href")).toMatch(/^https:\/\/uri\.amap\.com\/navigation\?to=118\.8/);
    await picture(page, "tasks-ways-phone");
    // The position of the phone stays on it
    expect(told.filter((request) => /35\.582|118\.832/.test(request))).toEqual([]);
    expect(strangers).toEqual([]);
    house.expectNoFault();
  });

  it("takes a route along that opens without a network after a restart of the page, in the chosen order", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await page.goto("/tasks");
    await page.getByRole("article").filter({ hasText: "路线二" }).waitFor();
    for (const words of ["路线一", "路线二"])
      await page
        .getByRole("article")
        .filter({ hasText: words })
        .getByRole("button", { name: /加入路线/ })
        .click();
    await page.getByRole("link", { name: /今日路线/ }).click();
    await page.getByText(/已存本机/).waitFor();
    await page
      .getByRole("article")
      .filter({ hasText: "路线二" })
      .getByRole("button", { name: /上移/ })
      .click();
    await expect.poll(() => page.getByRole("article").first().textContent()).toContain("路线二");
    await picture(page, "tasks-route-phone");
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);

    const isHeld = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await expect.poll(isHeld, { timeout: 30_000, interval: 200 }).toBe(true);
    await page.getByText(/已存本机/).waitFor();
    await context.setOffline(true);
    await page.reload();
    await page.getByText(/网络不通，看到的是/).waitFor();
    await expect.poll(() => page.getByRole("article").first().textContent()).toContain("路线二");
    await page.getByRole("region", { name: "任务地图" }).locator("canvas").first().waitFor();
    await expect.poll(() => page.getByText(/连不上服务器/).count()).toBe(0);
    await picture(page, "tasks-offline-phone");
    await context.setOffline(false);

    await page.evaluate(() => localStorage.setItem("huying.theme", "care"));
    await page.goto("/tasks?tab=route");
    await page.getByRole("article").first().waitFor();
    await picture(page, "tasks-route-care");
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.length).toBeGreaterThan(1000);
  });

  it("says what to do without permission, and when there is nothing to walk to", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await context.clearPermissions();
    await page.goto("/tasks");
    await page.getByText("没有位置，按期限排列").waitFor();
    await context.route("**/api/field/tasks", (route) =>
      route.fulfill({ contentType: "application/json", body: JSON.stringify({ rows: [], now: 0 }) }),
    );
    await page.reload();
    await page.getByText("没有要去的任务").waitFor();
    await picture(page, "tasks-empty-phone");
    await page.goto("/tasks?tab=route");
    await context.unroute("**/api/field/tasks");
    await context.route("**/api/field/tasks", (route) => route.fulfill({ status: 503, body: "{}" }));
    const { page: other, context: another } = await house.visitAs("wangge1", "phone");
    await another.route("**/api/field/tasks", (route) => route.fulfill({ status: 503, body: "{}" }));
    await other.goto("/tasks");
    await other.getByRole("button", { name: "重试" }).waitFor();
    await picture(other, "tasks-failed-phone");
  });
});
