import { expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

it("lies over a case, is no obstacle to hands, readers or narrow screens, and is printed", async () => {
  for (const at of ["phone", "desktop"] as const) {
    const page = await house.as("xiaoneng1", at);
    const list = (await (await page.request.get("/api/cases?tab=open")).json()) as CaseListAnswer;
    const id = list.rows[0]?.id ?? "";
    await page.goto(`/cases/${id}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const mark = page.locator("svg pattern text").first();
    expect(await mark.textContent()).toContain("效能中心");
    const covers = await page.evaluate(() => {
      const mark = document.querySelector("svg:has(> defs > pattern#viewer-mark)");
      const height = (found: Element | null | undefined) => found?.getBoundingClientRect().height ?? 0;
      return height(mark) >= height(mark?.parentElement) && height(mark) > 0;
    });
    expect(covers).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await picture(page, `watermark-${at}`);
    await page.emulateMedia({ media: "print" });
    expect(await mark.evaluate((text) => getComputedStyle(text).fillOpacity)).toBe("0.12");
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "打印" }).first().click({ trial: true });
    await page.goto(`/print/cases/${id}`);
    await picture(page, `watermark-paper-${at}`);
    await page.context().close();
  }
  house.expectNoFault();
});
