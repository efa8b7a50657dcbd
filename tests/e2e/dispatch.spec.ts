import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { act, openHouse, picture } from "./support/house.ts";
import { settled } from "./support/settled.ts";

/** Accounts of the demo county: traffic police, water company. */
const [traffic, water] = ["bumen8", "bumen7"];

const house = openHouse();

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

describe("a report solved on the spot, for a resident", () => {
  it("is written on a phone in one form, and goes to the check with the resident masked", async () => {
    const page = await house.as("wangge1", "phone");
    await open(page, "/report");
    await page.getByLabel("说明").fill("垃圾桶满了，垃圾散落一地");
    await page.getByLabel("我已当场处理好（随手办结）").check();
    await page.getByText("随手办结请选类别。").waitFor();
    await page
      .getByRole("button", { name: /生活垃圾清运不及时/ })
      .first()
      .click();
    await page.getByLabel("怎么处理的").fill("已清扫装袋");
    await page.getByLabel("代居民上报").check();
    await page.getByLabel("电话").fill("13812345678");
    await picture(page, "dispatch-1-spot");
    const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/reports"));
    const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#7a8" } })
      .jpeg()
      .toBuffer();
    await page
      .getByLabel("处理后的照片")
      .last()
      .setInputFiles({ name: "after.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.getByRole("button", { name: /^提交/ }).click();
    const answer = await answered;
    expect(answer.status()).toBe(201);
    const told = (await answer.json()) as { id: string; state: string };
    expect(told.state).toBe("handled");
    const found = (await (await page.request.get(`/api/cases/${told.id}`)).json()) as {
      reporter: { phone: string };
    };
    expect(found.reporter.phone).toBe("138****5678");
  });
});

describe("a burst water main, shared between units and handled in stages", () => {
  let id = "";

  it("is filed under a condition whose urgency, limits and stages are shown before it is sent", async () => {
    const reporter = await house.as("xiangzhen1", "desktop");
    const report = { id: `burst-${Date.now()}`, text: "东关街自来水爆管，水冒一米多高", channel: "township" };
    const point = { lng: 118.832, lat: 35.582 };
    const sent = await reporter.request.post("/api/reports", { data: { ...report, point } });
    expect(sent.status()).toBe(201);
    id = ((await sent.json()) as { id: string }).id;
    const page = await house.as("xiaoneng1", "desktop");
    await open(page, `/cases/${id}`);
    await act(page, "立案", async (dialog) => {
      await dialog.locator("#field-itemCode").selectOption("020302");
      await dialog.getByText("爆管、大量跑水").click();
      await dialog.getByText("按这条立案条件").waitFor();
      await dialog.getByText(/围护止水 1 小时.*→ 修复供水 8 小时.*→ 恢复路面 5 工作日/).waitFor();
      await picture(page, "dispatch-2-filing");
    });
  });

  it("is not pushed down to the township, and the form says who has the duty", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    await open(page, `/cases/${id}`);
    await page.getByRole("group", { name: "可办理的操作" }).getByRole("button", { name: /^派遣/ }).click();
    const dialog = page.getByRole("dialog");
    const { township } = (await (await page.request.get(`/api/cases/${id}`)).json()) as {
      township: { code: string };
    };
    await dialog.locator("#field-unit").selectOption(township.code);
    await dialog.getByRole("button", { name: "提交派遣" }).click();
    await dialog.getByText(/不得派给乡镇办结/).waitFor();
    await picture(page, "dispatch-3-refused");
  });

  it("goes to the water company with another unit to help, each with its own clock", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    await open(page, `/cases/${id}`);
    await act(page, "派遣", async (dialog) => {
      await dialog.locator("#field-unit").selectOption("GS");
      await dialog.getByText(/派单目录“.+”列出的协办单位已勾选/).waitFor();
      await picture(page, "dispatch-4-prefilled");
      const named = dialog.getByRole("checkbox", { checked: true });
      while ((await named.count()) > 0) await named.first().uncheck();
      await dialog.locator("#field-assistUnits").selectOption("JJ");
    });
    const card = page.getByRole("region", { name: "主办与协办" });
    await card.getByText("协办", { exact: true }).waitFor();
    expect(await card.getByRole("listitem").count()).toBe(2);
    await picture(page, "dispatch-4-shared");
  });

  it("is a task of the assistant, who signs and signs off without seeing the reporter", async () => {
    const page = await house.as(traffic, "phone");
    await open(page, "/cases");
    await page.getByText("自来水爆管").first().waitFor();
    await open(page, `/cases/${id}`);
    await act(page, "协办签收");
    await page.getByRole("button", { name: /^协办办结/ }).waitFor();
    await act(page, "协办办结", async (dialog) => {
      await dialog.getByLabel("处置结果").fill("已疏导交通");
    });
    await picture(page, "dispatch-5-assistant");
  });

  it("is finished stage by stage by the lead, who may hand in only after the last", async () => {
    const page = await house.as(water, "desktop");
    await open(page, `/cases/${id}`);
    await act(page, "签收");
    for (const stage of ["围护止水", "修复供水", "恢复路面"]) {
      await page.getByRole("listitem").filter({ hasText: stage }).first().waitFor();
      await act(page, "完成本阶段", async (dialog) => {
        await dialog.getByLabel("处置结果").fill(`${stage}完成`);
      });
      if (stage === "围护止水") await picture(page, "dispatch-6-stages");
    }
    await page.getByRole("button", { name: /^处置完成/ }).waitFor();
    const found = (await (await page.request.get(`/api/cases/${id}`)).json()) as {
      stages: { doneAt: number | null }[];
      moves: { action: string }[];
    };
    expect(found.stages.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(found.moves.map(({ action }) => action)).toContain("handle");
  });

  it("asks no other host for anything and breaks no rule of the page", () => {
    house.expectNoFault();
  });
});
