import { expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const narrow = "document.documentElement.scrollWidth <= innerWidth";

it("shows the administrator what happened to accounts", async () => {
  for (const at of ["phone", "desktop"] as const) {
    const page = await house.as("admin", at);
    await page.goto("/people");
    await page.request.get("/api/reveals");
    await page.goto("/security-log");
    await page.getByText("越权被拒").last().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(narrow)).toBe(true);
    await picture(page, `security-log-${at}`);
    await page.getByLabel("事项").selectOption("signOut");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText("这段时间没有记录").waitFor();
    await page.context().close();
  }
});

it("shows the centre who looked at reporters, and hands a checkpoint out", async () => {
  const lead = await house.as("xiangzhen1");
  const list = (await (await lead.request.get("/api/cases?tab=all")).json()) as CaseListAnswer;
  for (const { id } of list.rows.slice(0, 4))
    await lead.request.post(`/api/cases/${id}/reveal`, { data: { reason: "电话核实地点" } });
  for (const at of ["phone", "desktop"] as const) {
    const page = await house.as("xiaoneng1", at);
    await page.goto("/reveals");
    await page.getByText("电话核实地点").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(narrow)).toBe(true);
    await picture(page, `reveals-${at}`);
    await page.goto("/record");
    await page.getByRole("button", { name: "现在签一个" }).click();
    await page.getByText("已签出最新的检查点").waitFor();
    await page.getByRole("button", { name: "现在做一次" }).click();
    await page.getByText("试恢复核验通过").first().waitFor({ timeout: 90_000 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(narrow)).toBe(true);
    await picture(page, `record-${at}`);
    await page.getByText("这些天数是建议值").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载检查点" }).click();
    expect((await download).suggestedFilename()).toMatch(/^huying-checkpoint-\d+\.txt$/);
    await page.goto("/print/record");
    await picture(page, `record-paper-${at}`);
    await page.context().close();
  }
  house.expectNoFault();
});
