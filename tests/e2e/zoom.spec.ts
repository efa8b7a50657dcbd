import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keepBrowsers, openHouse, picture } from "./support/house.ts";
import { pages } from "./support/pages.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();

/** An office screen of 1366 × 768 at 200 %, the narrowest phone, and that phone at 200 %. */
const windows = {
  "at 200 %": { width: 683, height: 384 },
  "at 360 px": { width: 360, height: 640 },
  "at 180 px": { width: 180, height: 320 },
} as const;

/** More than this of the window under bars that stay leaves too little to read. */
const MOST_COVERED = 0.5;

const firsts: Readonly<Record<string, readonly [list: string, row: string]>> = {
  "first case": ["/cases?tab=all", "[data-case-row]"],
  "first call": ["/calls?tab=all", "[data-call-row]"],
  "first component": ["/components", "main a[href^='/component/']"],
};

async function open(page: Page, path: string): Promise<void> {
  const first = firsts[path];
  await page.goto(first?.[0] ?? path);
  if (first) {
    const row = page.locator(first[1]).first();
    await row.waitFor();
    await page.goto((await row.getAttribute("href")) ?? "/");
  }
  await settled(page);
}

/** How far the page is wider than its window, with what sticks out, and how much of the window bars cover. */
function fitOf(page: Page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/(auto|scroll|hidden)/u.test(getComputedStyle(element).overflowX) ||
        isScrolled(element.parentElement));
    const out = [...document.querySelectorAll("main *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !isScrolled(element),
    );
    const bars = [...document.querySelectorAll("body *")].filter((element) => {
      const { position, visibility } = getComputedStyle(element);
      const stays = position === "fixed" || (position === "sticky" && !isScrolled(element.parentElement));
      return stays && visibility === "visible";
    });
    const covered = bars
      .map((bar) => bar.getBoundingClientRect())
      .filter(({ width, bottom, top }) => width > clientWidth * 0.6 && bottom > 0 && top < innerHeight)
      .reduce((sum, { height }) => sum + height, 0);
    return {
      wider: Math.max(0, scrollWidth - clientWidth),
      out: scrollWidth > clientWidth ? out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) : [],
      covered: covered / innerHeight,
    };
  });
}

const visitor = keepBrowsers((username) => house.visitAs(username, "desktop"));

describe.each(Object.keys(windows) as (keyof typeof windows)[])("%s", (name) => {
  it.each(pages)("the page %s is read without sideways scrolling", async (file, username, path) => {
    const { page } = username === null ? await house.stranger("desktop") : await visitor(username);
    await page.setViewportSize(windows[name]);
    await open(page, path);
    await picture(page, `zoom-${windows[name].width}-${file}`, false);
    const fit = await fitOf(page);
    expect(fit).toMatchObject({ wider: 0, out: [] });
    expect(fit.covered).toBeLessThan(MOST_COVERED);
    await page.close();
  });
});
