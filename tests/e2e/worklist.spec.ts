import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

async function sentToLights(count: number): Promise<void> {
  const [township, centre] = [await house.as("xiangzhen1"), await house.as("xiaoneng1")];
  for (let index = 0; index < count; index++) {
    const report = {
      id: `batch-story-${index}-${Date.now()}`,
      text: `文化街第 ${index + 1} 盏路灯不亮`,
      channel: "township",
      itemCode: "020101",
      point: null,
      address: "城阳街道文化街",
    };
    const taken = await township.request.post("/api/reports", { data: report });
    const { id } = (await taken.json()) as { id: string };
    for (const command of [
      { action: "file", itemCode: "020101" },
      { action: "dispatch", unit: "LD" },
    ])
      await move(centre, id, command);
  }
}

async function move(page: Page, id: string, command: Record<string, unknown>): Promise<void> {
  const { version } = (await (await page.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;
  const answer = await page.request.post(`/api/cases/${id}/moves`, { data: { version, ...command } });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function waiting(page: Page): Promise<readonly { id: string; number: string }[]> {
  const answer = await page.request.get("/api/cases?tab=todo&state=dispatched&limit=100");
  return ((await answer.json()) as CaseListAnswer).rows;
}

describe("many cases at once", () => {
  it.each(["desktop", "phone"] as const)(
    "take no line of the list until one is chosen, on a %s",
    async (at) => {
      const page = await house.as("xiangzhen1", at);
      await page.goto("/cases");
      const rows = page.locator("[data-case-row]");
      await rows.first().waitFor();
      const topOf = async () => (await rows.first().boundingBox())?.y ?? 0;
      const [search, start] = [page.locator("#search"), page.getByRole("button", { name: "批量办理" })];
      const [one, other] = [await search.boundingBox(), await start.boundingBox()];
      expect(Math.abs((one?.y ?? 0) - (other?.y ?? 99))).toBeLessThan(4);
      const before = await topOf();
      await start.press("Enter");
      const bar = page.getByRole("group", { name: "批量办理" });
      const boxes = page.locator("[data-pick]:enabled");
      await boxes.first().waitFor();
      expect([await topOf(), await bar.count()]).toEqual([before, 0]);
      await boxes.first().focus();
      await page.keyboard.press("Space");
      await bar.getByText("已选 1 件").waitFor();
      expect(await violations(page)).toEqual([]);
      await bar.getByRole("button", { name: "取消选择" }).press("Enter");
      await bar.waitFor({ state: "detached" });
      expect(await boxes.first().evaluate((box) => box === document.activeElement)).toBe(true);
      await page.getByRole("button", { name: "退出批量" }).press("Enter");
      await boxes.first().waitFor({ state: "detached" });
      // The same button, which begins again
      expect(await start.evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );

  it.each(["desktop", "phone"] as const)("are taken over together on a %s", async (at) => {
    await sentToLights(2);
    const page = await house.as("bumen1", at);
    await page.goto("/cases?tab=todo&state=dispatched");
    await page.getByRole("button", { name: "批量办理" }).click();
    const before = await waiting(page);
    const [first, second] = before;
    for (const row of [first, second])
      await page.getByRole("checkbox", { name: `选择 ${row?.number}` }).check();
    await page.getByText("已选 2 件").waitFor();
    await picture(page, `batch-${at}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "签收 2 件…" }).click();
    await page.getByRole("button", { name: "确认签收" }).click();
    await page.getByRole("status").getByText("已签收 2 件", { exact: true }).waitFor();
    const done = page.getByRole("region", { name: "已签收" }).getByRole("link");
    expect((await done.allTextContents()).toSorted()).toEqual(
      [first?.number ?? "", second?.number ?? ""].toSorted(),
    );
    await picture(page, `batch-done-${at}`);
    const left = (await waiting(page)).map(({ id }) => id);
    expect(left).toEqual(before.map(({ id }) => id).filter((id) => id !== first?.id && id !== second?.id));
  });

  it("say of each that was refused why, and do the others", async () => {
    await sentToLights(2);
    const page = await house.as("bumen1");
    await page.goto("/cases?tab=todo&state=dispatched");
    await page.locator("[data-case-row]").first().waitFor();
    // By keyboard: down to the first two rows, choosing each
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
    await page.getByText("已选 2 件").waitFor();
    const ids = await page
      .locator("[data-pick]:checked")
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("data-pick") ?? ""));
    await page.getByRole("button", { name: "签收 2 件…" }).click();
    // Somebody else of the unit was quicker with one of them
    await move(await house.as("bumen1"), ids[0] ?? "", { action: "accept" });
    await page.getByRole("button", { name: "确认签收" }).click();
    await page.getByText("已签收 1 件，没有办成 1 件").waitFor();
    const refused = page.getByRole("region", { name: "没有办成，仍在所选之中" });
    expect(await refused.getByRole("link").getAttribute("href")).toBe(`/cases/${ids[0]}`);
    expect(await refused.getByRole("listitem").textContent()).toMatch(/已签收|处置中|签收/u);
    await picture(page, "batch-refused-desktop");
    house.expectNoFault();
  });

  it("stop where the line is cut, and are tried again on just what is left", async () => {
    await sentToLights(3);
    const page = await house.as("bumen1", "phone");
    await page.goto("/cases?tab=todo&state=dispatched");
    await page.getByRole("button", { name: "批量办理" }).click();
    const [first, second, third] = await waiting(page);
    for (const row of [first, second, third])
      await page.getByRole("checkbox", { name: `选择 ${row?.number}` }).check();
    let sent = 0;
    await page.route("**/moves", (route) => ((sent += 1) === 2 ? route.abort() : route.continue()));
    await page.getByRole("button", { name: "签收 3 件…" }).click();
    await page.getByRole("button", { name: "确认签收" }).click();
    await page.getByText("已签收 1 件，没有办成 1 件，还没有办 1 件").waitFor();
    await picture(page, "batch-cut-phone", false);
    await page.getByRole("button", { name: "重试 2 件" }).click();
    await page.getByRole("status").getByText("已签收 3 件", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /^重试/u }).count()).toBe(0);
    const ids = [first, second, third].map((row) => row?.id);
    expect((await waiting(page)).filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe("a view of the list that is kept", () => {
  it("is there after a reload, leads back to its filters, and can be taken away and brought back", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/cases?tab=open&due=overdue");
    await page.getByRole("button", { name: "存为常用视图" }).click();
    await page.keyboard.type("超期的");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已存为“超期的”").waitFor();
    await page.goto("/cases");
    const views = page.getByRole("navigation", { name: "常用视图" });
    await picture(page, "views-desktop");
    expect(await violations(page)).toEqual([]);
    await views.getByRole("link", { name: "超期的" }).click();
    await page.waitForURL(/due=overdue/u);
    await views.getByRole("button", { name: "删除视图“超期的”" }).click();
    expect(await views.getByRole("link").count()).toBe(0);
    await page.getByRole("button", { name: "撤销" }).click();
    await views.getByRole("link", { name: "超期的" }).waitFor();
  });
});

describe("a case beside its list", () => {
  it("opens by the space bar, goes in step with the list, acts, and is kept in the address", async () => {
    await sentToLights(3);
    const page = await house.as("bumen1");
    await page.goto("/cases?tab=todo&state=dispatched");
    const rows = page.locator("[data-case-row]");
    await rows.first().waitFor();
    const ids = await rows.evaluateAll((links) =>
      links.map((link) => (link.getAttribute("href") ?? "").replace("/cases/", "")),
    );
    const pane = page.getByRole("complementary", { name: "侧看" });
    await page.keyboard.press("j");
    await page.keyboard.press(" ");
    await pane.locator(`a[href="/cases/${ids[0]}"]`).first().waitFor();
    await page.keyboard.press("j");
    await pane.locator(`a[href="/cases/${ids[1]}"]`).first().waitFor();
    expect(new URL(page.url()).searchParams.get("peek")).toBe(ids[1]);
    expect(await page.locator("[data-case-row][aria-current]").getAttribute("href")).toBe(`/cases/${ids[1]}`);
    for (const theme of ["day", "care", "wall"]) {
      await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
      await picture(page, `peek-${theme}`, false);
      expect(await violations(page), theme).toEqual([]);
    }
    await page.evaluate(() => document.documentElement.removeAttribute("data-theme"));
    await page.reload();
    await pane.locator(`a[href="/cases/${ids[1]}"]`).first().waitFor();
    await pane.getByRole("button", { name: "签收" }).click();
    await pane.getByText("处置中").first().waitFor();
    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("peek")).toBeNull();
    await rows.first().hover();
    await page
      .getByRole("button", { name: /^侧看 / })
      .first()
      .click();
    await pane.getByRole("link", { name: "打开全部" }).click();
    await page.waitForURL(/\/cases\/[^?]+$/u);
    house.expectNoFault();
  });

  it("is the case itself on a phone, whatever the address says", async () => {
    const page = await house.as("bumen1", "phone");
    await page.goto("/cases?tab=todo&state=dispatched&peek=anything");
    await page.locator("[data-case-row]").first().waitFor();
    expect(await page.getByRole("complementary", { name: "侧看" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^侧看 / }).count()).toBe(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await picture(page, "peek-phone", false);
  });
});
