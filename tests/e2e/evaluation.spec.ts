import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { EvaluationAnswer } from "../../server/domain/evaluate/answers.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

/** Rows of a list with all its pages. */
async function allRows(page: Page): Promise<number> {
  const more = page.getByRole("button", { name: "加载更多" });
  const rows = page.getByRole("region", { name: "指标背后的案卷" }).getByRole("listitem");
  await page.getByText(/^共 \d+ 件$/u).waitFor();
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
  return await rows.count();
}

const numberIn = (text: string | null) => Number(/\d+/u.exec(text ?? "")?.[0]);

describe("the evaluation page", () => {
  it("opens the cases behind a figure, as many as the figure says", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    await page.goto("/evaluation");
    await page.getByRole("link", { name: "近 30 天" }).click();
    await page.getByRole("table").waitFor();
    await picture(page, "evaluation-desktop");
    await page.getByRole("button", { name: /^合计 按期处置率/u }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("时限内处置的（含超时申诉通过的）÷ 应处置的").waitFor();
    await picture(page, "evaluation-figure-desktop");
    const under = dialog.getByRole("listitem").filter({ hasText: "分母" }).getByRole("link");
    const wanted = numberIn(await under.textContent());
    expect(wanted).toBeGreaterThan(0);
    await under.click();
    expect(await allRows(page)).toBe(wanted);
    await picture(page, "evaluation-cases-desktop");
    await page.getByRole("link", { name: "剔除" }).click();
    await page.getByText("剔除：尚在处置时限内").first().waitFor();
  });

  it("shows where time is lost and by which rules it counts", async () => {
    const page = await house.as("lingdao1", "desktop");
    await page.goto("/evaluation?view=held");
    await page.getByRole("region", { name: "在谁手里" }).waitFor();
    await picture(page, "evaluation-held-desktop");
    await page.getByRole("link", { name: "规则与权重" }).click();
    await page.getByText("现行").waitFor();
    await page.getByText("各县考核分值没有查到", { exact: false }).first().waitFor();
    await picture(page, "evaluation-rules-desktop");
  });

  it("lets a unit object to its own figure, and the centre answer and undo", async () => {
    const unit = await house.as("bumen1", "phone");
    await unit.goto("/evaluation");
    await unit.getByRole("link", { name: "近 30 天" }).click();
    await unit.getByRole("table").waitFor();
    await picture(unit, "evaluation-phone");
    const figure = unit.getByRole("button", { name: /^(?!合计).* 处置率/u }).first();
    const disputed = (await figure.getAttribute("aria-label"))?.split(" ").slice(0, 2).join(" ");
    await figure.click();
    await picture(unit, "evaluation-figure-phone");
    await unit.getByRole("link", { name: "对这个指标值提异议" }).click();
    await unit.getByRole("checkbox").first().check();
    await unit.getByLabel("理由").fill("现场断电，无法处置");
    await picture(unit, "evaluation-object-phone");
    await unit.getByRole("button", { name: "提交异议" }).click();
    await unit.getByText("待答复").waitFor();
    await picture(unit, "evaluation-objections-phone");

    const centre = await house.as("xiaoneng1", "desktop");
    await centre.goto("/evaluation?view=objections");
    await centre.getByLabel("说明").fill("供电记录属实");
    await centre.getByRole("button", { name: "采纳异议" }).click();
    await centre.getByRole("button", { name: "撤销采纳" }).waitFor();
    await picture(centre, "evaluation-objections-desktop");
    await centre.getByRole("link", { name: "指标", exact: true }).click();
    await centre.getByRole("link", { name: "近 30 天" }).click();
    await centre
      .getByRole("button", { name: new RegExp(`^${disputed} `, "u") })
      .getByText("异议成立")
      .waitFor();
    await centre.goto("/evaluation?view=objections");
    await centre.getByLabel("说明").fill("记录有误");
    await centre.getByRole("button", { name: "撤销采纳" }).click();
    await centre.getByText("采纳已撤销").waitFor();
  });

  it("gives the same figures as a table to download, and names no person", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    const answer = await page.request.get("/api/evaluation?by=unit");
    const { groups } = (await answer.json()) as EvaluationAnswer;
    await page.goto("/evaluation");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "导出 CSV" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    // Head, total and the watermark, which names who took the table out and nobody else
    expect(lines).toHaveLength(groups.length + 3);
    expect(lines.at(-1)).toContain("秦爱芹");
    const text = lines.slice(0, -1).join("\n");
    const people = (
      (await (await (await house.as("admin", "desktop")).request.get("/api/people")).json()) as {
        rows: readonly { name: string }[];
      }
    ).rows;
    expect(people.length).toBeGreaterThan(5);
    for (const { name } of people) expect(text).not.toContain(name);
  });

  it("stands behind the tiles of the overview, and the tabs of the worklist count what is over", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    await page.goto("/overview");
    const tile = page.getByRole("link", { name: /^今日上报/u });
    const today = numberIn(await tile.textContent());
    await tile.click();
    const tab = (name: string) =>
      page.getByRole("navigation", { name: "列表" }).getByRole("link", { name: new RegExp(`^${name}`, "u") });
    await expect.poll(async () => numberIn(await tab("全部").textContent())).toBe(today);
    await page.goto("/cases?tab=all");
    const counts = async () => {
      const [open, done, all] = [tab("在办"), tab("已办"), tab("全部")].map((link) => link.textContent());
      return [numberIn((await open) ?? null), numberIn((await done) ?? null), numberIn((await all) ?? null)];
    };
    await expect.poll(async () => (await counts()).every((n) => n > 0)).toBe(true);
    const [open = 0, done = 0, all = 0] = await counts();
    expect(open + done).toBe(all);
  });

  it("asks nobody else and breaks nothing", () => {
    house.expectNoFault();
  });
});
