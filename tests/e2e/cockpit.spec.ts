import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

describe("the leader's cockpit", () => {
  it("is where a leader's day begins, and every number of it opens cases", async () => {
    const page = await house.as("lingdao1");
    await page.goto("/");
    await page.waitForURL("**/cockpit");
    await page.getByRole("heading", { name: "驾驶舱" }).waitFor();
    await page.getByRole("group", { name: "各乡镇在办案卷" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const addresses = await page
      .locator("main a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith("/"))).toEqual([]);
    await picture(page, "cockpit-desktop");

    const township = page.getByRole("region", { name: "乡镇在办" }).getByRole("link").first();
    const open = /在办 (\d+)/.exec(await township.innerText())?.[1];
    await township.click();
    await page.waitForURL("**/cases?**");
    await page.locator("[data-case-row]").first().waitFor();
    expect(await page.locator("[data-case-row]").count()).toBe(Math.min(50, Number(open)));
    await page.goBack();
    await page
      .getByRole("link", { name: /近 7 天呼叫/ })
      .first()
      .waitFor();
    await page
      .locator("main")
      .getByRole("link", { name: /近 7 天呼叫/ })
      .click();
    await page.getByText("近 7 天的全部呼叫").waitFor();
  });

  it("leads to the case most worth a question, and to the leader's note on it", async () => {
    const page = await house.as("lingdao1");
    await page.goto("/cockpit");
    const ask = page.getByRole("region", { name: "此刻最该过问" });
    await ask.getByRole("link", { name: /批示/ }).first().click();
    await page.waitForURL("**/cases/*?act=instruct");
    await page.getByRole("dialog").waitFor();
  });

  it("hangs on a wall: dark, without menus, face after face, until somebody presses", async () => {
    const page = await house.as("lingdao1");
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto("/cockpit");
    await page.getByRole("button", { name: "投到大屏" }).click();
    await page.waitForURL("**/cockpit?wall=1**");
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("wall");
    await page.getByRole("group", { name: "各乡镇在办案卷" }).waitFor();
    await picture(page, "cockpit-wall");
    expect(await violations(page)).toEqual([]);
    const rows = page.getByRole("region", { name: "乡镇在办" }).getByRole("link");
    const room = await rows.evaluateAll((links) =>
      links.map((link) => {
        const [name, bar] = [...link.children].map((child) => child.getBoundingClientRect());
        const next = link.closest("li")?.nextElementSibling?.getBoundingClientRect().top ?? Infinity;
        return Math.min((bar?.top ?? 0) - (name?.bottom ?? 0), next - (bar?.bottom ?? 0));
      }),
    );
    expect(Math.min(...room)).toBeGreaterThanOrEqual(4);
    await page.getByText(/^在办件数 0\d+，红点为超期件数$/).waitFor();
    await page.getByRole("img", { name: "到", exact: true }).waitFor();
    const small = await page.locator("main *").evaluateAll((all) =>
      all
        .filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .filter((each) => !each.closest(".visuallyHidden, title"))
        .filter((each) => each.getBoundingClientRect().height > 0)
        .filter((each) => {
          const scale = each.closest("svg")?.getScreenCTM()?.a ?? 1;
          return Number.parseFloat(getComputedStyle(each).fontSize) * scale < 19.5;
        })
        .map((each) => each.textContent),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1080);
    for (const [name, file] of [
      ["乡镇", "townships"],
      ["部门", "units"],
      ["热点", "hot"],
    ] as const) {
      await page.getByRole("button", { name, exact: true }).click();
      await picture(page, `cockpit-wall-${file}`);
      expect(await violations(page)).toEqual([]);
    }
    await page.getByRole("button", { name: "继续轮播" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/cockpit$/);
    await page.locator("html[data-theme=day]").waitFor();
  });

  it("turns by itself, and goes on with a word about what the address got wrong", async () => {
    const page = await house.as("lingdao1");
    await page.clock.install();
    await page.goto("/cockpit?wall=1&rotate=5&refresh=60");
    await page.getByText("地址里的 rotate=5 不是 10 到 3600 的秒数，按 30 秒。").waitFor();
    await page.getByRole("region", { name: "主要数字" }).waitFor();
    await page.clock.runFor(31_000);
    await page.getByRole("region", { name: "主要数字" }).waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: "乡镇", exact: true }).getAttribute("aria-pressed")).toBe(
      "true",
    );
  });

  it("fits a phone, large type and the dark", async () => {
    const page = await house.as("lingdao1", "phone");
    for (const theme of ["day", "care", "wall"]) {
      await page.goto("/signin");
      await page.evaluate((name) => localStorage.setItem("huying.theme", name), theme);
      await page.goto("/cockpit");
      await page.getByRole("group", { name: "各乡镇在办案卷" }).waitFor();
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      await picture(page, `cockpit-phone-${theme}`);
    }
    house.expectNoFault();
  });
});
