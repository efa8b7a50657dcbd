import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { themes } from "../../web/state/theme.ts";
import { openHouse } from "./support/house.ts";
import { settled } from "./support/settled.ts";

/** Pictures of every screen: `npm run screens` puts them into docs/screens. */
const pictures = process.env["SCREENS"] ?? join(tmpdir(), "huying-screens");

const house = openHouse();

/** Name of the picture, who looks, and where; `first case` and `first call` open the first row of their list. */
const screens = [
  ["signin", null, "/signin"],
  ["report", "wangge1", "/report"],
  ["home", "wangge1", "/home"],
  ["worklist", "xiangzhen1", "/cases"],
  ["case", "xiangzhen1", "first case"],
  ["case-department", "bumen1", "first case"],
  ["map", "xiaoneng1", "/map"],
  ["overview", "xiaoneng1", "/overview"],
  ["cockpit", "lingdao1", "/cockpit"],
  ["evaluation", "xiaoneng1", "/evaluation?view=figures"],
  ["evaluation-unit", "bumen1", "/evaluation/cases?indicator=handled&by=unit"],
  ["evaluation-held", "lingdao1", "/evaluation?view=held"],
  ["evaluation-rules", "lingdao1", "/evaluation?view=weights"],
  ["supervision", "xiaoneng1", "/supervision"],
  ["reviews", "xiaoneng1", "/supervision/reviews"],
  ["signs", "lingdao1", "/supervision/signs"],
  ["inbox", "bumen1", "/inbox"],
  ["calls", "xiangzhen1", "/calls?tab=open"],
  ["call", "bumen1", "first call"],
  ["call-start", "xiangzhen1", "/calls/new"],
  ["call-figures", "xiaoneng1", "/calls/figures"],
  ["people", "admin", "/people"],
  ["catalogue", "xiaoneng1", "/catalogue"],
  ["county", "xiaoneng1", "/county"],
  ["county-calendar", "xiaoneng1", "/county/calendar"],
  ["settings", "admin", "/settings"],
  ["county-limits", "xiaoneng1", "/county/limits"],
  ["county-taxonomy", "admin", "/county/taxonomy"],
  ["marks", "xiaoneng1", "/marks"],
  ["progress", null, "/progress"],
] as const;

describe.each(["phone", "desktop"] as const)("on a %s", (at) => {
  it.each(screens)(
    "the screen %s of %s fits, reads well and asks nobody else",
    async (name, username, path) => {
      const guest = username ? await house.visitAs(username, at) : await house.stranger(at);
      await open(guest.page, path);
      await guest.page.screenshot({ path: join(pictures, `${name}-${at}.png`) });
      for (const theme of themes) {
        await wear(guest.page, theme);
        expect([theme, await sideways(guest.page)]).toEqual([theme, 0]);
        // A map of another size asks anew for what it shows; meanwhile its list is faded.
        await expect.poll(() => violations(guest.page), { timeout: 10_000, interval: 500 }).toEqual([]);
      }
      expect(guest.strangers).toEqual([]);
      expect(guest.faults).toEqual([]);
      await guest.context.close();
    },
  );
});

describe("the checks themselves", () => {
  it("see a planted fault: a picture without words, and a line wider than the window", async () => {
    const { page, context } = await house.stranger("phone");
    await open(page, "/signin");
    await page.evaluate(() => {
      const picture = document.createElement("img");
      picture.src = "/icon.svg";
      picture.width = 900;
      picture.style.maxWidth = "none";
      document.querySelector("main, [role=main]")?.append(picture);
    });
    expect((await violations(page)).join()).toContain("image-alt");
    expect(await sideways(page)).toBeGreaterThan(0);
    await context.close();
  });
});

/** A theme is an attribute of the root: nothing is loaded anew. Transitions of colour would be measured half way. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
}

/** Paths that open the first row of a list. */
const firsts: Readonly<Record<string, { list: string; row: string; file: RegExp }>> = {
  "first case": { list: "/cases", row: "[data-case-row]", file: /\/cases\/.+/ },
  "first call": { list: "/calls", row: "[data-call-row]", file: /\/calls\/.+/ },
};

async function open(page: Page, path: string): Promise<void> {
  await page.goto(firsts[path]?.list ?? path);
  await page.locator("main, [role=main]").first().waitFor();
  const first = firsts[path];
  if (first) {
    await page.locator(first.row).first().click();
    await page.waitForURL(first.file);
  }
  await settled(page);
}

/** Pixels by which the page is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}
